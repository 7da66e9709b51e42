"""Words for what was done and not meant: pressed by mistake, nilibonyeza kimakosa."""

from engine.nlu.words.lists import phrase_list, word_set

BY_MISTAKE = phrase_list(
    """
    by mistake, by accident, in error, unintentionally, accidentally, mistakenly, kimakosa,
    kwa makosa, kwa bahati mbaya, bila kukusudia, bila kujua
    """
)
PRESSED = word_set(
    """
    pressed clicked tapped hit touched typed accidentally mistakenly unintentionally nilibonyeza
    nimebonyeza niligusa nimegusa
    """
)
"""Before the name of a button."""
BETWEEN = word_set("it that the this on hiyo ile button my yangu")
