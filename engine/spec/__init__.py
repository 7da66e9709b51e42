"""Flows from text to the data that the engine runs: read, check, compile. Pure."""
