"""From a compiled flow to its picture."""

from collections.abc import Iterator

from engine.model.flow import Flow, Kind, State
from engine.picture.chips import chips, header, is_line, leads_on
from engine.picture.parts import Box, Line, Picture

NAMED = 2
"""Ways to one box that their line names; more are counted."""


def drawn(flow: Flow) -> Picture:
    """Draw a flow: lines only for what leads on, the rest as chips on its box."""
    boxes = tuple(_box(flow, state) for state in flow.states.values())
    lines = tuple(line for state in flow.states.values() for line in _lines(flow, state))
    return Picture(flow.name, flow.title, tuple(header(flow)), boxes, lines)


def _box(flow: Flow, state: State) -> Box:
    return Box(state.id, state.title, state.kind, _about(state), tuple(chips(flow, state)))


def _about(state: State) -> str:
    what = state.what.rpartition(".")[2] if state.kind is Kind.SAY else state.what
    words = f"{state.kind}: {what}" if what else str(state.kind)
    return words.replace("_", " ")


def _lines(flow: Flow, state: State) -> Iterator[Line]:
    """The main way, and one line for all the other ways that lead to the same box."""
    main = state.main
    if main and main.step and leads_on(flow, state, main):
        yield Line(state.id, main.step)
    names: dict[str, list[str]] = {}
    for name, way in state.ways.items():
        if way.step and is_line(flow, state, way):
            names.setdefault(way.step, []).append(name.replace("_", " "))
    yield from (Line(state.id, target, _label(found)) for target, found in names.items())


def _label(names: list[str]) -> str:
    return " · ".join(names) if len(names) <= NAMED else f"{len(names)} ways"
