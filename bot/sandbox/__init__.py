"""A strict local stand-in for Slack; it knows nothing of the app it serves."""
