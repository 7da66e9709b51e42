"""Whether a turn stays as cheap: with many tenants, and on an old thread."""
