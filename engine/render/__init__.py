"""Phrases and facts into the customer's words: sandboxed, bounded, by locale and channel."""
