"""Questions about the business, answered from its own rows."""
