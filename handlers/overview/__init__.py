"""What composes several features: help, one item whole, the register, where things stand, digests."""
