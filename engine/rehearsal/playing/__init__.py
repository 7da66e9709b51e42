"""A fixture played and held to what must come of it, and to what always must hold."""
