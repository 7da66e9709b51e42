"""Dates and times: one grammar over English, Swahili and mixtures, read in one pass."""
