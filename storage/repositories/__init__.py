"""Repositories: the domain's protocols over Core statements, mapped to its frozen values."""
