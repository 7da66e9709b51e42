"""What it costs to find a free time in a full calendar."""
