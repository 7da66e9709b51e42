"""What `ratiba chat` does."""
