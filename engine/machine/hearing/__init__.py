"""What becomes of a value that was heard."""
