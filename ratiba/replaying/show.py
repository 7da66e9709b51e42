"""How a replay is told."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rich.text import Text

from engine.journal.entry import Entry
from engine.journal.recording import Recording
from engine.journal.replay import Class, Replayed, Stop
from engine.model.event import Due, Happened
from engine.model.message import TapReceived, TextReceived
from engine.model.tool import ToolDefinition
from ratiba.replaying.words import plain, told
from ratiba.terminal.out import console, emit
from ratiba.terminal.tables import table

MEANING: Mapping[Class, str] = {
    Class.SAME: "the same",
    Class.SAID_OTHERWISE: "said otherwise: the same deeds and end, in other words",
    Class.CANNOT_GO_ON: "cannot go on: what comes next was never recorded",
    Class.DEEDS_OTHERWISE: "deeds otherwise: something else is done, or on other terms",
    Class.ENDED_OTHERWISE: "ended otherwise",
}
STOPPED: Mapping[Stop, str] = {
    Stop.NEW_QUESTION: "it is asked something new",
    Stop.UNRECORDED: "a tool is asked something new",
    Stop.BROKEN: "a promise of the language breaks",
}
COLOUR = {Class.SAME: "green", Class.DEEDS_OTHERWISE: "bold red", Class.ENDED_OTHERWISE: "bold red"}
EXAMPLES = 5
MOST_DIFFERENCES = 10
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
                "why": one.why or "",
                "where": one.where,
                "differences": [dict(plain(each)) for each in one.differences],
            }
        )
    counts = Counter(one.kind for one in results)
    emit({"conversations": len(results), "classes": {kind: counts[kind] for kind in Class}})


def tell_people(
    results: Sequence[Replayed], tools: Mapping[str, ToolDefinition], took_s: float
) -> None:
    """Draw the sums, what is done otherwise, and some conversations of each class but the same."""
    out = console()
    counts = Counter(one.kind for one in results)
    rows = [(counts[kind], MEANING[kind]) for kind in Class if counts[kind]]
    out.print(table(("conversations", "on these flows"), rows, out.width))
    otherwise = Counter(
        words for one in results for words in {told(each, tools): 0 for each in one.differences}
    )
    if otherwise:
        out.print(Text("\nWhat is done otherwise", "bold red"))
        for words, number in otherwise.most_common(MOST_DIFFERENCES):
            out.print(f"  {number} x {words}", soft_wrap=True)
    for kind in reversed(Class):
        found = [one for one in results if one.kind is kind]
        if found and kind is not Class.SAME:
            out.print(Text(f"\n{MEANING[kind].capitalize()}", COLOUR.get(kind, "yellow")))
            shown = [_line(one) for one in islice(found, EXAMPLES)]
            out.print(table(("thread", "was", "now", "turn", "stopped at"), shown, out.width))
    out.print(f"\n{len(results)} conversations in {took_s:.1f} s. Look at one: --thread THREAD")


def _line(one: Replayed) -> tuple[object, ...]:
    return one.thread_id, one.was, one.end, one.turn or "", one.where


def tell_one(recording: Recording, one: Replayed, tools: Mapping[str, ToolDefinition]) -> None:
    """Draw one conversation turn by turn: what was said, where it stood, where it stands now."""
    out = console()
    out.print(table(("turn", "what came", "then", "now"), list(_turns(recording, one)), out.width))
    stopped = f" {STOPPED[one.why].capitalize()} at {one.where}." if one.why else ""
    verdict = f"{MEANING[one.kind].capitalize()}.{stopped}"
    out.print(Text(verdict, COLOUR.get(one.kind, "yellow")))
    for each in one.differences:
        out.print(f"  turn {each.turn}: {told(each, tools)}", soft_wrap=True)


def _turns(recording: Recording, one: Replayed) -> Iterator[tuple[object, ...]]:
    """A row a turn; where timers rang on the way, the state to which all of it came."""
    stands = {lived.turn: lived.state for lived in one.lived}
    for number, entry in enumerate(recording.entries, start=1):
        yield number, _said(entry), entry.state, stands.get(number, "")
    silence = len(recording.entries) + 1
    if silence in stands:
        yield silence, "(silence)", "", stands[silence]


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
