"""Why a database cannot be opened. Every message says what to do about it."""

from __future__ import annotations


class OpeningError(Exception):
    """The database cannot be opened as it is."""


class UrlError(OpeningError):
    """The address names no database that could be used."""


class SchemaError(OpeningError):
    """The tables are not those of this version."""


class DatabaseInUseError(OpeningError):
    """Another process has the SQLite file open."""
