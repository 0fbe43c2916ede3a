"""Items of every kind, changed: moved, edited, assigned, finished, withdrawn, undone."""
