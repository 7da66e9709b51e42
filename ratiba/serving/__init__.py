"""What keeps running: the API, the workers, and everything at once on one's own machine."""
