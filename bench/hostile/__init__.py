"""Words that nobody means well: whether any of them breaks understanding, or holds it up."""
