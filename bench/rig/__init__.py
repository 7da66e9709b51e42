"""What every bench that meets the stores stands on: stores of its own, and clocks."""
