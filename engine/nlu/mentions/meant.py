"""Words of a message that stand for a word of our names: slips beside a name, forms of a verb.

"Kids hircut" is the kids' haircut and no other; "my hair braided" asks for braids.
"""

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from engine.nlu.acts.strange import strange
from engine.nlu.mentions.index import Kind, fold, form_of
from engine.nlu.mentions.named import open_to_slips
from engine.nlu.tokens import Message
from engine.nlu.words.treated import CAUSING, DOING

Meant = Mapping[int, str]
"""Words of our names, by the tokens that stand for them."""
_NEAR = 85.0
_SHORTEST = 4
_DONE, _DOING = "ed", "ing"


def slips(message: Message, kind: Kind, taken: frozenset[int]) -> Meant:
    """Misspelt words of names: "hot stne massage", `kunyoa mtto`."""
    near = (
        (at, _near(fold(token.key), kind))
        for at, token in enumerate(message.tokens)
        if token.word and strange(token.key) and open_to_slips(message, at, taken)
    )
    return {at: word for at, word in near if word}


def _near(word: str, kind: Kind) -> str | None:
    """The one word of a name that an unknown word resembles, if their first letters agree."""
    if len(word) < _SHORTEST or word in kind.words:
        return None
    hits = process.extract(word, kind.words, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2)
    alike = [known for known, _, _ in hits if known[0] == word[0]]
    return alike[0] if len(alike) == 1 else None


def done(message: Message, kind: Kind, taken: frozenset[int]) -> Meant:
    """What is to be done to something of the customer's: "get my hair braided"."""
    return {
        at: word for at, word in forms(message, kind, taken).items() if _to_be_done(message, at)
    }


def forms(message: Message, kind: Kind, taken: frozenset[int]) -> Meant:
    """Other forms of words of names: "clean my teeth" for a cleaning."""
    found = (
        (at, kind.forms.get(form_of(fold(token.key))))
        for at, token in enumerate(message.tokens)
        if token.word and at not in taken and fold(token.key) not in kind.words
    )
    return {at: word for at, word in found if word}


def _to_be_done(message: Message, at: int) -> bool:
    key = message.keys[at]
    if key.endswith(_DOING):
        return strange(key)
    before = message.keys[:at]
    wished = key.endswith(_DONE) and bool(CAUSING & {*before})
    return wished and before[-1] not in DOING
