"""Words around people's names."""

from engine.nlu.words.lists import phrase_list, word_set

ANYONE = phrase_list(
    """
    anyone, anybody, any one, whoever, whomever, no preference, dont mind, do not mind, doesnt
    matter, does not matter, no matter who, whichever, you choose, your choice, surprise me,
    any person, any staff, any lady, any guy, any of them, either of them, either one, mtu
    yeyote, mtu yoyote, yeyote, yoyote, yeyote yule, haijalishi, si lazima mtu, wowote, chagua
    wewe, any available, whoever is available, whoever is free, dont care, not fussy, sijali,
    any will do, anyone is fine
    """
)
ONLY_IF_ASKED = phrase_list(
    """
    any, either, whatever, no one, none
    """
)

ANY = frozenset({"any", "a", "an", "either", "whichever", "whatever", "some", "mmoja", "any1"})
"""Before what such people are called these leave it to us: any stylist, a doctor."""
BETWEEN = frozenset({"of", "the", "your", "free", "available", "one", "good"})
"""May stand between the two: any of your stylists."""
ANY_AFTER = frozenset({"yeyote", "yoyote", "wowote", "mmoja", "any"})
"""The same after it: kinyozi yeyote."""

WANTED = word_set(
    """
    nataka nahitaji ningependa natafuta naomba kuona kumwona kumuona kuonana see need want
    """
)
"""Directly before the bare word, which has no article in Swahili: `nataka kuona daktari`."""
CERTAIN = word_set("wangu wetu wako wenu wake yule huyo huyu gani yupi mwingine mwengine")
"""Behind it, these mean one of them in particular."""

OF_OTHER_THINGS = frozenset({"is", "if", "does", "saa", "siku", "wakati", "muda", "huduma"})
"""Before "anyone" or `yoyote` these ask, or speak of no person."""

BUT = frozenset({"but", "except", "isipokuwa", "ila", "not", "sio", "siyo", "minus", "bila"})

BEFORE_NAME = frozenset(
    {
        "with",
        "na",
        "by",
        "see",
        "for",
        "to",
        "want",
        "nataka",
        "w",
        "wa",
        "kwa",
        "from",
        "not",
        "sio",
        "and",
        "or",
        "au",
        "ama",
        ",",
    }
)
WITH = frozenset({"with", "na", "by", "w"})

ALSO_WORDS = word_set(
    """
    will may mark bill art sue rob drew guy hope chase june april august summer dawn eve
    sunday friday sasa poa imani
    """
)
"""Names that are words as well."""

NAME_FRAMES = phrase_list(
    """
    my name is, my names, name is, the name is, i am, im, this is, its, call me, jina langu
    ni, jina ni, naitwa, ninaitwa, mimi ni, it is, jina langu, names, my name, name, jina
    """
)
SELF_FRAMES = frozenset({("i", "am"), ("im",), ("i", "m"), ("mimi", "ni")})
"""Before a name of the team as well: "I am Mary" calls no Mary."""
SURE_FRAMES = frozenset(
    {
        ("my", "name", "is"),
        ("naitwa",),
        ("ninaitwa",),
        ("jina", "langu", "ni"),
        ("name", "is"),
        ("jina", "ni"),
        ("the", "name", "is"),
    }
)
