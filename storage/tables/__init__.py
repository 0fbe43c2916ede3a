"""The tables, by subject, as declarative classes; statements are written over their `Table` objects."""
