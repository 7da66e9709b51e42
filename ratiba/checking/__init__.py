"""What `ratiba check` does."""
