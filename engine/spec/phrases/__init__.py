"""What can be said, layer by layer."""
