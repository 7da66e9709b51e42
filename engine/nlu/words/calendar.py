"""Words of the calendar. Weekdays count from Monday = 0, months from 1."""

from engine.nlu.words.lists import phrase_list

WEEKDAYS = {
    "monday": 0, "mon": 0, "mondays": 0,
    "tuesday": 1, "tue": 1, "tues": 1, "tuesdays": 1,
    "wednesday": 2, "wed": 2, "weds": 2, "wednesdays": 2, "wensday": 2, "wenesday": 2,
    "thursday": 3, "thu": 3, "thur": 3, "thurs": 3, "thursdays": 3,
    "friday": 4, "fri": 4, "fridays": 4,
    "saturday": 5, "sat": 5, "saturdays": 5,
    "sunday": 6, "sun": 6, "sundays": 6,
    "jumatatu": 0, "jtatu": 0, "jumtatu": 0, "jmatatu": 0,
    "jumanne": 1, "jnne": 1, "jumane": 1, "jmanne": 1,
    "jumatano": 2, "jtano": 2, "jumtano": 2, "jmatano": 2,
    "alhamisi": 3, "alkhamisi": 3, "alhamis": 3, "alh": 3, "ahamisi": 3,
    "alha": 3, "alhami": 3, "alhmisi": 3,
    "ijumaa": 4, "ijuma": 4, "ijumma": 4, "ijmaa": 4, "jumaa": 4,
    "jumamosi": 5, "jmosi": 5, "jmamosi": 5, "jummosi": 5,
    "jmos": 5, "jmoc": 5, "jmosy": 5, "jpil": 6, "jtat": 0, "jtan": 2, "alham": 3,
    "jumapili": 6, "jpili": 6, "jmapili": 6, "jumpili": 6,
}  # fmt: skip
SHORT_WEEKDAYS = frozenset({"sat", "sun", "wed", "mon"})
"""Also other words in English: they need company."""

WALL_WEEKDAYS = {"jn": 1, "al": 3, "ij": 4, "jm": 5, "jp": 6}
"""As wall calendars shorten them; they need an hour behind, being initials of people as well."""
EITHER_WEEKDAY = frozenset({"jt"})
"""Jumatatu or Jumatano."""
AFTER_JUMA = {
    "tatu": 0,
    "nne": 1,
    "tano": 2,
    "mosi": 5,
    "pili": 6,
    "3": 0,
    "4": 1,
    "5": 2,
    "1": 5,
    "2": 6,
}
"""`Juma tatu` in two words, and the forums' J3, J4, J5, J1, J2."""

DAY_NUMBERS = {"tatu": 1, "nne": 2, "tano": 3, "sita": 4}
"""After `siku ya`, counted from Sunday."""

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
    "januari": 1, "februari": 2, "machi": 3, "aprili": 4, "mei": 5, "juni": 6, "julai": 7,
    "agosti": 8, "septemba": 9, "oktoba": 10, "novemba": 11, "desemba": 12, "disemba": 12,
}  # fmt: skip

OFFSETS = {
    "today": 0, "todays": 0, "tday": 0, "leo": 0,
    "tomorrow": 1, "tomorrows": 1, "tmrw": 1, "tmr": 1, "tmrow": 1, "tommorrow": 1, "tomoro": 1,
    "tomorow": 1, "tomm": 1, "tomo": 1, "tmw": 1, "tomoz": 1, "morrow": 1,
    "kesho": 1, "kexho": 1, "keso": 1,
    "keshokutwa": 2, "keshokutwo": 2, "overmorrow": 2, "kutwa": 2,
    "mtondo": 3, "mtondogoo": 4,
    "yesterday": -1, "jana": -1, "juzi": -2,
}  # fmt: skip
PHRASED_OFFSETS = {
    ("day", "after", "tomorrow"): 2, ("day", "before", "yesterday"): -2, ("kesho", "kutwa"): 2,
    ("kesho", "-", "kutwa"): 2,
}  # fmt: skip
DAY_AFTER = phrase_list(
    """
    the day after, day after, the next day, next day, the following day, the day that follows,
    a day later, one day later, siku inayofuata, siku iliyofuata, siku ya kufuata, siku baada yake,
    siku inayofuatia, siku moja baadaye
    """
)
DAY_BEFORE = phrase_list(
    """
    the day before, day before, the previous day, a day earlier, one day earlier, siku moja kabla,
    siku kabla yake, siku iliyotangulia
    """
)
"""Behind a day that is turned down."""
TWO_MORROW = frozenset({"moro", "morrow", "morow", "mrw", "mro"})
"""After a glued 2: 2moro."""

