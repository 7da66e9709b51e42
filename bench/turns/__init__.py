"""What a turn costs: the product's, and the same conversation's on LangGraph."""
