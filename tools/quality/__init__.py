"""How well a business's customers are understood: counted from the journal, watched, shown."""
