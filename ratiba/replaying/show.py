"""How a replay is told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice, zip_longest

from rich.text import Text

from engine.journal.entry import Entry
from engine.journal.recording import Recording
from engine.journal.replay import Class, Replayed
from engine.model.event import Due, Happened
from engine.model.message import TapReceived, TextReceived
from ratiba.terminal.out import console, emit
from ratiba.terminal.tables import table

MEANING: Mapping[Class, str] = {
    Class.SAME: "word for word the same",
    Class.OTHER_WORDS: "the same deeds and end, in other words",
    Class.OTHER_DEEDS: "the same end, but other tools ran",
    Class.NEW_QUESTION: "asked something new: the answer is not known",
    Class.UNRECORDED: "a tool was asked something new: its answer is not known",
    Class.OTHER_END: "ended otherwise",
    Class.BROKEN: "broke a promise of the language",
}
COLOUR = {Class.SAME: "green", Class.OTHER_END: "bold red", Class.BROKEN: "bold red"}
EXAMPLES = 5
WORDS = 44
"""Characters of a message that fit beside two states."""


def tell_programs(results: Sequence[Replayed]) -> None:
    """Write one object a conversation and a last one with the sums."""
    for one in results:
        emit(
            {
                "thread_id": one.thread_id,
                "class": one.kind,
                "was": one.was,
                "end": one.end,
                "turn": one.turn,
                "where": one.where,
            }
        )
    counts = Counter(one.kind for one in results)
    emit({"conversations": len(results), "classes": {kind: counts[kind] for kind in Class}})


def tell_people(results: Sequence[Replayed], took_s: float) -> None:
    """Draw the sums, and some conversations of each class that is not the same."""
    out = console()
    counts = Counter(one.kind for one in results)
    rows = [(counts[kind], MEANING[kind]) for kind in Class if counts[kind]]
    out.print(table(("conversations", "on these flows"), rows, out.width))
    for kind in reversed(Class):
        found = [one for one in results if one.kind is kind]
        if found and kind is not Class.SAME:
            out.print(Text(f"\n{MEANING[kind].capitalize()}", COLOUR.get(kind, "yellow")))
            shown = [_line(one) for one in islice(found, EXAMPLES)]
            out.print(table(("thread", "was", "now", "turn", "where"), shown, out.width))
    out.print(f"\n{len(results)} conversations in {took_s:.1f} s. Look at one: --thread THREAD")


def _line(one: Replayed) -> tuple[object, ...]:
    return one.thread_id, one.was, one.end, one.turn or "", one.where


def tell_one(recording: Recording, one: Replayed) -> None:
    """Draw one conversation turn by turn: what was said, where it stood, where it stands now."""
    out = console()
    lived = [turn.state for turn in one.lived]
    rows = [
        (number, _said(entry) if entry else "(silence)", entry.state if entry else "", now or "")
        for number, (entry, now) in enumerate(zip_longest(recording.entries, lived), start=1)
    ]
    out.print(table(("turn", "what came", "then", "now"), rows, out.width))
    where = f" at {one.where}" if one.where else ""
    out.print(Text(f"{MEANING[one.kind].capitalize()}{where}.", COLOUR.get(one.kind, "yellow")))


def _said(entry: Entry) -> str:
    match entry.input:
        case Happened(name):
            return f"event: {name}"
        case Due(_, step, name):
            return f"silence: {step}.{name}"
        case inbound:
            content = inbound.content
    if isinstance(content, TextReceived):
        return content.text[:WORDS]
    return f"tap: {content.title}" if isinstance(content, TapReceived) else f"({content.kind})"
