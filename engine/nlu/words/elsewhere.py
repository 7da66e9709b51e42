"""Words beside a wish that is put to another trade, or to a calendar."""

from engine.nlu.words.lists import word_set

INQUIRING = word_set("when why how whats what who tell does did has was were explain list my")
"""At the head of a message, or behind a wish to know: only told about."""
TO_KNOW = word_set("know tell remember find confirm")
SOLD = word_set(
    """
    flight flights plane airfare ticket tickets hotel hotels room rooms lodging motel inn calendar
    diary agenda
    """
)
"""What is sold or kept elsewhere by booking it: it is meant, whatever stands beside it."""
WISHES = word_set(
    """
    rent rental rented renting hire hired book booked booking bookings reserve reserved reservation
    reservations reserving schedule scheduled scheduling appointment appointments available
    availability open free find best cheapest cheap fix check checked inspect inspection look
    looked repair repaired maintenance serviced service mechanic technician tuneup table meeting
    """
)
"""One of these makes a wish of it all the same."""
