"""Where the day is to change, the old one is in sight no more."""

from datetime import date

import pytest

from engine.machine.hearing.expecting import expects
from engine.model.flow import FlowSet
from engine.model.understanding import Understanding
from tests.engine.machine.scene import Salon, Scene, booking
from tests.engine.machine.test_hours import AT_THREE, ENGLISH


@pytest.mark.parametrize(("acts", "day"), [((), date(2026, 6, 1)), (("other_day",), None)])
def test_a_day_that_is_to_be_another_is_in_sight_no_more(
    confirming: Scene, acts: tuple[str, ...], day: date | None
) -> None:
    confirming.says("change", "picked=time", *acts)
    assert confirming.state == "COLLECT_SLOT"
    assert expects(confirming.salon.flows, confirming.session).day == day


@pytest.mark.parametrize(("acts", "day"), [((), date(2026, 6, 1)), (("other_day",), None)])
def test_nor_is_that_of_a_booking_which_is_to_be_on_another(
    flows: FlowSet, acts: tuple[str, ...], day: date | None
) -> None:
    booked = booking("b1", "haircut", "anna", "2026-06-01T15:00")
    scene = Scene(Salon(flows, bookings=(booked,))).says("reschedule", *acts)
    assert expects(flows, scene.session).day == day
    scene.hears(Understanding(time=AT_THREE, language=ENGLISH))
    held = scene.session.frames[-1].slots["time"].value
    assert bool(held.facts.get("other_day")) is bool(acts)
