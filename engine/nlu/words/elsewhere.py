"""Words beside a wish that is put to another trade, or to a calendar."""

from engine.nlu.words.classes import CLASSES
from engine.nlu.words.lists import word_set

VISITS = frozenset(CLASSES["visit"])

INQUIRING = word_set("when why how whats what who tell does did has was were explain list my")
"""At the head of a message, or behind a wish to know: only told about."""
ORDERS = word_set(
    """
    play sing translate spell define calculate convert remind read text dial ring turn switch dim
    mute pause skip shuffle roll flip multiply divide subtract solve recite count pronounce wake
    order reorder buy purchase track ship water feed cook bake
    """
)
"""At the head of a message these tell another machine, or another trade, what to do."""
TO_KNOW = word_set("know tell remember find confirm")
OF_A_THING = word_set("a the this good great best any some which what favourite favorite another")
"""Before "book" these make a book of it, and no wish."""
FOR_A_VISIT = VISITS | word_set("for at on me us with now")
SOLD = word_set(
    """
    flight flights plane airfare ticket tickets hotel hotels room rooms lodging motel inn
    calendar diary agenda event events reservation reservations
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
