"""What the customer's act does: the words or taps of one turn as moves."""
