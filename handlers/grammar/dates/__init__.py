"""Dates as people write them, in English and Spanish."""
