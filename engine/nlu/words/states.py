"""States by their logged names, as far as they change what words mean."""

from engine.nlu.words.lists import phrase_list

IDLE = frozenset({"", "GREET", "IDLE", "IDENTIFY", "BOOKED", "ABANDONED", "LEAD_CAPTURED"})
"""No task is under way: a new one may be named."""
PAYING = "PAYMENT"
CANCELLING = "CANCEL_"
SETTING_UP = "RESCHEDULE"

RETRY = phrase_list(
    """
    try again, try once more, once more, one more time, again, retry, resend, send it again,
    send again, try it again, try one more time, push it again, another try, jaribu tena,
    tujaribu tena, tena, nitumie tena, tuma tena, rudia tena, nijaribu tena, mara nyingine,
    mara moja zaidi
    """
)
"""At a declined payment these are a yes to another prompt."""
