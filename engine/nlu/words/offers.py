"""Words that take or leave what was put forward, or want once more what did not work."""

from engine.nlu.words.lists import phrase_list, word_set

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
    next time, another time, some other time, another day, maybe later, later, not now, not
    today, just that, just this, just that one, only that, only that one, only this, im good,
    thats enough, that is enough, that will do, inatosha, hiyo inatosha, imetosha, yatosha,
    zatosha, hiyo yatosha, i am good, im fine, im okay, im ok, hiyo tu, hiyo pekee, hiyo moja
    tu, ile tu, siku nyingine, wakati mwingine, mara nyingine, baadaye, badaye, sio leo, si leo,
    sio sasa
    """
)
"""They put the offer off, and not the booking."""

ONLY = word_set("just only pekee tu peke")
"""Beside a service: that one and nothing more."""

RESEND = phrase_list(
    """
    send another, send me another, send a new, send me a new, send the prompt, send me the prompt,
    another prompt, another request, another push, new prompt, new request, tuma ingine,
    tuma nyingine, nitumie ingine, nitumie nyingine, tuma prompt,
    tuma ombi, rudisha ombi, nitumie ombi, ombi jipya, ombi lingine, tuma upya, prompt tena,
    rudisha prompt, tuma stk, nitumie stk, stk ingine, stk mpya, stk tena
    """
)
"""A request for money is wanted anew: nothing is to be changed."""

RETRY = (
    *RESEND,
    *phrase_list(
        """
    try again, try once more, once more, one more time, again, retry, resend, send it again,
    send again, rudia, irudie, try it again, try one more time, push it again, another try,
    jaribu tena,
    tujaribu tena, tena, nitumie tena, tuma tena, rudia tena, nijaribu tena, mara nyingine,
    mara moja zaidi, try now, try it now, send now, send it now, jaribu sasa, tuma sasa,
    do it again, lets do it again
    """
    ),
)
"""Where a yes tries once more what did not work, these are a yes."""
