"""Keeps what a working group recorded: tables, repositories and transactions on SQLite or PostgreSQL."""
