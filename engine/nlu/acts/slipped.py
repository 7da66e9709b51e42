"""What a customer did and did not mean: "pressed cancel by mistake" cancels nothing."""

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.words.accidents import BETWEEN, BY_MISTAKE, PRESSED

_BY_MISTAKE = table(BY_MISTAKE)


def slipped(message: Message, start: int, end: int) -> bool:
    """Whether words name a button that was pressed, or what happened by mistake.

    "Booked by mistake, cancel it" is none: the mistake stands before, and is another thing's.
    """
    before, behind = start - 1, end
    while before > 0 and message.keys[before] in BETWEEN:
        before -= 1
    while message.keys[behind] in BETWEEN:
        behind += 1
    return (start > 0 and message.keys[before] in PRESSED) or bool(
        longest(message, behind, _BY_MISTAKE)
    )
