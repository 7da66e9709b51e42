"""The working copy of a session during one event, and what it stands on."""
