"""Expectations held against what came: exact for state and said, among others for the rest."""

from collections.abc import Iterator, Mapping

from engine.model.value import ANYONE, Scalar
from engine.rehearsal.fixtures.fixture import Expect, Fixture, Turn
from engine.rehearsal.playing.report import Exchange, Fault

PARTS = 3


def missed(turn: Turn, came: Exchange) -> Iterator[Fault]:
    """Every expectation of a turn that was not met."""
    for key, expected, found in (*_exact(turn, came), *_among(turn, came)):
        yield Fault(turn.at, key, expected, found)


def ended(fixture: Fixture, state: str, pushes: int) -> Iterator[Fault]:
    """Every expectation of the end that was not met."""
    end = fixture.end
    if end.state is not None and end.state != state:
        yield Fault(end.at, "end.state", end.state, state or "not ended")
    if end.pushes is not None and end.pushes != pushes:
        yield Fault(end.at, "end.pushes", str(end.pushes), str(pushes))


def counted(fixture: Fixture, found: Mapping[str, Mapping[str, int]]) -> Iterator[Fault]:
    """Every number of rows that is another one.

    Args:
        fixture: what is expected by table and status; "" is every status.
        found: rows by table and status; a table that is not there is left out.
    """
    at = fixture.end.at
    for table, expected in fixture.end.rows.items():
        rows = found.get(table)
        if rows is None:
            yield Fault(at, f"end.rows.{table}", "a table", "no table has this name")
            continue
        for status, number in expected.items():
            came = rows.get(status, 0) if status else sum(rows.values())
            if came != number:
                every = ", ".join(f"{name or 'rows'} {n}" for name, n in sorted(rows.items()))
                key = f"end.rows.{table}.{status}".rstrip(".")
                yield Fault(at, key, str(number), f"{came}; there are: {every or 'none'}")


def _exact(turn: Turn, came: Exchange) -> Iterator[tuple[str, str, str]]:
    expect = turn.expect
    if expect.state is not None and expect.state != came.state:
        yield "state", expect.state, came.state
    if expect.flow is not None and expect.flow != came.flow:
        yield "flow", expect.flow, came.flow
    if expect.said is not None and expect.said != came.said:
        yield "said", listed(expect.said), listed(came.said)


def _among(turn: Turn, came: Exchange) -> Iterator[tuple[str, str, str]]:
    expect, words = turn.expect, "\n".join(came.replies)
    for part in expect.text:
        if _plain(part) not in _plain(words):
            yield "text", f"... {part} ...", words or "nothing"
    yield from _held(expect, dict(came.slots))
    for effect in expect.effects:
        if effect not in came.effects:
            yield "effects", effect, listed(came.effects)
    chips = [button.label for button in came.buttons]
    names = {name.casefold() for name in (*chips, *map(_value, (b.id for b in came.buttons)))}
    for chip in expect.chips:
        if chip.casefold() not in names:
            yield "chips", chip, listed(chips)


def _held(expect: Expect, slots: dict[str, Scalar]) -> Iterator[tuple[str, str, str]]:
    for name, value in expect.slots.items():
        if _slot(value) != slots.get(name):
            yield f"slots.{name}", shown(value), shown(slots.get(name))


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names in a row, or `nothing`."""
    return ", ".join(names) or "nothing"


def shown(value: Scalar) -> str:
    """A value as a fixture writes it."""
    return "nothing" if value is None else "anyone" if value == ANYONE else str(value)


def _slot(expected: Scalar) -> Scalar:
    return ANYONE if expected == "anyone" else expected


def _value(id_: str) -> str:
    value = id_.split("|", PARTS - 1)[-1]
    return value.partition("=")[2] or value.partition(":")[2]


def _plain(text: str) -> str:
    return " ".join(text.split())
