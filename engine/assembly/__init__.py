"""The one place that picks adapters and puts the engine together."""
