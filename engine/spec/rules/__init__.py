"""Conditions, from text to trees."""
