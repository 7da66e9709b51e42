"""What a business offers, who does it, and the words people use for both."""
