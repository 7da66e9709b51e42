"""Random conversations, and failures of theirs made short."""
