"""What customers choose of what was put before them."""
