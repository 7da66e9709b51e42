"""Cues of a wish that is put to another trade, or to a calendar: to be asked about, never routed.

Heard on a fresh thread alone, where nothing surer was said; their form: `engine/nlu/acts/cues.py`.
"""

from engine.nlu.words.classes import CLASSES
from engine.nlu.words.lists import word_set

_OWN: dict[str, str] = {
    "obtain": (
        "get find need want rent hire buy purchase obtain secure reserve set make arrange "
        "hook schedule like love require locate search look looking help assist put create "
        "wanna organise organize acquire procure seeking have call"
    ),
    "bookable": (
        "table room rooms hotel hotels flight flights ticket tickets seat seats car cars "
        "rental rentals vehicle van suv limo truck jeep meeting meetings reservation place "
        "stay mechanic technician plumber doctor dentist conference venue hall court pitch "
        "cabin apartment airbnb accommodation taxi cab ride cruise tour trip airfare fare "
        "fares airline plane shuttle boat lodging motel inn suite hostel villa restaurant "
        "dinner lunch brunch party inspection checkup tuneup maintenance"
    ),
}
FAINT_CLASSES = CLASSES | {name: tuple(words.split()) for name, words in _OWN.items()}
"""With what other trades have, which explains nothing where a surer cue is weighed."""

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

CUES: tuple[tuple[str, float, str], ...] = (
    ("book", 0.60, """
        @obtain .. .. @bookable
        what|which|any|show|compare|good|best .. @bookable
        @bookable for|from|to|in|out|near|at|under
        ^ @bookable
        @bookable please? $
        who|which|someone|somebody|mechanic can|could|will .. check|look|fix|inspect|repair|help
        need|assistance|help with it|that
        @bookable .. booked|reserved|scheduled|rented|held
        @bookable be .. booked|reserved|scheduled|rented
        @bookable .. available|free
        rent|hire|charter me|a|an|the|one|my
        to rent|hire a|an|the|one
        @bookable to rent|hire
        fly .. from|to|me|into|out
        meet with
        needs|need an|a @visit
        @visit for|needs|under|at
        make .. @visit
        @obtain .. someone|somebody to
        @obtain .. checked|looked|fixed|inspected|serviced|repaired|maintained|changed|cleaned
        someone|somebody to|can|needs .. look|check|inspect|fix|see
        schedule|reserve someone|somebody|somewhere|that|it|to
        add|put|place|mark|insert|log|enter|write|note .. calendar|schedule|diary
        add|put|place|mark|insert|log|enter|write|note .. on|to|in .. my calendar|schedule|diary
        on the|my calendar|diary
        add .. @visit|event|birthday|party|reminder|dinner|lunch|trip
    """),
    ("reschedule", 0.60, """
        my|the|this|from calendar|diary
        @shift|@drop|clear|erase|add|put|mark|keep|leave|block|write|make .. .. calendar|diary
        @shift|@drop|clear|erase|add|put|mark|keep|leave|block|write|make .. .. event|agenda
        calendar|diary .. updated|changed|edited|cleared|marked
        @shift|@drop|clear|erase|add|put .. event|calendar|diary|entry|entries
        @shift|@drop|clear|erase|add|put .. off|from|on|to my|the calendar|diary|schedule
        event|entry on|from my|the calendar
    """),
    ("cancel", 0.60, """
        @drop|clear|erase|take .. event|calendar|diary|entry|entries|meeting|plans
        @drop|clear|erase|take .. from|off my|the calendar|diary|schedule
        take .. off .. calendar|diary|schedule|books
        remove from calendar
        calendar|diary .. cleared|clear|free|open|removed
    """),
)  # fmt: skip
