"""Days that have a name: fixed dates, weekdays of a month, days from Easter, and the moving.

Kenya's own reading goes first: Labour Day is the first of May.
"""

from engine.nlu.words.lists import phrase_list

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "krismasi": (12, 25), "krisimasi": (12, 25),
    "sikukuu ya krismasi": (12, 25), "xmas": (12, 25), "xmas day": (12, 25),
    "christmas eve": (12, 24), "xmas eve": (12, 24), "boxing day": (12, 26),
    "new year": (1, 1), "new years": (1, 1), "new years day": (1, 1), "mwaka mpya": (1, 1),
    "new years eve": (12, 31), "new year eve": (12, 31),
    "valentine": (2, 14), "valentines": (2, 14), "valentines day": (2, 14),
    "valentine day": (2, 14), "siku ya wapendanao": (2, 14),
    "womens day": (3, 8), "international womens day": (3, 8), "siku ya wanawake": (3, 8),
    "st patricks day": (3, 17), "saint patricks day": (3, 17), "earth day": (4, 22),
    "april fools": (4, 1), "april fools day": (4, 1), "april fool day": (4, 1),
    "labour day": (5, 1), "labor day": (5, 1), "may day": (5, 1), "siku ya wafanyakazi": (5, 1),
    "cinco de mayo": (5, 5), "madaraka": (6, 1), "madaraka day": (6, 1),
    "siku ya madaraka": (6, 1), "mazingira day": (10, 10), "mashujaa": (10, 20),
    "mashujaa day": (10, 20), "siku ya mashujaa": (10, 20), "halloween": (10, 31),
    "halloween day": (10, 31), "veterans day": (11, 11), "jamhuri": (12, 12),
    "jamhuri day": (12, 12), "siku ya jamhuri": (12, 12), "groundhog day": (2, 2),
}  # fmt: skip
"""Month and day."""

NTH = {
    "mothers day": (5, 6, 2), "fathers day": (6, 6, 3), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4), "memorial day": (5, 0, -1), "columbus day": (10, 0, 2),
    "mlk day": (1, 0, 3), "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3),
}  # fmt: skip
"""Month, weekday from Monday = 0, and the how many-th of the month (-1: the last)."""

EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "jumatano ya majivu": -46, "palm sunday": -7,
    "jumapili ya matawi": -7, "maundy thursday": -3, "holy thursday": -3, "alhamisi kuu": -3,
    "good friday": -2, "ijumaa kuu": -2, "holy saturday": -1, "easter": 0, "pasaka": 0,
    "easter sunday": 0, "easter day": 0, "jumapili ya pasaka": 0, "easter monday": 1,
    "jumatatu ya pasaka": 1, "ascension day": 39, "pentecost": 49, "whit monday": 50,
}  # fmt: skip
"""Days from Easter Sunday."""

MOVING = frozenset(
    " ".join(words)
    for words in phrase_list(
        """
        eid, idd, idi, eid al fitr, idd ul fitr, idd el fitr, eid ul fitr, eid al adha,
        eid ul adha, idd ul azha, ramadan, ramadhan, ramadhani, diwali, hanukkah, yom kippur,
        orthodox easter, chinese new year, lunar new year, black friday, cyber monday,
        independence day
        """
    )
)
"""Set by the moon, by shops or by a country: nobody's guess, so the day is asked."""
LONGEST = 4
"""Words of the longest name."""
