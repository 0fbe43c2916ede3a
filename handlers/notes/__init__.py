"""Notes, decisions and opportunities."""
