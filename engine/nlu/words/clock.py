"""Words of the clock and the parts of the day. Times are minutes after midnight."""

from typing import NamedTuple

from engine.nlu.words.lists import phrase_list, word_set

HALF_DAY = 12
HOUR = 60
TIMETABLE_DIGITS = 4
"""1530hrs."""
MINUTE_DIGITS = 2


class Part(NamedTuple):
    """A part of the day.

    Attributes:
        core: where everybody would say so; an end past 1440 reaches into the next morning.
        soft: where some would: the edges are soft.
        shown: the openings to look at when nothing but the part was said.
        swahili: whether the Swahili clock goes with it.
    """

    name: str
    core: tuple[int, int]
    soft: tuple[int, int]
    shown: tuple[int, int]
    swahili: bool


def _part(name: str, core: str, soft: str, shown: str, *, swahili: bool = False) -> Part:
    return Part(name, _window(core), _window(soft), _window(shown), swahili)


def _window(text: str) -> tuple[int, int]:
    start, end = (int(t[:2]) * 60 + int(t[2:]) for t in text.split("-"))
    return start, end


MORNING = _part("morning", "0500-1200", "0000-1200", "0600-1200")
AFTERNOON = _part("afternoon", "1200-1800", "1200-1900", "1200-1700")
EVENING = _part("evening", "1600-2200", "1500-2400", "1600-2100")
NIGHT = _part("night", "1800-2800", "1700-2900", "1800-2359")
LUNCH = _part("lunch", "1130-1430", "1100-1500", "1200-1400")
ALFAJIRI = _part("alfajiri", "0400-0700", "0300-0730", "0400-0700", swahili=True)
ASUBUHI = _part("asubuhi", "0600-1200", "0430-1200", "0700-1200", swahili=True)
MCHANA = _part("mchana", "1200-1600", "1100-1701", "1200-1600", swahili=True)
ADHUHURI = _part("adhuhuri", "1130-1400", "1100-1600", "1200-1201", swahili=True)
"""Alone it is noon itself."""
ALASIRI = _part("alasiri", "1500-1700", "1400-1801", "1500-1800", swahili=True)
JIONI = _part("jioni", "1600-1931", "1500-2001", "1600-1900", swahili=True)
USIKU = _part("usiku", "1900-2800", "1830-2900", "1900-2359", swahili=True)
MANANE = _part("usiku wa manane", "2400-2700", "2300-2800", "0000-0300", swahili=True)
MCHANGA = _part("usiku mchanga", "1900-2301", "1830-2400", "1900-2300", swahili=True)

PARTS = {
    "morn": MORNING, "aft": AFTERNOON,
    "morning": MORNING, "mornings": MORNING, "mrng": MORNING, "mornin": MORNING, "dawn": ALFAJIRI,
    "afternoon": AFTERNOON, "afternoons": AFTERNOON, "aftrnoon": AFTERNOON, "arvo": AFTERNOON,
    "evening": EVENING, "evenings": EVENING, "eve": EVENING,
    "night": NIGHT, "nite": NIGHT, "lunchtime": LUNCH, "lunch": LUNCH,
    "alfajiri": ALFAJIRI, "asubuhi": ASUBUHI, "asubui": ASUBUHI, "asbh": ASUBUHI, "asb": ASUBUHI,
    "subuhi": ASUBUHI, "mchana": MCHANA, "alasiri": ALASIRI, "alaasiri": ALASIRI,
    "jioni": JIONI, "magharibi": JIONI, "machweo": JIONI, "usiku": USIKU,
    "adhuhuri": ADHUHURI, "adhuhuhuri": ADHUHURI,
}  # fmt: skip
PART_PHRASES = {
    ("usiku", "wa", "manane"): MANANE,
    ("usiku", "mchanga"): MCHANGA,
    ("lunch", "time"): LUNCH,
    ("lunch", "hour"): LUNCH,
    ("first", "thing"): MORNING,
}
PART_WORDS = tuple(PARTS)
TO_NIGHT = frozenset({"nite", "night", "nyt"})
"""After a glued 2: 2nite."""
TONIGHT = frozenset({"tonight", "tonite", "2nite"})

MIDDAY = frozenset({"noon", "midday", "noontime", "noonish"})
MIDNIGHT = frozenset({"midnight"})
MID = frozenset({"mid"})
"""Mid-day, mid night: in two words."""
ZONES = frozenset(
    {"gmt", "utc", "est", "pst", "cet", "bst", "cst", "edt", "pdt", "mst", "ist", "wat", "cat"}
)
"""Another place's clock: asked, never converted."""
AM = frozenset({"am"})
PM = frozenset({"pm"})
OCLOCK = frozenset({"oclock", "oclk", "sharp", "kamili", "hours", "hrs", "h"})
ISH = frozenset({"ish", "hivi", "exactly"})
AT = frozenset({"at", "@", "around", "arnd", "round", "about", "abt", "approximately", "approx",
                "circa", "say", "mnamo", "kwenye", "kama", "majira"})  # fmt: skip
