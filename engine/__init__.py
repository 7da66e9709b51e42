"""The interpreter: knows no channel, no vertical, no price list."""
