"""Timers by difference: those of waits that go on stay, those of waits that ended go."""

from collections.abc import Iterator
from datetime import timedelta

from engine.machine.working.desk import Desk, Scope
from engine.model.flow import Timer
from engine.model.session import Armed, Frame


def arm(desk: Desk, *, heard: bool) -> tuple[Armed, ...]:
    """The timers that run after this event.

    Args:
        desk: the working copy, at rest.
        heard: the customer said something: quiet timers start again.
    """
    standing = {(t.frame, t.step, t.name): t for t in desk.session.timers}
    armed: list[Armed] = []
    for index, frame, timer in _wanted(desk):
        known = standing.get((frame.uid, frame.step, timer.name))
        if known is not None and not (heard and timer.quiet):
            armed.append(known)
        else:
            armed.append(_armed(desk, index, frame, timer))
    return tuple(armed)


def _wanted(desk: Desk) -> Iterator[tuple[int, Frame, Timer]]:
    for index, frame in enumerate(desk.frames):
        state = desk.state(index)
        for timer in state.timers if state.waits else ():
            quiet_beneath = timer.quiet is not None and index != desk.top
            elsewhere = timer.channel not in {None, desk.session.channel}
            if timer.name not in frame.fired and not quiet_beneath and not elsewhere:
                yield index, frame, timer


def _armed(desk: Desk, index: int, frame: Frame, timer: Timer) -> Armed:
    span = timer.after or timer.quiet
    seconds = Scope(desk, index).seconds(span) if span else 0
    due_at = desk.now + timedelta(seconds=seconds)
    return Armed(frame.uid, frame.step, timer.name, due_at, seconds if timer.quiet else None)
