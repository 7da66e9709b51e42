"""Words for ears: no marks, no pictures, one line."""

import re
import unicodedata

_MARKS = re.compile(r"[*_~`#•|<>\[\]]+")
_LOOSE = re.compile(r"\s+(?=[,.;:?!])")
_PICTURES = frozenset({"So", "Sk", "Cf"})
_SELECTOR = "\ufe0f"
"""Follows a sign to ask for its coloured picture."""


def for_ears(text: str) -> str:
    """Drop what a voice would read aloud or stumble over: marks of chat, emoji, line breaks."""
    plain = _MARKS.sub(" ", text).replace(_SELECTOR, "")
    kept = "".join(one for one in plain if unicodedata.category(one) not in _PICTURES)
    return _LOOSE.sub("", " ".join(kept.split()))
