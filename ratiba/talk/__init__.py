"""A conversation driven in one process through the real engine: real rows, nothing sent by it."""
