"""Plain YAML scalars, read as JSON would: nothing but what JSON calls a value is one."""

import math
import re

from engine.model.value import Scalar

_INT = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "": None}
LONGEST_NUMBER = 15
"""Digits that every JSON reader keeps exactly; longer ones are ids, and ids are text."""


def resolve(text: str) -> Scalar:
    """Return what an unquoted scalar means.

    `yes`, `on`, `15:00`, `0712345670`, `~`, `100%` and dates stay text. A key with
    nothing behind it holds None.

    Raises:
        ValueError: a number that no reader would keep exactly.
    """
    if text in _WORDS:
        return _WORDS[text]
    if not _FLOAT.fullmatch(text):
        return text
    if len(text.lstrip("-")) > LONGEST_NUMBER:
        raise ValueError(text)
    if _INT.fullmatch(text):
        return int(text)
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
