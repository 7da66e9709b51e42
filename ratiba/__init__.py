"""The command `ratiba`: one module per verb; it wires, it decides nothing."""
