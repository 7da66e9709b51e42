"""Spaces and lines as a person would have typed them, whatever the template left."""

import re

_SPACES = re.compile(r"[ \t]{2,}")
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")
_GAPS = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """One space between words, nothing at the ends of lines, at most one empty line."""
    return _GAPS.sub("\n\n", _LINE_ENDS.sub("\n", _SPACES.sub(" ", text))).strip()
