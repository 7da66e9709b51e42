"""Whether a word of a lexicon means one that is understood: by the rules, or of a catalogue."""

from engine.document.problem import near
from engine.model.understanding import Vocabulary
from engine.nlu.understood import known_words, understands

WORD = "word."
"""Before the word that others are to mean: `word.kesho: kesh, keshoo`."""
ELSE = "Write a word that is understood, or one of a service or person"


def fault_of(name: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """What is wrong with the name of a list of words in a lexicon, and the remedy; None: nothing.

    Args:
        name: as a lexicon has it: `word.kesho`; names of other parts are not looked at.
        vocabulary: how customers name what the business has.
    """
    word = name.removeprefix(WORD)
    own = {part for term in vocabulary for one in term.words for part in one.split()}
    if not name.startswith(WORD) or not word.isalnum() or understands(word) or word in own:
        return None
    meant = near(word, known_words() | own)
    return f"nothing understands '{word}'", f"Write '{WORD}{meant}'" if meant else ELSE
