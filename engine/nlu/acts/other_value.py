"""A no that names another value is a correction and ends nothing, even if the value is not known.

"No, the dentist's name is Wanjiru", "no, I meant Kibet", "hapana, mia moja".
"""

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import FILLERS, Cues
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import BESIDE_VALUES, DOUBTED, ROUTED, Told, Weights
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.when.amounts import amount
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.cues import CUES
from engine.nlu.words.naming import MAKING, NAMING
from engine.nlu.words.yesno import NO

_PLANS = Cues(rows("both/rethought"), CLASSES)
_CANCELS = Cues([cue for cue in CUES if cue[0] == "cancel"], CLASSES)
_NEAR = 6
"""Words between what is named and its name."""


def thought_again(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Whoever gives something up and makes it another in one breath gives nothing up.

    "Never mind, make it Friday": the value itself does the work.
    """
    placed = told.timed or told.answers
    instead = told.timed or told.time_refused
    if "cancel" in weights and instead and hearing.standing.sums_up and _only_plans(message):
        weights.pop("cancel")
    if placed and weights.get("stop", 0.0) >= ROUTED and MAKING & {*message.keys}:
        weights["stop"] = DOUBTED
        weights["change"] = BESIDE_VALUES


def _only_plans(message: Message) -> bool:
    """Whether nothing calls it off but "change of plans"; not "change of plans, cancel it"."""
    said = {at for match in _PLANS.matches(message) for at in range(match.start, match.end)}
    return bool(said) and not _CANCELS.matches(message.without(said))


def other_value(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Behind a summary a no beside another value asks what is to change."""
    if not hearing.standing.sums_up or weights.get("deny", 0) < ROUTED:
        return
    if told.service or told.answers or told.timed:  # the value itself does the work
        weights["change"] = max(weights.get("change", 0.0), BESIDE_VALUES)
        weights["deny"] = DOUBTED
    elif names_another(message):
        weights["change"] = max(weights.get("change", 0.0), ROUTED)
        weights["deny"] = DOUBTED


def names_another(message: Message) -> bool:
    """Whether something is called otherwise behind a no, or nothing but a number stands there."""
    at = next((at for at, key in enumerate(message.keys[: len(message)]) if key in NO), None)
    if at is None:
        return False
    behind = range(at + 1, len(message))
    named = (place for place in behind if message.keys[place] in NAMING)
    return any(_name_behind(message, place) for place in named) or _only_number(message, at + 1)


def _name_behind(message: Message, at: int) -> bool:
    """Whether a word that is in no table, or a number, stands behind the one that names."""
    near = range(at + 1, min(at + _NEAR, len(message)))
    return any(strange(message.keys[one]) or amount(message, one) for one in near)


def _only_number(message: Message, at: int) -> bool:
    while at < len(message) and (not _says(message, at) or message.keys[at] in FILLERS):
        at += 1
    found = amount(message, at) if at < len(message) else None
    return found is not None and not any(
        _says(message, one) for one in range(found[1], len(message))
    )


def _says(message: Message, at: int) -> bool:
    token = message.tokens[at]
    return token.word or token.number is not None
