"""Words that take or leave what was offered beside a booking."""

from engine.nlu.words.lists import phrase_list, word_set

OFFERING = ("CROSS_SELL", "BUNDLE")
"""How the states begin that offer it."""

TAKING = word_set(
    """
    add include both ongeza niongeze niongezee ongezea weka zote yote
    """
)
TAKING_PHRASES = phrase_list("why not, kwa nini isiwe, mbona isiwe, all of it, all of them")
AROUND_TAKING = word_set(
    """
    it that this those them too also as well please pls kindly ok okay okey sure yes yeah yep the a
    of me us for then now ndio ndiyo sawa poa haya fiti basi pia tafadhali hiyo hizo ile hii
    mbili mawili na kwa
    """
)
"""What may stand beside it: with any other word it is no yes."""

LEAVING = phrase_list(
    """
    next time, another time, some other time, another day, maybe later, later, not now, not today,
    just that, just this, just that one, only that, only that one, only this, im good, i am good,
    im fine, im okay, im ok, hiyo tu, hiyo pekee, hiyo moja tu, ile tu, siku nyingine,
    wakati mwingine, mara nyingine, baadaye, badaye, sio leo, si leo, sio sasa
    """
)
"""They put the offer off, and not the booking."""

ONLY = word_set("just only pekee tu peke")
"""Beside a service: that one and nothing more."""
