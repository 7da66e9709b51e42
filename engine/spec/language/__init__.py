"""The words of the language, once, and their readings: checks, JSON Schema, reference page."""
