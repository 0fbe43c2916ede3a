"""The tables' history, for Alembic; `storage.schema` configures and runs it."""
