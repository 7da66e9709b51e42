"""The team: who is told that a customer needs a person, and with what briefing."""
