"""What composes several features: help, one item whole, lists, where things stand, Home."""
