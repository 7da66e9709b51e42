"""Where a fixture plays: the business, what its tools answer, one customer's thread."""
