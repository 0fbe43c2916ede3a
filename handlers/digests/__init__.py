"""Digests: their subscriptions, and their words."""
