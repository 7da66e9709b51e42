"""What a thumb types beside a word of time: which words, which keys lie together, what is real."""

from engine.nlu.words.calendar import MONTHS, OFFSETS, WEEKDAYS
from engine.nlu.words.clock import PARTS
from engine.nlu.words.lists import word_set

BESIDE = {
    "q": "wa", "w": "qesa", "e": "wrds", "r": "etfd", "t": "rygf", "y": "tuhg", "u": "yijh",
    "i": "uokj", "o": "iplk", "p": "ol", "a": "qwsz", "s": "awedzx", "d": "serfxc", "f": "drtgcv",
    "g": "ftyhvb", "h": "gyujbn", "j": "huiknm", "k": "jiolm", "l": "kop", "z": "asx", "x": "zsdc",
    "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
"""The keys around each key."""

_LONG, _LONG_MONTH = 5, 6
DAY_NAMES = frozenset(word for word in {*OFFSETS, *WEEKDAYS} if len(word) >= _LONG) - word_set(
    "jmosy jpili alhami tomoz kexho kutwa"
)
OTHER_TIMES = (
    frozenset(word for word in PARTS if len(word) >= _LONG)
    | frozenset(word for word in MONTHS if len(word) >= _LONG_MONTH)
    | word_set("tarehe weekend wikendi nextweek thisweek jioni usiku")
) - word_set("lunch")
"""Beside the names of days: words whose slips are told from others wherever they stand."""
SHORT_DAYS = word_set("mon tue wed thu fri sat sun")
"""Too short to be mended: where an hour follows a slip of one it is asked which day is meant."""
MODIFIERS = word_set(
    """
    kutwa next week this wiki ijayo ijao ujao ingine nyingine hii huu mwezi month after following
    coming
    """
)
"""Words that say which day or week: their slips are told beside another such word alone."""
COMPANY = MODIFIERS | {*OFFSETS, *WEEKDAYS} | word_set("juma mwaka year weekend wikendi")

EITHER = word_set("kuwa kuta net nest seek wee")
"""Other words that may be a slip of a modifier: asked where one would stand."""
REAL = word_set(
    """
    hi hu his thus tis hits wake wink hiki hio uja moth moths fir friend fried dri try eat mom mob
    sin
    sub sum sag tie jon non dun rue due seat kesha mesh moon might light tight fight sight
    nigh ijue hui hiyo hizo after alter kutwanga aft mourning manne mtano mtatu
    utano utatu itano itatu albam chana jini joni unao inao dat wat wer thy tri sta warning jasiri
    mwisho mouth mouths wikis weeks months nexus these thins thin
    """
)
"""Other words that lie as near, and are no slips."""
