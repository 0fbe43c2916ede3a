"""The demonstration: a local workspace with the sample group, and the bot beside it."""
