"""What only the whole graph shows."""
