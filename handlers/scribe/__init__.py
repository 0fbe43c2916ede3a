"""The scribe: what people write in a meeting's thread."""
