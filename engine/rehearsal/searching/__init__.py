"""What may happen next, searched until every way has been taken."""
