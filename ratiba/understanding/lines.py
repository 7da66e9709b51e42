"""One line of JSON in, one out."""

import json
from dataclasses import dataclass
from typing import Any

from engine.errors import InputError
from engine.model.model_call import ModelCall
from engine.model.understanding import CLARIFY_FLOOR, Mention, TimeHeard, Understanding


@dataclass(frozen=True, slots=True)
class Query:
    """A message to understand.

    Attributes:
        id: whatever the line says, given back as it is.
        now: ISO; None: the command's.
        locale: of the conversation so far; None: the tenant's.
        state: that hears the words; None: the command's.
    """

    id: object
    text: str
    now: str | None = None
    locale: str | None = None
    state: str | None = None


def read_line(line: str, number: int) -> Query:
    """Read `{id, text, now?, locale?, state?}`; further keys are passed over.

    Raises:
        InputError: it is no such object.
    """
    try:
        given: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise _unusable(number, "is no JSON") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise _unusable(number, "has no text")
    words = {name: given.get(name) for name in ("now", "locale", "state")}
    for name, value in words.items():
        if value is not None and not isinstance(value, str):
            raise _unusable(number, f"has a {name} that is no text")
    return Query(given.get("id"), given["text"], **words)


def _unusable(number: int, fault: str) -> InputError:
    return InputError(
        "understand.line",
        f'Line {number} {fault}. Write {{"id": "1", "text": "haircut tomorrow at 3pm"}}.',
    )


def record(query: Query, heard: Understanding, ms: float) -> dict[str, object]:
    """What was understood, as the JSON object of a line."""
    open_ = {m.type: list(m.candidates) for m in _mentions(heard) if m.value is None}
    return {
        "id": query.id,
        "intent": heard.intent.name,
        "confidence": round(heard.intent.confidence, 2),
        "language": heard.language.label,
        "slots": _slots(heard),
        **({"candidates": open_} if open_ else {}),
        "source": heard.source,
        "ms": round(ms, 2),
        **({"model": [_call(one) for one in heard.calls]} if heard.calls else {}),
    }


def _call(call: ModelCall) -> dict[str, object]:
    """A model that was asked, what became of it, and what it cost."""
    return {
        "model": f"{call.provider}/{call.model}",
        "prompt": call.prompt,
        "came": call.came,
        "cost_usd": round(call.cost_usd, 6),
        "ms": call.ms,
    }


def _mentions(heard: Understanding) -> list[Mention]:
    return [m for m in heard.mentions if not m.excluded and m.confidence >= CLARIFY_FLOOR]


def _slots(heard: Understanding) -> dict[str, object]:
    slots: dict[str, object] = {}
    for mention in _mentions(heard):
        if mention.value is not None:
            slots.setdefault(mention.type, mention.value)
    if heard.time is not None:
        slots["time"] = _time(heard.time)
    return slots


def _time(heard: TimeHeard) -> dict[str, object]:
    return {
        "action": heard.action.value,
        "value": heard.value,
        "grain": heard.grain,
        "candidates": list(heard.candidates),
    }
