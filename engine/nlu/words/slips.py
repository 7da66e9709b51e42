"""Words about slips: what else may be mended, and what must never be."""

from engine.nlu.words.lists import word_set

OTHER_LONG_WORDS = frozenset(
    {
        "affirmative",
        "definitely",
        "absolutely",
        "certainly",
        "negative",
        "tomorrow",
        "tarehe",
        "tonight",
        "kasorobo",
        "keshokutwa",
        "weekend",
        "midnight",
        "cancel",
        "appointment",
        "reschedule",
        "available",
        "confirm",
    }
)

NO_SLIPS = word_set(
    """
    certain certainty definite absolute affirm negatives negativity native negate negation negating
    avoidable conform conforms
    weekday weekdays
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

NO_NAMES = word_set(
    """
    shida noma tatizo wasiwasi haina hamna
    share shared shares sharing fee fees feed feel fear fact facts factor factors factorial
    faculty facility special racial passage manage manager massive mission procedure procedures
    manure get script subscribe trip trips train trains prime print prints brand brands
    bread braid brain afraid way ways fail rail mail mails snail nailed police policy publish cute
    last cash flash laser laugh locks lock loss lost term terms perfume leave wave weave boy bodies
    sock speak below shot shots short shorts shoes shoe photon less lesson lessons lessen learning
    clearing feeling filing falling filing pacing place places race races space spaces brace check
    checks checked physical physics cutting cuts caught chat chart charts hands handy hairy stair
    stairs scale scales sailing selling spelling tail tool tooth truth teeth tests text texts
    taste tasty waste wasting washing watching waiting water color colors caller collar
    catch catches caught according record recording scratchy correct cancel paycheck vacation
    sincere sincerely silence science face faces faced fast
    dread bread bride bridge brick trick treat threat thread throat retreat treaty
    """
)
"""Common words that lie near the name of a service, and are no slip of it."""
SENT = word_set(
    """
    send sent sending text texts texted write writing wrote leave read reading compose create reply
    replied sms whatsapp email got received inbox tuma nitumie umetuma andika
    """
)
"""Beside one of these a "message" is none for the back."""
OFTEN_SENT = frozenset({"message", "messages"})
