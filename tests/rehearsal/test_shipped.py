"""Every shipped fixture holds, and together they take every transition of the shipped flows."""

from engine.rehearsal.fixtures.schema import FILE, schema_text
from engine.rehearsal.playing.play import play
from ratiba.testing.covering import covered
from ratiba.testing.found import find


def test_all_hold_and_take_every_transition() -> None:
    found = find(())
    cases = [case for case in found.cases if not case.fixture.end.rows]
    played = [play(case.world, case.fixture) for case in cases]
    assert not found.problems
    assert not [(one.fixture.name, one.faults) for one in played if one.faults]
    flows = covered(cases, played, every=True)
    assert flows
    assert not {one.name: list(map(str, one.never)) for one in flows if one.never}, (
        "no fixture takes these: ratiba test --generate"
    )


def test_the_schema_is_written_from_the_table() -> None:
    assert FILE.read_text("utf-8") == schema_text(), "python -m engine.rehearsal.fixtures.schema"
