"""Expectations rewritten in place: everything else of the file stays as it was, byte for byte."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import yaml

from engine.rehearsal.fixtures.fixture import Expect
from engine.rehearsal.fixtures.write import expect_text
from engine.rehearsal.playing.report import Exchange, Played

Span = tuple[int, int]


def updated(text: str, played: Sequence[Played]) -> str:
    """The text of a fixture file in which every expectation is what came.

    What a turn asks stays what it asks: a turn that names its state gets the state that came, one
    that names no phrases gets none.

    Args:
        text: of the file; it can be read.
        played: its fixtures, in their order; those that broke off stay as they are.
    """
    changes = list(_changes(yaml.compose(text, Loader=yaml.CSafeLoader), played))
    for (start, end), new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _changes(root: yaml.Node | None, played: Sequence[Played]) -> Iterator[tuple[Span, str]]:
    fixtures = _value(root, "fixtures")
    nodes = fixtures.value if isinstance(fixtures, yaml.SequenceNode) else [root]
    for node, one in zip(nodes, played, strict=True):
        if any(not fault.key for fault in one.faults):
            continue
        yield from _turns(_value(node, "turns"), one)
        end = _value(node, "end")
        for key, came in (("state", one.ended), ("pushes", str(one.pushes))):
            found = _value(end, key)
            if found is not None and came:
                yield _span(found), came


def _turns(turns: yaml.Node | None, played: Played) -> Iterator[tuple[Span, str]]:
    nodes = turns.value if isinstance(turns, yaml.SequenceNode) else []
    for node, turn, came in zip(nodes, played.fixture.turns, played.exchanges, strict=True):
        found = _value(node, "expect")
        if found is None or not any(fault.at == turn.at for fault in played.faults):
            continue
        new = came_to(turn.expect, came)
        short = isinstance(found, yaml.MappingNode) and found.flow_style
        yield _span(found), expect_text(new) if short else _long(new, found)


def came_to(expect: Expect, came: Exchange) -> Expect:
    """The same questions with the answers that came; parts of words that are gone are dropped."""
    words = " ".join(" ".join(came.replies).split())
    slots = dict(came.slots)
    missing = [name for name in expect.effects if name not in came.effects]
    return replace(
        expect,
        state=came.state if expect.state else None,
        flow=came.flow if expect.flow else None,
        said=came.said if expect.said is not None else None,
        text=tuple(part for part in expect.text if " ".join(part.split()) in words),
        slots={name: slots.get(name) for name in expect.slots},
        effects=tuple(dict.fromkeys(came.effects)) if missing else expect.effects,
    )


def _long(expect: Expect, node: yaml.Node) -> str:
    """A block of several lines, laid out as it was."""
    short = yaml.compose(f"x: {expect_text(expect)}", Loader=yaml.CSafeLoader)
    inside = _value(short, "x")
    pairs = inside.value if isinstance(inside, yaml.MappingNode) else []
    text = f"x: {expect_text(expect)}"
    lines = [f"{key.value}: {text[value.start_mark.index : value.end_mark.index]}"
             for key, value in pairs]  # fmt: skip
    return ("\n" + " " * node.start_mark.column).join(lines) + "\n"


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _span(node: yaml.Node) -> Span:
    return node.start_mark.index, node.end_mark.index
