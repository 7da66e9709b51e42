"""`ratiba replay`: conversations that have been, on flows that are yet to be."""
