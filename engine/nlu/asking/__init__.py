"""Whether a model is asked about a message, and how often."""
