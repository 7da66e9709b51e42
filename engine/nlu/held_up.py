"""A question behind a no or a wait: "no wait, first: do you do kids?", `hapana ngoja, mna watoto?`.

It is answered, and decides nothing; a no that says what should be instead is another matter.
"""

from collections.abc import Callable

from engine.model.understanding import Understanding
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.told import INQUIRIES, ROUTED
from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message
from engine.nlu.words.turns import RATHER
from engine.nlu.words.yesno import NO

_SAID = lists("both/held_up")
_WAITS, _BETWEEN = _SAID.words("waits"), _SAID.words("between")
_LEAST = 2
"""Words of a question."""


def held_up(message: Message, alone: Callable[[str], Understanding]) -> tuple[str, Understanding]:
    """The question and what is understood of it; no words where there is none of the kind.

    Args:
        message: what was said.
        alone: understands words in the same place.
    """
    rest = _behind(message)
    heard = alone(rest) if rest else None
    if heard is None or heard.mentions or heard.time:
        return "", Understanding()
    routed = {act.name for act in heard.acts if act.confidence >= ROUTED}
    waits = bool(_WAITS & {*message.keys}) and routed <= INQUIRIES
    asks = bool(routed) and routed <= INQUIRIES  # "no, is that ok?" is a no
    return (rest, heard) if waits or asks else ("", Understanding())


def _behind(message: Message) -> str:
    """The words behind a no or a wait, where they are asked; "" where they are not."""
    keys = message.keys[: len(message)]
    if not keys or keys[-1] != "?":
        return ""
    small = NO | _WAITS | _BETWEEN | FILLERS
    first = next((at for at, key in enumerate(keys) if key not in small), len(keys))
    words = [token for token in message.tokens[first:] if token.word]
    if len(words) < _LEAST or not (NO | _WAITS) & {*keys[:first]} or RATHER & {*keys[first:]}:
        return ""
    return message.words(first, len(message))
