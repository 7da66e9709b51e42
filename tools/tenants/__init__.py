"""Businesses come and go: a first catalogue from a vertical, settings, credentials."""
