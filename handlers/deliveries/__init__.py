"""What became of digests, and what chairs decide about those in doubt."""
