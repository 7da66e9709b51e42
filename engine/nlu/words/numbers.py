"""Words for numbers, keyed as tokens are."""

UNITS_EN = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS_EN = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

UNITS_SW = {
    "sifuri": 0, "moja": 1, "mbili": 2, "tatu": 3, "nne": 4, "tano": 5, "sita": 6, "saba": 7,
    "nane": 8, "tisa": 9,
    # with the noun classes they count: masaa mawili, miezi mitatu, watu wanne, lisaa limoja
    "mmoja": 1, "mmoya": 1, "limoja": 1, "mojamoja": 1,
    "wawili": 2, "miwili": 2, "mawili": 2, "watatu": 3, "mitatu": 3, "matatu": 3,
    "wanne": 4, "minne": 4, "manne": 4, "watano": 5, "mitano": 5, "matano": 5,
    "wanane": 8, "minane": 8, "manane": 8,
}  # fmt: skip
TENS_SW = {
    "kumi": 10, "ishirini": 20, "thelathini": 30, "salasini": 30, "arobaini": 40,
    "arubaini": 40, "hamsini": 50, "sitini": 60, "sabini": 70, "themanini": 80,
    "thamanini": 80, "tisini": 90,
}  # fmt: skip

ORDINALS_EN = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_MARKS = frozenset({"st", "nd", "rd", "th"})
ORDINALS_SW = {"kwanza": 1, "mosi": 1, "pili": 2}
"""After `ya` or `wa` other ordinals are the plain numbers: ya tatu."""

HUNDRED_EN = frozenset({"hundred", "hundreds"})
THOUSAND_EN = frozenset({"thousand", "thousands"})
HUNDRED_SW, THOUSAND_SW = "mia", "elfu"
"""Said before how often: mia mbili is two hundred."""
