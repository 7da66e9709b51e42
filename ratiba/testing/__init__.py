"""`ratiba test`: fixtures of flows played, told, covered, written and put to the proof."""
