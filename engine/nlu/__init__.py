"""Understanding people: English, Swahili and both at once, by rules, a model only when unsure."""
