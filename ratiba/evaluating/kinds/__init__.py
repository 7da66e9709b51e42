"""The kinds of sets: how a record of each is read, and what is right."""
