"""Language models: a mind of a few written rules behind the protocols of OpenAI and Anthropic."""
