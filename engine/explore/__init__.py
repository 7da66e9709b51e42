"""What can be met in flows, for everyone who explores them: ways, examples, things worth trying."""
