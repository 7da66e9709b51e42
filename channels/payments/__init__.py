"""What payment providers call back."""
