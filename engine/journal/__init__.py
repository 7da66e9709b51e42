"""Turns on record, and conversations run again from their record."""
