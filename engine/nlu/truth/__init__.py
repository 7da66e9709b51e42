"""What a model words, held against the words and facts that are known."""
