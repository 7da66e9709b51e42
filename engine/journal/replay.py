"""What a change of flows would have done to conversations that have been: classed, not guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.journal.deeds import SAY, own_ids
from engine.journal.differences import Difference, differences
from engine.journal.memory import Unrecorded
from engine.journal.recording import Recording
from engine.journal.rerun import Lived, Rerun
from engine.machine.working.errors import Broken
from engine.model.flow import FlowSet


class Class(StrEnum):
    """How a conversation fares; the order is from harmless to grave."""

    SAME = "same"
    SAID_OTHERWISE = "said_otherwise"
    """The same deeds and the same end, said differently."""
    CANNOT_GO_ON = "cannot_go_on"
    """What would come next was never recorded, or must not be: see `Stop`."""
    DEEDS_OTHERWISE = "deeds_otherwise"
    """The same end, but other things were done, or the same ones on other terms."""
    ENDED_OTHERWISE = "ended_otherwise"


class Stop(StrEnum):
    """Why a conversation cannot go on."""

    NEW_QUESTION = "new_question"
    """It is asked something that it was not asked then: nobody knows the answer."""
    UNRECORDED = "unrecorded"
    """A tool is asked something that it was not asked then."""
    BROKEN = "broken"
    """The flows break a promise of the language: the check should have refused them."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One conversation, run again.

    Attributes:
        was: the state in which the record stops.
        end: the state to which the re-run came.
        turn: the turn, from 1, at which a re-run that could not go on stopped; 0: it went on.
        why: why it stopped; None: it went on.
        where: the step asked at, or the tool, of such a stop.
        differences: what was done otherwise, before it stopped.
        lived: every event of the re-run.
    """

    thread_id: str
    kind: Class
    was: str
    end: str
    turn: int = 0
    why: Stop | None = None
    where: str = ""
    differences: tuple[Difference, ...] = ()
    lived: tuple[Lived, ...] = ()


def replay(flows: FlowSet, recordings: Iterable[Recording]) -> Iterator[Replayed]:
    """Run conversations again on `flows`; the same input gives the same results, to the byte."""
    return (replayed(flows, recording) for recording in recordings)


def replayed(flows: FlowSet, recording: Recording) -> Replayed:
    """Run one conversation again."""
    rerun, known = Rerun.of(flows, recording), _known(flows, recording)
    try:
        for entry in recording.entries:
            rerun.live(entry)
            asked = _asked(rerun)
            if asked and asked not in known:
                return _stopped(rerun, Stop.NEW_QUESTION, asked)
        if recording.over:
            rerun.live_out()
    except Unrecorded as unknown:
        return _stopped(rerun, Stop.UNRECORDED, str(unknown))
    except Broken as broken:
        return _stopped(rerun, Stop.BROKEN, str(broken))
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


def _stopped(rerun: Rerun, why: Stop, where: str) -> Replayed:
    recording, lived = rerun.recording, tuple(rerun.turns)
    end = lived[-1].state if lived else ""
    otherwise = _otherwise(rerun, rerun.turn)
    kind = Class.DEEDS_OTHERWISE if otherwise and why is not Stop.BROKEN else Class.CANNOT_GO_ON
    return Replayed(
        recording.thread_id, kind, recording.end, end, rerun.turn, why, where, otherwise, lived
    )


def _ended(rerun: Rerun) -> Replayed:
    recording, lived = rerun.recording, tuple(rerun.turns)
    end = lived[-1].state if lived else recording.end
    otherwise = _otherwise(rerun, rerun.turn + 1)
    said = tuple(name for one in lived for name in one.effects if name.startswith(SAY))
    kind = Class.SAME
    if end != recording.end:
        kind = Class.ENDED_OTHERWISE
    elif otherwise:
        kind = Class.DEEDS_OTHERWISE
    elif said != recording.said:
        kind = Class.SAID_OTHERWISE
    return Replayed(
        recording.thread_id, kind, recording.end, end, differences=otherwise, lived=lived
    )


def _otherwise(rerun: Rerun, until: int) -> tuple[Difference, ...]:
    """What was done otherwise in the turns before this one."""
    entries = rerun.recording.entries
    then = [deed for deed in rerun.recording.deeds if deed.turn < until]
    now = [deed for one in rerun.turns for deed in one.deeds if deed.turn < until]
    return differences(then, now, own_ids(entries))
