"""Looking after a database and its businesses: migrate, reset, add, list, delete."""
