"""What `ratiba doctor` and `ratiba preflight` do: look, and name the fix; nothing is changed."""
