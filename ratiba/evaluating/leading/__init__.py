"""Whole conversations of sets, led through the real engine."""
