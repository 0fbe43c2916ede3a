"""Pieces that several answers are made of."""
