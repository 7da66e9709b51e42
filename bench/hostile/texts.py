"""Random and mutated utterances, the same for the same seed."""

from collections.abc import Callable, Iterator
from random import Random

from bench.said import SAID
from engine.nlu.words import calendar, clock, numbers

_SPECIALS = (
    *"@:/-.,;'\"()[]{}<>&%#*_~|\\?!+=$^`",
    "\0", "\n", "\t", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff",
    "\u0301", "\u00bd", "\u0130", "\ufb01", "\u0663",
    "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627", "\u4f60\u597d",
    "\U0001f62d", "\U0001f44d\U0001f3fe", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
)  # fmt: skip
_WORDS = tuple(
    sorted(
        {
            *calendar.WEEKDAYS, *calendar.MONTHS, *calendar.OFFSETS, *calendar.UNITS, *clock.PARTS,
            *numbers.UNITS_EN, *numbers.UNITS_SW, *numbers.TENS_EN, *numbers.TENS_SW,
            *numbers.ORDINALS_EN, *clock.AT, *clock.AFTER, *clock.BEFORE, *clock.OCLOCK,
            *(word for text in SAID for word in text.split()),
        }
    )
)  # fmt: skip
_HUGE = 100_000
"""Characters of the longest texts."""
_CHARACTERS = 0x2FFF
_DEEP = 200
_OFTEN = 0.2


def texts(count: int, seed: int) -> Iterator[str]:
    """So many texts, of every kind in turn."""
    random = Random(seed)  # noqa: S311 - no secret: the same texts in every run
    for at in range(count):
        yield KINDS[at % len(KINDS)](random)


def _words(random: Random) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(1, 20)))


def _glued(random: Random) -> str:
    return "".join(random.choices((*_WORDS, *_SPECIALS), k=random.randint(1, 20)))


def _noise(random: Random) -> str:
    return "".join(chr(random.randint(1, _CHARACTERS)) for _ in range(random.randint(1, 80)))


def _mutated(random: Random) -> str:
    """An utterance with letters taken out, doubled, swapped, or marks put in."""
    letters = list(random.choice(SAID))
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(letters))
        change = random.randrange(4)
        letters[at : at + 1] = (
            [], letters[at : at + 1] * 2, letters[at : at + 2][::-1], [random.choice(_SPECIALS)],
        )[change]  # fmt: skip
        letters = letters or ["?"]
    return "".join(letters)


def _mingled(random: Random) -> str:
    """The head of one utterance and the tail of another."""
    one, other = random.choices(SAID, k=2)
    return one[: random.randint(0, len(one))] + " " + other[random.randint(0, len(other)) :]


def _digits(random: Random) -> str:
    """Runs of figures with marks between them: numbers, dates, hours, phones and none of these."""
    figures = (str(random.randrange(10 ** random.randint(1, 12))) for _ in range(12))
    marks = random.choices((*" ./-:,+", ""), k=12)
    return "".join(part for pair in zip(figures, marks, strict=True) for part in pair)


def _nested(random: Random) -> str:
    opening, closing = random.choice(("()", "[]", "{}", "<>", "''", '""'))
    deep = random.randint(1, _DEEP)
    return opening * deep + random.choice(SAID) + closing * random.randint(0, deep)


def _row(random: Random) -> str:
    """One or two words or marks, again and again: what looks along a message looks longest here."""
    some = random.choices((*_WORDS, *_SPECIALS), k=random.randint(1, 3))
    piece = random.choice((" ", "")).join(some) + random.choice((" ", ""))
    return piece * (random.choice((1_000, _HUGE)) // len(piece))


def _refrain(random: Random) -> str:
    """An utterance, a few words of another again and again, and a third: what takes stock of parts.

    "haircut at 3" with "and at 3 for me" eight times behind it.
    """
    first, again, last = (random.choice(SAID).split() for _ in range(3))
    start = random.randrange(len(again) or 1)
    piece = again[start : start + random.randint(2, 5)]
    return " ".join((*first, *piece * random.randint(6, 200), *last))


def _medley(random: Random) -> str:
    """Parts of many utterances with what joins them: names, times and services, none twice."""
    joints = (", ", " and ", " na ", "; ", " then ", " au ", "\n", " but ", " no ", " 2 ", " - ")
    said = (random.choice(SAID).split() for _ in range(random.randint(4, 60)))
    pieces = (" ".join(words[random.randrange(len(words) or 1) :][:6]) for words in said)
    return "".join(piece + random.choice(joints) for piece in pieces)


def _stranger(random: Random) -> str:
    """An utterance with other scripts, marks of direction and faces between and in its words."""
    return "".join(
        f"{letter}{random.choice(_SPECIALS)}" if random.random() < _OFTEN else letter
        for letter in " ".join(random.choices(SAID, k=random.randint(1, 8)))
    )


def _dressed(random: Random) -> str:
    """An utterance in wide, raised, accented or upper letters: the same words to the eye."""
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    dress: Callable[[str], str] = random.choice(
        (str.upper, lambda text: text.translate(wide), "\u0301".join, "\u200b".join, " ".join)
    )
    return dress(" ".join(random.choices(SAID, k=random.randint(1, 8))))


def _essay(random: Random) -> str:
    """A hundred thousand characters of sentences, in no order."""
    some = random.choices(SAID, k=_DEEP)
    text = random.choice((" ", ". ", "\n", "")).join(some)
    return (text * (_HUGE // len(text) + 1))[:_HUGE]


def _booking(random: Random) -> str:
    """Moving, calling off or booking, with more times, people and lengths than anybody means."""
    lead = random.choice(("move", "cancel", "nataka kughairi", "hamisha", "book", "sogeza", "no"))
    pool = random.choices(_WORDS, k=random.randint(4, 9))
    pool += ["saa", str(random.randint(0, 31)), "hadi", "to", "from", "me", "and", "half", "hour"]
    return " ".join((lead, *random.choices(pool, k=random.randint(10, 250))))


KINDS: tuple[Callable[[Random], str], ...] = (
    _words, _glued, _noise, _mutated, _mingled, _digits, _nested, _row, _refrain,
    _medley, _stranger, _dressed, _essay, _booking,
)  # fmt: skip
