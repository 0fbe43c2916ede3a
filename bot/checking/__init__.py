"""`rapporteur check-slack`: whether the app's settings, tokens, scopes and payloads are what Slack wants."""
