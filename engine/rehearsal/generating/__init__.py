"""The flows write their own fixtures."""
