"""Words around people's names."""

from engine.nlu.words.lists import phrase_list, word_set

ANYONE = phrase_list(
    """
    anyone, anybody, any one, whoever, whomever, no preference, dont mind, do not mind, doesnt
    matter, does not matter, no matter who, whichever, you choose, your choice, surprise me,
    mtu mwingine yeyote, mtu mwingine yoyote, mtu yeyote mwingine, mtu yoyote mwingine, mwingine
    yeyote, mwingine yoyote, yeyote mwingine, yoyote mwingine, any other person, any
    person, any staff, any lady, any guy, any of them, either of them, either one, mtu
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

GIVEN = word_set("nipe nipee nipeni nipatie nipatieni give")
"""From here on what is named is wanted: `usinipe Anna, nipe Mary`."""
SOMEONE = word_set("mtu mtaalamu fundi mhudumu someone somebody anyone anybody person")
TO_SERVE = word_set("wa to who for anayeweza anayefanya atakaye anayejua wakunifanyia")
"""Between somebody and a service: who is wanted is to do it, and not to talk."""
TALKING = word_set("call calling phone ring simu reach contact connect transfer")
"""With these, or to talk, anyone is called for, and nobody is left to choose who serves."""

OF_OTHER_THINGS = frozenset({"is", "if", "does", "saa", "siku", "wakati", "muda", "huduma"})
"""Before "anyone" or `yoyote` these ask, or speak of no person."""

BUT = frozenset({"but", "except", "isipokuwa", "ila", "not", "sio", "siyo", "minus", "bila",
                 "asiwe", "isiwe", "asikuwe", "asiyekuwa"})  # fmt: skip
LEFT_OUT = BUT - {"not", "sio", "siyo", "bila", "but"}
"""These turn down the name alone, whatever follows."""
IN_ONE_BREATH = frozenset({"and", "na", "or", "nor", "&", "au", "ama", "wala"})
"""Between two names: what turns down the first turns down the second."""
WITH_BETWEEN = word_set("with na be awe kuwa is iwe ni")
"""May stand between such a word and the name."""
BUT_PAIRS = frozenset({("tofauti", "na"), ("mbali", "na"), ("kando", "na"), ("zaidi", "ya"),
                       ("apart", "from"), ("aside", "from"), ("asiwe", "ni")})  # fmt: skip
"""Directly before a name: `yeyote zaidi ya Faith`, "anyone apart from Anna"."""

NEED_NOT = phrase_list(
    """
    si lazima, sio lazima, siyo lazima, si lazima awe, sio lazima awe, si lazima iwe, si lazima na,
    sio lazima iwe, si lazima kuwa, not necessarily, not necessarily with, doesnt have to be,
    does not have to be, doesnt need to be, does not need to be, need not be, neednt be,
    doesnt have to be with, no need for it to be
    """
)
"""Directly before a name it is anyone, be it they or another: `si lazima Mary`."""
FORBIDS = ("usini", "msini", "usitu", "msitu")
"""How Swahili orders begin that turn down what follows: `usinipe Mary`."""
TAKEN_BACK = word_set(
    "actually sorry rather mean meant wait scratch correction oops samahani pole bali hapana"
)
"""Between two names of a kind these take the first one back."""
SAID_BEFORE = word_set("nilisema nimesema tulisema nilikuambia said")
"""Before a name, with another wanted behind it, these take the first one back."""
DROPS = word_set("wacha acha achana wachana forget scrap ditch")
"""Before a name these let go of it."""

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

TITLES = word_set("dr doctor mr mrs ms miss madam mama prof daktari bwana bi the")
"""Before a name they belong to it, and lead to nobody by themselves."""
SMALL = word_set("and na of md dds a b c d e f g h i j k l m n o p q r s t u v w x y z")
"""In a person's name as well: Dr. Ouma M. Otieno, MD."""
ARTICLES = word_set("a an any some other another your our my")
"""What stands behind these is a thing of its kind: "an exclusive cut"."""
NAMING = word_set(
    """
    with w na by see at to visit wa kwa kwenye book prefer choose pick take named called not sio
    siyo or au ama kuona
    """
)
"""Words that lead to whoever serves, be it a person or a firm."""
GOING = word_set("go going come coming went back over switch change changed")
"""Before "to" they lead to a firm: whoever is new to a town, or moved there, names nobody."""
INSIDE = word_set("in near around inside outside within across downtown huko pale mjini mtaani")
"""What stands behind these is a place, though a firm may be named after it."""
AREA = word_set("area town city side street road estate neighborhood neighbourhood region")
OF_A_FIRM = word_set(
    """
    salon spa bar barber barbershop parlor parlour studio lounge boutique shop store house hair nail
    beauty beautician hairdresser stylist style barbing kinyozi saluni susi cut clinic hospital
    centre center lab laboratory
    medical medicine health healthcare care wellness doctor daktari dr md dds phd dmd
    physician dentist dentistry dental orthodontic orthodontics smile tooth teeth meno kliniki
    hospitali specialist surgery surgeon surgical therapy therapist physio physiotherapy massage
    family kid children child woman women men man lady unisex office group practice associate
    association company limited ltd llc inc corp partner service team professional expert academy
    school college tutor car auto garage wash detailing photo photography photographer insurance
    cosmetic skin laser eye vision
    """
)
"""In the names of firms of a trade, whatever the catalogue says: alone they name none."""

NAME_FRAMES = phrase_list(
    """
    my name is, my names, name is, the name is, i am, im, this is, its, call me, jina langu
    ni, jina ni, naitwa, ninaitwa, mimi ni, it is, jina langu, names, my name, name, jina
    """
)
SELF_FRAMES = frozenset({("i", "am"), ("im",), ("i", "m"), ("mimi", "ni")})
"""Before a name of the team as well: "I am Mary" calls no Mary."""
OWN_NAME = word_set(
    """
    my the full first last second real own nick sir ok okay yes hi hello hey and so well thanks
    sure please
    """
)
"""May stand before "name is": behind any other word it is the name of somebody else."""
ANYBODYS = frozenset({("the", "name", "is"), ("name", "is"), ("jina", "ni")})
"""What stands behind these may be the customer's name or that of who is to serve."""
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
