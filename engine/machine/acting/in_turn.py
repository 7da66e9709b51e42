"""Several tasks in one message: the first is begun, the others lie beneath until it has ended."""

from collections.abc import Iterator

from engine.machine.acting.acts import Begin, find
from engine.machine.hearing.hearing import hear
from engine.machine.walking.beginning import begin
from engine.machine.walking.put_off import put_off
from engine.machine.walking.questions import lobby
from engine.machine.working.desk import Desk
from engine.model.understanding import Understanding

SAID = "talk.in_turn"


def in_turn(desk: Desk, understanding: Understanding) -> bool:
    """Begin each task of a message with more than one, the last first, so that the first is on top.

    What tells the bookings of the later ones apart is kept with them.

    Returns:
        Whether there were several, and nothing under way that they would disturb.
    """
    if understanding.then is None or not lobby(desk):
        return False
    tasks = tuple(_tasks(desk, understanding))
    if len({flow for flow, _ in tasks}) <= 1:
        return False
    for flow, heard in reversed(tasks):
        put_off(desk)
        if begin(desk, flow):
            hear(desk, heard)
    desk.say(SAID)
    return True


def _tasks(desk: Desk, understanding: Understanding) -> Iterator[tuple[str, Understanding]]:
    """The flow of each task, with what is for it."""
    part: Understanding | None = understanding
    while part is not None:
        road = find(desk, part.acts)
        if isinstance(road, Begin):
            yield road.flow, part
        part = part.then
