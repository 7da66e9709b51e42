"""Openings, holds and bookings: who and what is free when, and taken by whom."""
