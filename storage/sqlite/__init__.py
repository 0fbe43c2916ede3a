"""The embedded default: one process, one thread that writes, several that read."""
