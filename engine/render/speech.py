"""Words for ears: no marks, no pictures, one line."""

import re
import unicodedata

_MARKS = re.compile(r"[*_~`#•|<>\[\]]+")


def for_ears(text: str) -> str:
    """Drop what a voice would read aloud or stumble over: marks of chat, emoji, line breaks."""
    plain = _MARKS.sub(" ", text)
    kept = "".join(one for one in plain if unicodedata.category(one) not in {"So", "Sk", "Cf"})
    return " ".join(kept.replace("\ufe0f", "").split())
