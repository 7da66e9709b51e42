"""What a change of flows would have done to conversations that have been: classed, not guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.journal.memory import Unrecorded
from engine.journal.recording import Recording
from engine.journal.rerun import Lived, Rerun
from engine.machine.working.errors import Broken
from engine.model.flow import FlowSet


class Class(StrEnum):
    """How a conversation fares; the order is from harmless to grave."""

    SAME = "same"
    OTHER_WORDS = "other_words"
    """The same deeds and the same end, said differently."""
    OTHER_DEEDS = "other_deeds"
    """The same end, but other tools ran."""
    NEW_QUESTION = "new_question"
    """It is asked something that it was not asked then: nobody knows the answer."""
    UNRECORDED = "unrecorded"
    """A tool is asked something that it was not asked then."""
    OTHER_END = "other_end"
    BROKEN = "broken"
    """The flows break a promise of the language: the check should have refused them."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One conversation, run again.

    Attributes:
        was: the state in which the record stops.
        end: the state to which the re-run came.
        turn: the turn, from 1, at which a re-run that could not go on stopped; 0: it went on.
        where: the step asked at, or the tool, of such a stop.
        lived: every turn of the re-run.
    """

    thread_id: str
    kind: Class
    was: str
    end: str
    turn: int = 0
    where: str = ""
    lived: tuple[Lived, ...] = ()


def replay(flows: FlowSet, recordings: Iterable[Recording]) -> Iterator[Replayed]:
    """Run conversations again on `flows`; the same input gives the same results, to the byte."""
    return (replayed(flows, recording) for recording in recordings)


def replayed(flows: FlowSet, recording: Recording) -> Replayed:
    """Run one conversation again."""
    rerun, known = Rerun.of(flows, recording), _known(flows, recording)
    turn = 0
    try:
        for turn, entry in enumerate(recording.entries, start=1):
            rerun.live(entry)
            asked = _asked(rerun)
            if asked and asked not in known:
                return _stopped(rerun, Class.NEW_QUESTION, turn, asked)
        if recording.over:
            rerun.live_out()
    except Unrecorded as unknown:
        return _stopped(rerun, Class.UNRECORDED, turn, str(unknown))
    except Broken as broken:
        return _stopped(rerun, Class.BROKEN, turn, str(broken))
    return _ended(rerun)


def _known(flows: FlowSet, recording: Recording) -> frozenset[str]:
    """The steps that the record came by, by their names of today."""
    found = set(recording.waits)
    for name, flow in flows.flows.items():
        if flow.moved:
            found |= {
                f"{name}.{new}"
                for old, new in flow.moved.steps.items()
                if f"{name}.{old}" in recording.waits
            }
    return frozenset(found)


def _asked(rerun: Rerun) -> str:
    frames = rerun.session.frames
    return f"{frames[-1].flow}.{frames[-1].step}" if frames else ""


def _stopped(rerun: Rerun, kind: Class, turn: int, where: str) -> Replayed:
    end = rerun.turns[-1].state if rerun.turns else ""
    recording = rerun.recording
    return Replayed(recording.thread_id, kind, recording.end, end, turn, where, tuple(rerun.turns))


def _ended(rerun: Rerun) -> Replayed:
    recording, lived = rerun.recording, tuple(rerun.turns)
    end = lived[-1].state if lived else recording.end
    effects = [name for turn in lived for name in turn.effects]
    deeds = tuple(name for name in effects if not name.startswith("say "))
    said = tuple(name for name in effects if name.startswith("say "))
    kind = Class.SAME
    if end != recording.end:
        kind = Class.OTHER_END
    elif deeds != recording.deeds:
        kind = Class.OTHER_DEEDS
    elif said != recording.said:
        kind = Class.OTHER_WORDS
    return Replayed(recording.thread_id, kind, recording.end, end, lived=lived)
