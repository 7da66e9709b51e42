"""Which of the things booked a message is about, and where it is to be moved."""
