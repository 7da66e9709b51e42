"""What is asked of one's own booking and of who answers, beside other readings of the words."""

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import CERTAIN, DOUBTED, Told, Weights
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.words.own import ASKED, DONE_TO_IT, TO_CONFIRM, WHEN, WHO
from engine.nlu.words.turns import CHOICE

STATUS, HELP, BOT, CALL = "status", "help", "bot", "handoff"
_WHEN = table(WHEN)
_ORDERS = ("cancel", "reschedule", "change", "book")
_BESIDE_HELP = {*_ORDERS, STATUS, BOT, CALL, "language"}


def when_it_is(message: Message, told: Told, weights: Weights) -> None:
    """A service with "when is my ...?" is one that is booked: "when is my haircut?"."""
    if told.service and holds(message, _WHEN):
        weights[STATUS] = CERTAIN


def own_booking(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights
) -> None:
    """Leave one reading of "please confirm my booking" and of "is my booking cancelled?"."""
    if STATUS not in weights:
        return
    for name in (*_ORDERS, "services"):
        if STATUS in weights and name in weights and name in cues:
            weights.pop(name if _looks_up(message, cues, name) else STATUS)
    if STATUS in weights:
        _confirmed(message, hearing, cues, weights)


def _looks_up(message: Message, cues: dict[str, Match], name: str) -> bool:
    """Whether what sounds like a task as well only asks how the booking stands."""
    found, other = cues[STATUS], cues[name]
    if name == "book":
        return _overlap(other, found)
    if name == "services":
        return _overlap(other, found) and found.start < other.start
    said = {*message.keys[other.start : other.end]}
    return message.keys[found.start] in ASKED and bool(said & DONE_TO_IT)


def _confirmed(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights
) -> None:
    """To confirm is to look it up where nothing is under way, and a yes where a yes is asked."""
    if hearing.standing.idle:
        for name in {"affirm", "repeat"} & weights.keys() & cues.keys():
            weights.pop(name)
    elif "affirm" in weights:
        weights.pop(STATUS)
    elif hearing.kind == "confirm" and message.keys[cues[STATUS].start] in TO_CONFIRM:
        weights[STATUS] = DOUBTED


def _overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end


def _put_as_question(message: Message) -> bool:
    """Whether it begins as a question about who is there: `je ni binadamu`, "is this"."""
    return message.keys[0] in WHO


def about_us(message: Message, cues: dict[str, Match], weights: Weights) -> None:
    """Leave one reading of "what can you do" and of "is this a person or a bot"."""
    if {BOT, CALL} <= cues.keys() & weights.keys():
        bot, call = cues[BOT], cues[CALL]
        if (
            CHOICE & {*message.keys}
            or (bot.start < call.start < bot.end)
            or _put_as_question(message)
        ):
            weights.pop(CALL)
    if {BOT, "greeting"} <= cues.keys() & weights.keys() and cues["greeting"].start <= cues[
        BOT
    ].start:
        weights.pop(BOT)  # "how are you doing, robot"
    if HELP not in weights:
        return
    found = cues[HELP]
    for name in _BESIDE_HELP & weights.keys() & cues.keys():
        if found.start <= cues[name].start and cues[name].end <= found.end:
            weights.pop(name)
    weights.pop(HELP if weights.keys() & _BESIDE_HELP else "repeat", None)
