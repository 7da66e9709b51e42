"""Languages by their names in English, Swahili and Sheng."""

from engine.nlu.words.classes import CLASSES
from engine.nlu.words.lists import word_set

_OURS = {
    "en": ("english", "kiingereza", "kizungu", "kingereza", "inglish"),
    "sw": ("swahili", "kiswahili", "sheng"),
}
LOCALES = {name: name for name in CLASSES["languages"]} | {
    name: locale for locale, names in _OURS.items() for name in names
}
"""Name -> the locale that we speak, or the name itself where we do not speak it."""

NOT_THIS = word_set(
    """
    not dont cant sijui sielewi siongei siwezi hatujui sio siyo si usitumie understand know
    """
)
"""Before the name of a language: that one is not wanted ("I don't understand English")."""
