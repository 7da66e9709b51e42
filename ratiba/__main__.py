"""`python -m ratiba`: the command, where its script is not on the path."""

from ratiba.main import app

app()
