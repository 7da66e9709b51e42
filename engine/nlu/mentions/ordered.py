"""Words of a command that only sound like a name: "go back" asks for no back massage."""

from engine.model.understanding import Act, Mention
from engine.model.value import ANYONE
from engine.nlu.mentions.index import keys_of
from engine.nlu.words.lists import word_set

COMMANDS = frozenset({"back", "repeat", "restart", "skip", "stop", "change", "language"})
CALL = "handoff"
_ORDERED_FROM = 0.95

_WORDS = word_set(
    """
    back go again over start restart repeat stop skip change next pass undo return reset nyuma rudi
    ruka rudia acha wacha upya anza badilisha
    """
)


FREE = "text"
"""The type of an answer that is the customer's words as they are."""
_SURE = 0.85
_BESIDE_AN_ANSWER = frozenset({"affirm", "deny", "greeting", "thanks", "change"})


def meant(mentions: tuple[Mention, ...], acts: tuple[Act, ...]) -> tuple[Mention, ...]:
    """The mentions without those whose every word belongs to a command that was given.

    Whoever calls a person over ("nataka mhudumu") leaves nobody the choice of who serves.
    """
    if any(act.name == CALL and act.confidence >= _SURE for act in acts):
        mentions = tuple(one for one in mentions if one.value != ANYONE)
    if not any(act.name in COMMANDS and act.confidence >= _ORDERED_FROM for act in acts):
        return mentions
    return tuple(one for one in mentions if not one.text or set(keys_of(one.text)) - _WORDS)


def answering(mentions: tuple[Mention, ...], acts: tuple[Act, ...]) -> tuple[Mention, ...]:
    """The mentions without free words where they plainly ask or want something else."""
    wants = any(act.confidence >= _SURE and act.name not in _BESIDE_AN_ANSWER for act in acts)
    return tuple(one for one in mentions if one.type != FREE) if wants else mentions
