"""Reading of JSON that may be anything: a wrong shape reads as empty, never as an exception."""

from collections.abc import Mapping, Sequence

EMPTY: Mapping[str, object] = {}


def mapping(value: object) -> Mapping[str, object]:
    """The object itself, or an empty one."""
    return value if isinstance(value, dict) else EMPTY


def items(value: object) -> Sequence[object]:
    """The array itself, or an empty one."""
    return value if isinstance(value, list) else ()


def text(value: object, limit: int) -> str:
    """A string that every store takes: no NUL, no half of a surrogate pair, at most `limit` long.

    A whole number reads as its digits, since some senders write ids as numbers.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)[:limit] if abs(value) < _PLAIN_INT else ""
    if not isinstance(value, str):
        return ""
    clean = value.replace("\0", "")
    if not clean.isascii():
        clean = clean.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return clean[:limit]


_PLAIN_INT = 10**30
"""Longer numbers are no ids; turning thousands of digits into text is refused by Python anyway."""
