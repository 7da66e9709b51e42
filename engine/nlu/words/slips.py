"""Words about slips: what else may be mended, and what must never be."""

from engine.nlu.words.lists import word_set

OTHER_LONG_WORDS = frozenset(
    {
        "tomorrow",
        "tonight",
        "kasorobo",
        "keshokutwa",
        "weekend",
        "midnight",
        "cancel",
        "appointment",
        "reschedule",
    }
)

NO_SLIPS = word_set(
    """
    sunder sundry sundae monkey mourning warning learning meaning moaning fortnight tomorrows
    mchanga mchango mchanganyiko mchanuo afternoons mornings evenings asubuhi mchana mondays
    tuesdays wednesdays thursdays fridays saturdays sundays thirsty augusta marching marche
    cancer cancels canceled cancelled cancelling appointed appointing appoint rescheduled
    appointments rescheduling septic decent decide jumbo jumla junior julie juliet january novels
    november member
    remember jasiri alama aprons aprilia tonights evens eleven seven
    """
)
"""Other words that lie one slip from a word of time."""
