"""Slips of a hand in a file: a character, a line or a value changed, put in or taken out."""

from random import Random

LETTERS = "abcdefgoxyz _:{}[],-#'\"&*!%@.0123456789\n\t"


def slipped(text: str, random: Random) -> str:
    """The text with one to three slips."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice((letter, line, value))(text, random)
    return text


def letter(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    new = random.choice(("", random.choice(LETTERS), text[at] * 2))
    return text[:at] + new + text[at + 1 :]


def line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    at = random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            lines.pop(at)
        case 1:
            lines.insert(random.randrange(len(lines)), lines[at])
        case 2:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = "  " * random.randrange(4) + lines[at].lstrip()
    return "".join(lines) or "\n"


def value(text: str, random: Random) -> str:
    """One word in the place of another of the same file."""
    words = [word.strip("{}[],:") for word in text.split()]
    words = [word for word in words if word]
    if not words:
        return text
    old, new = random.choice(words), random.choice(words)
    spots = [at for at in range(len(text)) if text.startswith(old, at)]
    at = random.choice(spots)
    return text[:at] + new + text[at + len(old) :]
