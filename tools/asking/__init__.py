"""Questions to the team that a conversation waits for, and their answers."""
