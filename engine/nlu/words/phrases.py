"""Set phrases of time, as sequences of keys."""

from engine.nlu.words.lists import phrase_list

ANY_TIME = phrase_list(
    """
    any time, anytime, whenever, saa yoyote, wakati wowote, muda wowote, siku yoyote, any day,
    saa yeyote, siku yeyote, asap, as soon as possible, haraka iwezekanavyo, next available,
    earliest, soonest, flexible
    """
)
NOW = phrase_list(
    """
    right now, just now, sasa hivi, saa hii, saa hizi, saa hivi, immediately
    """
)
NO_TIME = phrase_list(
    """
    saa ngapi, what time, which day, siku gani, siku ngapi, all day, every day, kila siku, one
    day, the other day, these days, siku hizi, siku njema, good morning, good afternoon, good
    evening, good night, good day, have a good day,
    usiku mwema, habari za asubuhi, habari za mchana, habari za jioni, habari za leo, habari
    ya asubuhi, habari ya mchana, habari ya jioni, habari ya leo, habari asubuhi, habari
    jioni, mambo ya leo, first time, second time,
    last time, next time, this time, the first time, one more time, one time, at all, for now,
    at least, at the moment, the day, one moment, one second, one sec, mara ya kwanza, mara ya
    pili, mara moja, the second one, the first one, the third one, the fourth one, the last
    one, ya kwanza, ya pili, ya tatu, ya nne, ya tano, ya mwisho, wa kwanza, wa pili, wa tatu,
    wa nne, wa tano, no one, any one, the one, this one, that one, may i, may we, may you, a
    second, a moment, a minute please, cha kwanza, last night, this
    minute, four of us, two of us, doing today, feeling today, going today, doing right now,
    going right now, your morning, your evening, your afternoon, your day
    """
)
GREETINGS = phrase_list(
    """
    za asubuhi, za mchana, za jioni, za leo, asubuhi njema, mchana mwema, jioni njema,
    """
)
"""At the head of a message only."""
VAGUE = phrase_list(
    """
    end of the month, end of this month, end of month, end of next month, mwisho wa mwezi,
    mwisho wa mwezi huu, mwisho wa mwezi ujao, end of the week, end of week, end of next week,
    mwisho wa wiki, mid week, midweek, mid month, katikati ya wiki, katikati ya mwezi, month end,
    beginning of the month, beginning of next month, start of the month, start of next week,
    beginning of next week, beginning of the week, start of the week, start of week,
    mwanzo wa mwezi, mwanzo wa wiki, mwanzoni mwa mwezi, mwanzoni mwa wiki, mwishoni mwa mwezi,
    mwishoni mwa wiki, mwishoni mwa mwaka, mwisho wa mwaka, end of the year, end of year,
    siku zijazo, one of these days, soon, hivi karibuni, some time next week, rest of the week,
    end of day, end of the day, eod, eom, in a few hours, in a few days, in a few weeks,
    in a few minutes, in some days, in some time, a few days from now, later this week,
    later this month, end month, endmonth, mwisho mwezi, next month end, mwisho mwezi ujao,
    mwisho mwezi huu, last weekday of the month
    """
)
EVE = phrase_list("usiku wa kuamkia, usiku kuamkia")
"""The night before the day that is named."""
PARTS_OF_HOUR = {
    30: phrase_list(
        "half an hour, half an hours, half hour, a half hour, half hr, half an hr, half an hrs, "
        "nusu saa, nusu ya saa, 1 / 2 hour, 1 / 2 h"
    ),
    15: phrase_list(
        "a quarter of an hour, a quarter of an hours, a quarter hour, quarter of an hour, robo saa"
    ),
    45: phrase_list("three quarters of an hour, three - quarters of an hour, 3 / 4 hour"),
}
PARTS_OF_ONE = {
    (".", "5"): 30, (".", "50"): 30, (".", "25"): 15, (".", "75"): 45,
    ("1", "/", "2"): 30, ("1", "/", "4"): 15, ("3", "/", "4"): 45,
}  # fmt: skip
"""Behind whole hours in figures: minutes."""
