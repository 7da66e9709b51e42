"""What Ratiba costs, measured beside a yardstick in the same run."""
