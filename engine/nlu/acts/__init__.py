"""What a customer does with words: asks to book, agrees, refuses, thanks, wants a person."""
