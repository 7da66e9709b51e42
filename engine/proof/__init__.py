"""What is certain before anything is published: every situation explored with the engine's step."""
