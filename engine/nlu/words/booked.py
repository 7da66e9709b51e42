"""Words beside which a time tells something booked apart, and words before its new time."""

from engine.nlu.words.lists import word_set

TOWARDS = word_set(
    """
    to until till hadi mpaka iwe liwe ziwe kiwe viwe yawe uwe ije ifike kuwa nije nikuje
    nitakuja tuje tukuje tutakuja nifike
    """
)
"""Behind it stands the new time: "to Friday", "iwe Ijumaa", `nije Ijumaa`."""

BOOKED_WORDS = word_set(
    """
    one ones appointment appointments appt booking bookings reservation session slot visit
    miadi nafasi ahadi
    """
)
"""Behind a time: "the Friday one", "tomorrow's appointment"."""

BESIDE_PERSON = word_set("with by na ya wa kwa")
"""Between a word for the booking and who it is with: "the one with Mary", "ile ya Mary"."""

OF = word_set("ya za yangu ile hiyo my")
"""Before a time: "miadi yangu ya kesho", "ile ya Ijumaa", "my 3pm"."""
