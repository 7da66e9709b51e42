"""Words that bind the business when it says them: none of them may come from nowhere."""

from engine.nlu.words.calendar import MONTHS, OFFSETS, WEEKDAYS
from engine.nlu.words.clock import HALF_SW, LESS_SW, MIDDAY, MIDNIGHT, PARTS, QUARTER_SW, TONIGHT
from engine.nlu.words.lists import word_set
from engine.nlu.words.numbers import (
    HUNDRED_EN,
    ORDINALS_EN,
    TENS_EN,
    TENS_SW,
    THOUSAND_EN,
    UNITS_EN,
    UNITS_SW,
)

_ALSO_ELSE = word_set("may march mar sat sun wed second h m")
"""Also other words; as a day or month they are written with a capital, like a name."""
TIMES = (
    frozenset((*MONTHS, *OFFSETS, *WEEKDAYS, *PARTS))
    | TONIGHT
    | MIDDAY
    | MIDNIGHT
    | HALF_SW
    | QUARTER_SW
    | LESS_SW
    | word_set(
        """
        hour hours minute minutes week weeks weekend weekends month months year years daily half
        quarter saa lisaa dakika wiki mwezi miezi mwaka miaka ijayo ujao
        """
    )
) - _ALSO_ELSE
COUNTED = (
    frozenset((*UNITS_EN, *TENS_EN, *UNITS_SW, *TENS_SW, *ORDINALS_EN))
    | HUNDRED_EN
    | THOUSAND_EN
    | word_set("mia elfu laki percent asilimia double twice dozen")
) - _ALSO_ELSE
PROMISES = word_set(
    """
    free freely discount discounts refund refunds refunded guarantee guaranteed promise promised
    booked confirmed confirm reserved paid cancelled canceled moved rescheduled gift bonus voucher
    coupon offer offers complimentary cheaper cheapest best waive waived sale promo promotion
    bure punguzo ofa zawadi rejesha kurejesha kurudishiwa tutarudisha hakikisho ahadi naahidi
    imethibitishwa nimethibitisha nimehifadhi imehifadhiwa umelipa imelipwa nimeghairi imeghairiwa
    nimehamisha imehamishwa nafuu
    """
)
NEGATIONS = word_set(
    """
    not no never none nothing nobody neither nor cannot cant dont doesnt didnt wont isnt arent wasnt
    werent couldnt wouldnt shouldnt havent hasnt without closed unable sorry unfortunately
    si sio siyo hapana hakuna hamna hatuna sina hana hawana hatu hatufungui hatujui sijui sijaelewa
    sikuelewa sielewi sikupata hatufanyi hatutoi haipo haupo hayupo haiwezekani hatuwezi siwezi
    huwezi bila samahani pole kufungwa tumefunga imefungwa bado sijui
    """
)
"""A no, and what goes with one: where the plain words have one, the others must."""
OPENERS = word_set(
    """
    absolutely certainly unfortunately great perfect alright welcome happy glad lovely noted
    understood apologies currently also could would we our you your i it here there that this
    karibu hakuna pole poa vizuri bila shaka naelewa nimeelewa sijaelewa sawa ndiyo ndio habari
    samahani kwa tuna tunafungua tunatoa unaweza ungependa naomba tafadhali huduma bei ni
    """
)
"""Words that begin a sentence and name nobody."""
