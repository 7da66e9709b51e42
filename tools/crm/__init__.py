"""Customers: who they are, what is remembered of them, what could not be done for them."""