PAST = frozenset({"past", "after"})
TO = frozenset({"to", "till", "til", "before", "of"})
MINUTES = frozenset({"minute", "minutes", "min", "mins", "m"})
TO_BE = frozenset({"iwe", "ni", "itakuwa", "ikuwe"})
HALF_SW = frozenset({"nusu", "unusu", "nus", "nuss", "nusuu", "nuc"})
QUARTER_SW = frozenset({"robo", "robu", "roboo"})
LESS_SW = frozenset({"kasoro", "kasa", "kaso", "kas", "kasoo"})
"""Before minutes that are missing to the hour, as chats spell it."""
MINUTES_SW = frozenset({"dakika", "dk", "dakka", "dakk"})

AFTER = frozenset({"after", "from", "past", "since", "starting", "kuanzia", "toka", "kutoka",
                   "baada"})  # fmt: skip
BEFORE = frozenset(
    {"before", "by", "until", "till", "til", "kabla", "hadi", "mpaka", "kufikia", "mwisho"}
)
BY_THEN = frozenset({"by", "kufikia"})
"""That hour at the latest: it may be the hour itself."""
CALLS = frozenset({"pass", "passing", "swing", "swinging", "drop", "dropping", "stop", "stopping"})
"""With "by" behind it, it is a visit: "I'll pass by on Friday"."""
BETWEEN = frozenset(
    {"between", "btwn", "btween", "betwn", "kati", "from", "kuanzia", "kutoka", "toka"}
)
B_W = ("b", "/", "w")
"""The same as chats shorten it."""
AND_TO = frozenset({"and", "&", "to", "until", "till", "til", "-", "\u2013", "\u2014", "na", "hadi",
                    "mpaka"})  # fmt: skip
UP_TO = frozenset({"to", "until", "till", "til", "-", "\u2013", "\u2014", "hadi", "mpaka"})
EARLIER_THAN = frozenset({("up", "to"), ("earlier", "than"), ("sooner", "than"),
                          ("mapema", "kuliko")})  # fmt: skip
LATER_THAN = frozenset({("later", "than"), ("baadaye", "kuliko")})
NO_LATER = (("no", "later", "than"), ("not", "later", "than"), ("si", "zaidi", "ya"))
NO_EARLIER = (
    ("si", "mapema", "kuliko"),
    ("sio", "mapema", "kuliko"),
    ("no", "earlier", "than"),
    ("not", "earlier", "than"),
)
OR_LATER = phrase_list(
    """
    or later, or after, or anytime after, or any time after, onwards, onward, at the earliest,
    au baadaye, ama baadaye, na kuendelea, kuendelea, and later, and above
    """
)
OR_EARLIER = phrase_list(
    "or earlier, or before, or sooner, at the latest, latest, au mapema, ama mapema, au kabla"
)
"""Behind an hour: one end of a range."""
AFTER_WHAT = {
    "work": 17 * 60, "office": 17 * 60, "kazi": 17 * 60, "school": 16 * 60, "shule": 16 * 60,
    "lunch": 14 * 60, "job": 17 * 60, "ofisi": 17 * 60, "kazini": 17 * 60, "ofisini": 17 * 60,
    "shuleni": 16 * 60, "church": 12 * 60, "kanisa": 12 * 60, "kanisani": 12 * 60,
}  # fmt: skip
"""Where people's days end, for "after work": it only narrows what is offered."""
BEFORE_WHAT = {
    "lunch": 13 * 60, "work": 9 * 60, "kazi": 9 * 60, "job": 9 * 60, "school": 8 * 60,
    "shule": 8 * 60,
}  # fmt: skip
HELD_UNTIL = frozenset({"until", "till", "til", "hadi", "mpaka"})
HOLDING = word_set(
    """
    work working busy bize occupied tied class classes office kazi kazini job shule school engaged
    booked duty shift
    """
)
"""Before one of those: what lasts until an hour leaves the time behind it."""
BOTH_ENDS = frozenset({"but", "and", "lakini", "na", ",", "then"})
"""Between two ends of one range: "after 4 but before 6"."""
LEAVING = word_set(
    """
    nikitoka tukitoka nikimaliza tukimaliza nikishatoka nikishamaliza nikifunga natoka ninatoka
    nitatoka tunatoka namaliza ninamaliza nitamaliza
    """
)
"""Before where one is until then: `nikitoka kazi`, `natoka job saa kumi`."""
LEAVES = frozenset({"off", "finish", "finishing", "leave", "leaving", "done", "out", "close"})
"""The same in English, behind one of `LEAVERS`."""
LEAVERS = frozenset({"i", "im", "ill", "we", "ive", "my"})
ALLOWED = frozenset({"can", "could", "may", "if", "should", "do", "shall"})
"""Before one of those it is asked for, and no other end of the day told."""
LEFT_BY = frozenset({"the", "my", "from", "with", "of", "at", "ya", "na", "kwa", "huko"})
"""Between those and what is left."""
