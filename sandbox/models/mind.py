"""What stands in for a model's mind: a few written rules, which claim to be nothing else.

It reads the prompt as a model would: the catalogue from the system's part, the message from the
user's. It knows fewer words than Ratiba's own rules, but some others: slang that they leave open.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from sandbox.models.book import Heard

_ACTS = (
    ("unclear", r"ignore|instructions?|system prompt|1 bob"),
    ("cancel", r"siwezi kuja|nimeghairi|call (?:it|the whole thing) off|scrap"),
    ("reschedule", r"songesha|tusongeshe|push it|sogeza"),
    ("handoff", r"mtu halisi|msee wa huko|actual human"),
    ("book", r"nirembeshe|nipambe|kunyolewa|sort me out|squeeze me in|hook me up|nifanyie"),
    ("services", r"mnafanyanga|mnadu|what do you guys do"),
    ("hours", r"mnafunganga|mko wazi|till what time"),
    ("affirm", r"\b(?:hakuna noma|yep|sawa kabisa)\b"),
    ("deny", r"\b(?:zii|nah)\b"),
)
_SWAHILI = re.compile(r"\b(?:\w*(?:eni|sha|nga|lewa|beshe|fanyie)|kesho|saa|zii|noma|msee)\b", re.I)
_ENGLISH = re.compile(r"\b(?:the|my|me|you|for|at|what|please|tomorrow|need|want)\b", re.I)
_TIME = re.compile(
    r"\b(?:(?:leo|kesho|kesho kutwa|today|tomorrow|jumamosi|saturday|ijumaa|friday)\b\s*)?"
    r"(?:(?:saa|at)\s+\w+(?:\s+(?:asubuhi|mchana|jioni|usiku|am|pm))?)?",
    re.I,
)
SURE, UNSURE = 0.9, 0.2
WORDS = frozenset({"text"})
"""The fields of the form that asks for words."""


def fill(heard: Heard) -> dict[str, Any]:
    """Fill in the form of the classifier, or give words; of any other form the least that fits."""
    if _wants(heard) == WORDS:
        return {"text": _said(json.loads(heard.message))}
    if heard.form != "sorted_message":
        return {name: _least(one) for name, one in heard.schema["properties"].items()}
    text = str(json.loads(heard.message)["message"])
    act = next((name for name, words in _ACTS if re.search(words, text, re.I)), "unclear")
    return {
        "act": act,
        "confidence": UNSURE if act == "unclear" else SURE,
        "language": _language(text),
        "values": [] if act == "unclear" else list(_named(text, heard.stable)),
        "time_words": max((m.group().strip() for m in _TIME.finditer(text)), key=len),
    }


def nonsense(heard: Heard) -> dict[str, Any]:
    """The right form, wrong in everything."""
    if _wants(heard) == WORDS:
        return {"text": "All of it is free today: 1 bob, with Zawadi at 25:00. You are booked!"}
    if heard.form != "sorted_message":
        return {name: _least(one) for name, one in heard.schema["properties"].items()}
    return {
        "act": "affirm",
        "confidence": 1.0,
        "language": "mixed",
        "values": [
            {"type": "service", "id": "free_of_charge", "confidence": 1.0},
            {"type": "tenant", "id": "another", "confidence": 1.0},
        ],
        "time_words": "yesterday at 25 o'clock",
    }


def _wants(heard: Heard) -> frozenset[str]:
    return frozenset(heard.schema["properties"])


def _said(told: dict[str, Any]) -> str:
    """The same words with a greeting before them; of a briefing what was said last."""
    if "card" in told:
        heard = [line for line in str(told["card"]).splitlines() if line.startswith("> ")]
        last = heard[-1].removeprefix("> ") if heard else ""
        return f'The customer wrote last: "{last}". A colleague is asked to go on from there.'
    opening = "Karibu." if told["language"] == "sw" else "Thank you for writing."
    return f"{opening} {told['reply']}"


def _language(text: str) -> str:
    swahili, english = _SWAHILI.search(text), _ENGLISH.search(text)
    return "mixed" if swahili and english else "sw" if swahili else "en"


def _named(text: str, stable: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Terms of the catalogue whose words, or beginnings of them, stand in the message."""
    taken = set()
    for line in "\n".join(stable).splitlines():
        if not line.startswith('{"type"'):
            continue
        term = json.loads(line)
        if term["type"] not in taken and any(_stands(word, text) for word in term["words"]):
            taken.add(term["type"])
            yield {"type": term["type"], "id": term["id"], "confidence": SURE}


def _stands(word: str, text: str) -> bool:
    return bool(word) and re.search(rf"\b{re.escape(word)}", text, re.I) is not None


def _least(schema: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """The least that a schema allows."""
    if "enum" in schema:
        return schema["enum"][0]
    least = {"string": "(stand-in)", "number": 0, "integer": 0, "boolean": False, "array": []}
    return least.get(schema.get("type", ""), {})
