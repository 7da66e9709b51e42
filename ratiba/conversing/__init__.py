"""What `ratiba converse` does: whole conversations of others, driven through the real engine."""
