"""What is kept of one customer: given out whole, erased, and searched for afterwards."""
