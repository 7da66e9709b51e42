"""What `ratiba flow ...` does: versions of a business's flows, from the command line."""
