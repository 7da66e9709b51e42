"""Messages in a row of which nothing could be made."""

from engine.machine.working.desk import Desk


def in_vain(desk: Desk) -> int:
    """How many there are by now, this turn's among them."""
    return desk.session.lost + desk.lost
