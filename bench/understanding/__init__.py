"""What it costs to understand one utterance by rules, against a turn that does nothing."""
