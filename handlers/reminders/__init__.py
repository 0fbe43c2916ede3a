"""Reminders: what one person has to think of, and meetings that start soon."""