THIS_EN = frozenset({"this", "dis"})
NEXT_EN = frozenset({"next", "nxt", "following"})
LAST_EN = frozenset({"last", "past", "previous"})
LAST_SW = frozenset({"iliyopita", "uliopita", "lililopita", "iliopita", "uliyopita", "ilopita"})
AGO = frozenset({"ago", "zilizopita", "iliyopita", "uliopita", "yaliyopita", "nyuma"})
"""Behind a length: counted back from now."""
COMING = frozenset({"coming", "upcoming"})
NEXT_SW = frozenset({"ijayo", "ujao", "lijalo", "inayokuja", "unaokuja", "linalokuja", "inayofuata",
                     "unaofuata", "zijazo", "ijao", "ingine", "nyingine"})  # fmt: skip
OTHER_SW = frozenset({"ingine", "nyingine"})
THIS_SW = frozenset({"hii", "huu", "hili"})

AFTER_NEXT = phrase_list(
    """
    after next, but one, baada ya ijayo, baada ya hiyo ijayo, baada ya ujao, ijayo ile ingine,
    ijayo ingine, ijayo nyingine, ijayo ile nyingine, inayofuata ile ingine, ujao ule mwingine,
    ujao mwingine
    """
)
"""Behind a week or month: the second from this one; English says "next" before "but one"."""

WEEK = frozenset({"week", "weeks", "wiki", "juma", "wk"})
WEEKEND = frozenset({"weekend", "wikendi", "wikiendi", "wknd"})
MONTH = frozenset({"month", "mwezi"})
GLUED_WEEKS = {"nextweek": 1, "thisweek": 0}
FORTNIGHT = frozenset({"fortnight"})
EVERY = frozenset({"every", "each", "kila"})
"""Before a weekday: a day of every week is no one day."""
YEAR = frozenset({"year", "mwaka"})
STRETCH_LEADS = {
    "end": ("of",), "beginning": ("of",), "start": ("of",), "middle": ("of",), "mid": (),
    "early": (), "late": (), "mwisho": ("wa",), "mwanzo": ("wa",), "mwishoni": ("mwa",),
    "mwanzoni": ("mwa",), "katikati": ("ya",),
}  # fmt: skip
"""Before a month: some part of it. With what must follow."""
OF = frozenset({"of", "ya", "wa", "in", "the", "za", "la", "on", ","})
"""What may stand between the parts of one date."""

DATE = frozenset({"tarehe", "trh", "date", "tar", "tarhe", "tareh", "trhe"})
"""Before the number of a day."""
UNITS = {
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "dakika": "minute", "dk": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "saa": "hour",
    "masaa": "hour", "lisaa": "hour", "h": "hour",
    "day": "day", "days": "day", "siku": "day",
    "week": "week", "weeks": "week", "wiki": "week", "wk": "week", "wks": "week",
    "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "mwezi": "month", "miezi": "month",
    "year": "year", "years": "year", "mwaka": "year", "miaka": "year",
}  # fmt: skip
DAY_WORDS = frozenset({word for word, unit in UNITS.items() if unit == "day"} | DATE)
"""What a day is called that nobody names: "change the day"."""
UNIT_FIRST = frozenset(
    {"dakika", "saa", "masaa", "lisaa", "siku", "wiki", "mwezi", "miezi", "mwaka", "miaka"}
)
"""Swahili counts behind the noun: siku mbili."""
