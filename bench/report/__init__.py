"""Findings shown: on the terminal, as JSON, as a page with its chart."""
