"""Money: one payment an appointment, one attempt a prompt, states that only rise."""
