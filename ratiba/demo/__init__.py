"""What `ratiba demo` does: the first booking, checked step by step."""
