"""What `ratiba eval` does: sets of words with their right answers, scored."""
