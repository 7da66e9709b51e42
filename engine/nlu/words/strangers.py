"""Words around a person whom nobody here knows, and what is named in that place but is nobody."""

from engine.nlu.words.lists import word_set

WITH_SOMEONE = frozenset({"with", "w"})
OFTEN_THINGS = frozenset({"na", "by"})
"""Before a capital only: `na` is "and" as well."""

NO_PERSON_AFTER = word_set(
    """
    help start begin fine ok okay wrong problem problems issue issues deal pay paying come coming
    came go going stuck along talk speak chat ongea kuongea zungumza shida lipa kulipa begin done
    happy cool mix mixed meeting bring trouble familiar
    """
)
"""Before "with" these make it companionship, talk or means."""

THINGS = word_set(
    """
    gel polish wash washing shampoo conditioner color colour colors colours dye braids braid
    highlights beard trim shave oil oils scrub mask steam steaming extensions wig weave nails tips
    acrylic acrylics design designs art paint wax card cash mpesa insurance discount voucher coupon
    kids hair cut lashes brows makeup pedicure manicure facial massage haircut blowdry dreadlocks
    locs cornrows dreads henna piercing tattoo threading stones towel parking wifi tea coffee lunch
    music pain dandruff pleasure delay traffic safaricom airtel rangi mafuta dawa nta stylist barber
    therapist doctor dentist male female mwanamke mwanaume client customer order payment visa
    loyalty mtoto watoto mke mume rafiki mpenzi mwanangu hairwash family bae
    """
)
"""Named behind "with", and no people."""

MAKES_THINGS = ("ing", "tion", "sion", "ment", "ness", "ure", "age")
"""Endings of things, not of people."""
