"""Whoever pays for a customer: insurers."""
