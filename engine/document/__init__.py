"""A file as values that know their line: reading, editing, telling what is wrong."""
