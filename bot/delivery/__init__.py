"""What is owed to Slack outside a request: claimed under a lease, posted once, looked up when in doubt."""
