"""Language models behind ports: asked only where rules are unsure, never trusted with money."""
