"""Flow fixtures: conversations as data, played through the engine's own step, in memory."""
