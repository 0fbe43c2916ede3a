"""The desk: takes an interaction, finds out who asks and of which group, and passes it to its feature."""
