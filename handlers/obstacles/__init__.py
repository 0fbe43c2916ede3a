"""Obstacles."""
