"""Small words that say nothing by themselves, and nouns that numbers count."""

from engine.nlu.words.lists import word_set

COUNTED = word_set(
    """
    people person persons pax guys friends ladies men women kids adults children of us bob ksh
    kes sh shillings shilingi /= % percent k times visits sessions services heads st nd rd th
    years old x watu mtu wanawake wanaume watoto
    """
)
"""A number before one of these is no hour."""

MONEY = frozenset({"ksh", "kes", "kshs", "sh", "bob", "shillings", "shilingi", "kshs.", "$", "usd"})

PRICES = word_set("price prices cost costs fee charge amount total deposit bei gharama kiasi jumla")
SET_TO = word_set("to is be at as ni iwe iko kuwa = : ya hii hiyo yangu yake of this it")
"""Between one of these and a number: `bei iwe 1`, "make the price 0"."""

NUMBERED = word_set(
    """
    form grade class std standard year gate room bay floor flat house block table
    darasa gredi kidato chumba nyumba lango
    """
)
"""A number behind one of these names it, and is no hour."""

BEING = word_set("is are was turned turns turning only just about almost ana wana ni")
AGED = word_set("aged age shes hes umri")
PERSONS = word_set(
    """
    he she they son sons daughter daughters kid kids child children boy boys girl girls baby twins
    sister brother sisters brothers niece nephew cousin mum mom dad grandson granddaughter
    mtoto watoto mwanangu binti kijana dada kaka
    """
)
"""Behind one of these and "is" a number alone is an age: "my sister is 17"."""
