"""Other people's words before they stand in ours: one line, visible, of bounded length."""

import unicodedata

MOST = 200
"""Characters of one value: no name, note or answer needs more in a sentence."""

_JOINERS = "\u200c\u200d"
"""Kept though invisible: they hold emoji and some scripts together."""


def one_line(text: str, most: int = MOST) -> str:
    """Flatten to one line; drop controls, bidi overrides, private and broken characters.

    Args:
        text: what a customer, an operator or a database wrote.
        most: characters kept; a longer text ends in an ellipsis.
    """
    kept = "".join(_visible(character) for character in text[: most * 4])
    flat = " ".join(kept.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if character in "\t\n\r\v\f\x85" or category.startswith("Z"):
        return " "
    return character if category == "Cn" else ""
