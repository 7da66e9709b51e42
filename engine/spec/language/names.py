"""What may be a name."""

import re
from dataclasses import dataclass

from engine.model.builtin import HANDOFF

YAML_WORDS = ("yes", "no", "on", "off", "y", "n", "true", "false", "null")
"""Other YAML readers take these for something else than text."""
RULE_WORDS = ("and", "or", "not", "in", "is", "empty", "filled")
"""Words of a rule."""
NEXT = "next"
"""The main way of the step at hand."""
RESERVED = (*YAML_WORDS, *RULE_WORDS, NEXT)

_WORD = "[a-z][a-z0-9_]{0,39}"


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing.

    Attributes:
        pattern: a regular expression, in the part of the syntax that Python and JSON
            Schema (ECMA 262) read alike; the whole text must match.
        wanted: what to write, for people: "a name in small letters, such as `hair_cut`".
        words: the only words there are, where the form is a list of them.
        refused: words that would fit and mean something else.
    """

    pattern: str
    wanted: str
    words: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Whether the whole text is written so."""
        return re.fullmatch(self.pattern, text, re.ASCII) is not None


def _name(refused: tuple[str, ...]) -> str:
    return f"(?!(?:{'|'.join(refused)})$){_WORD}"


def one_of(words: tuple[str, ...], wanted: str) -> Form:
    """Return the form that only these words have."""
    return Form(f"(?:{'|'.join(words)})", wanted, words=words)


_LETTERS = "a name: small letters, digits and _, at most 40"
_STEPS = (*RESERVED, HANDOFF)
_TARGETS = (*YAML_WORDS, *RULE_WORDS)
NAME = Form(_name(RESERVED), _LETTERS, refused=RESERVED)
STEP = Form(_name(_STEPS), _LETTERS, refused=_STEPS)
TARGET = Form(_name(_TARGETS), "the name of a step or flow, handoff or next", refused=_TARGETS)
FACT = Form(rf"{_WORD}(?:\.{_WORD}){{1,2}}", "a fact with its dot, such as appointment.starts_at")
LOOKED_AT = Form(
    f"(?:{NAME.pattern}|{FACT.pattern})", "the name of a slot or setting, or a fact with its dot"
)
EVENT = Form(rf"{_WORD}\.{_WORD}", "an event with its dot, such as booking.booked")
PHRASE = Form(rf"{_WORD}(?:\.{_WORD}){{0,2}}", "the name of a phrase, such as summary")
DURATION = Form("[1-9][0-9]{0,3}[smhd]", "a time such as 60s, 30m, 4h or 2d")
SPAN = Form(
    f"(?:{DURATION.pattern}|{NAME.pattern})",
    "a time such as 60s, 30m, 4h or 2d, or the name of a setting",
)
PERCENT = Form(r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,4})?%", "a share such as 50%")
LIKE = Form("[A-Za-z0-9 ./-]{1,40}", "a form such as KAA 999A: A a letter, 9 a digit")
HASH = Form("[0-9a-f]{8,64}", "the hash of a version, in quotes")
LOCALE = Form("[a-z]{2}(?:\\.voice)?", "a language such as en, or sw.voice for what is spoken")
