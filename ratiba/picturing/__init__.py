"""`ratiba graph`: flows as pictures."""
