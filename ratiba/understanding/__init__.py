"""What `ratiba understand` does: words in, what they were taken for out."""
