"""Founding groups and binding channels to them."""
