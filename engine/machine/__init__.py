"""The interpreter: one event in, a new session and effects out; pure."""
