"""Models as the data in `models/` has them, put together with the keys of the environment."""
