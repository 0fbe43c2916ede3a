"""What people see: commands in; words, blocks and files out. Never SQL, never the scheduler."""
