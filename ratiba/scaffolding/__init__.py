"""New kinds of business: a folder of data to begin with, and what kinds there are."""
