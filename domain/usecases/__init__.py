"""What people can do, one function each: load, let the domain decide, store, in one transaction."""
