"""Fixture files read and checked: every fault at once, each with its line and remedy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engine.model.flow import FlowSet, Origin
from engine.model.understanding import ACTS, INTENTS
from engine.model.value import Scalar, Value
from engine.rehearsal.fixture import (
    Act,
    End,
    Event,
    Expect,
    Fixture,
    Given,
    Outcome,
    Says,
    Sends,
    Taps,
    Turn,
    Waits,
)
from engine.rehearsal.means import understanding
from engine.rehearsal.names import Names, check_names
from engine.rehearsal.vocabulary import FIXTURE, FIXTURES
from engine.spec.document.place import Place, top
from engine.spec.document.problem import Faults, Problems
from engine.spec.document.tree import Document, Table
from engine.spec.language.amounts import seconds
from engine.spec.language.conform import conform

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the checks of one file know and find."""

    flows: FlowSet
    kinds: tuple[str, ...]
    faults: Faults


def read_fixtures(
    document: Document,
    flows: FlowSet,
    phrases: frozenset[str],
    vertical: str = "spa",
    *,
    own: bool = False,
) -> tuple[Fixture, ...] | Problems:
    """Read one file of one fixture or several.

    Args:
        document: the file.
        flows: those the fixtures play in; every name they use must be there.
        phrases: ids of the phrases that can be said.
        vertical: the kind of business where a fixture names none.
        own: they play in a business of the database, whose rows are nobody's to change.
    """
    faults, root = Faults(), top(document.root)
    several = root.get("fixtures") is not None
    conform(root, FIXTURES if several else FIXTURE, faults)
    if len(faults):
        return faults.problems()
    places = list(root.many("fixtures")) if several else [root]
    kinds = {slot.type.name for flow in flows.flows.values() for slot in flow.slots.values()}
    reading = Reading(flows, tuple(sorted(kinds)), faults)
    found = tuple(_fixture(place, reading, vertical) for place in places)
    names = Names.of(flows, phrases)
    for place in places:
        check_names(place, names, faults)
        end = place.get("end")
        rows = end.get("rows") if end and own else None
        if rows is not None:
            fault = "the rows of a business are not counted"
            faults.add(rows.at, rows.key, fault, "Leave rows out, or tenant")
    _twice(places, faults)
    return faults.problems() if len(faults) else found


def said_vertical(document: Document) -> Iterator[str]:
    """The kinds of business that a file names, before anything is checked."""
    return _said(document, "vertical")


def said_tenant(document: Document) -> Iterator[str]:
    """The businesses that a file names, before anything is checked."""
    return _said(document, "tenant")


def _said(document: Document, key: str) -> Iterator[str]:
    root = top(document.root)
    for place in root.many("fixtures") if root.get("fixtures") else [root]:
        named = place.get(key)
        if named is not None and named.text:
            yield named.text


def _twice(places: list[Place], faults: Faults) -> None:
    seen: set[str] = set()
    for place in places:
        name = _text(place, "fixture")
        if name in seen:
            at = place.get("fixture") or place
            faults.add(at.at, at.key, f"a fixture is called '{name}' already", "Rename it")
        seen.add(name)


def _fixture(place: Place, reading: Reading, vertical: str) -> Fixture:
    now = _text(place, "now")
    locale = _text(place, "locale", "en")
    head = place.get("fixture") or place
    plain = Fixture("", "", (), head.at)
    return replace(
        plain,
        name=_text(place, "fixture"),
        flow=_text(place, "flow"),
        turns=tuple(_turn(one, reading, locale) for one in place.many("turns")),
        vertical=_text(place, "vertical", vertical),
        tenant=_text(place, "tenant") or None,
        locale=locale,
        channel=_text(place, "channel", plain.channel),
        now=_instant(place, now, reading.faults) if now else plain.now,
        given=_given(place.get("given"), reading),
        end=_end(place),
        note=_text(place, "note"),
    )


def _instant(place: Place, text: str, faults: Faults) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        at = place.get("now") or place
        faults.add(at.at, at.key, f"'{text}' is no day of the calendar", "Correct it")
        return datetime.min  # noqa: DTZ901 - a fixture's time is local


def _turn(place: Place, reading: Reading, locale: str) -> Turn:
    for own, other in (("means", "says"), ("gives", "event")):
        extra = place.get(own)
        if extra is not None and place.get(other) is None:
            fault = f"'{own}' stands without {other}"
            reading.faults.add(place.key_at(own), place.key, fault, f"Write {other}: ...")
    expect = place.get("expect")
    head = next(iter(place.items()))[1]
    said = _expect(expect) if expect else Expect()
    return Turn(_act(place, reading, locale), head.at, said, expect.at if expect else None)


def _act(place: Place, reading: Reading, locale: str) -> Act:
    if says := place.get("says"):
        means = place.get("means")
        acts = (*ACTS, *INTENTS)
        if means is None:
            return Says(says.text)
        heard = understanding(means, acts, reading.kinds, reading.faults, locale)
        return Says(says.text, heard)
    if sends := place.get("sends"):
        return Sends(sends.text)
    if event := place.get("event"):
        return Event(event.text, _gives(place.get("gives"), _types(event.text, reading.flows)))
    if wait := place.get("wait"):
        return Waits(timedelta(seconds=seconds(wait.text) or 0))
    old = place.get("old_tap")
    return Taps(_text(place, "old_tap"), old=True) if old else Taps(_text(place, "tap"))


def _types(event: str, flows: FlowSet) -> Mapping[str, str]:
    """Kinds of what the event of a tool gives."""
    tool = flows.tools.get(event.rpartition(".")[0])
    return tool.gives if tool else {}


def _expect(place: Place) -> Expect:
    said = place.get("said")
    nothing = said is not None and said.text == NOTHING
    slots = place.get("slots")
    return Expect(
        state=_text(place, "state") or None,
        flow=_text(place, "flow") or None,
        said=None if said is None else () if nothing else tuple(p.text for p in said.each()),
        text=tuple(one.text for one in place.many("text")),
        slots={name: _or_none(value) for name, value in slots.items()} if slots else {},
        effects=tuple(one.text for one in place.many("effects")),
        chips=tuple(one.text for one in place.many("chips")),
    )


def _given(place: Place | None, reading: Reading) -> Given:
    if place is None:
        return Given()
    facts, tools, lists = (place.get(name) for name in ("facts", "tools", "lists"))
    settings = place.get("settings")
    known = reading.flows.tools
    return Given(
        facts={name: _or_none(value) for name, value in facts.items()} if facts else {},
        settings={name: one.value for name, one in settings.items()} if settings else {},
        busy=tuple(
            (_text(one, "who"), _text(one, "from"), _text(one, "to")) for one in place.many("busy")
        ),
        tools={
            name: tuple(_outcome(one, known[name].gives if name in known else {}) for one in
                        turn.each())
            for name, turn in (tools.items() if tools else ())
        },
        lists={
            name: ()
            if offered.text == NOTHING
            else tuple(
                _value(one, (known[name].lists or name) if name in known else name)
                for one in offered.each()
            )
            for name, offered in (lists.items() if lists else ())
        },
    )  # fmt: skip


def _outcome(place: Place, types: Mapping[str, str]) -> Outcome:
    if place.text:
        return Outcome(place.text)
    return Outcome(_text(place, "comes_to"), _gives(place.get("gives"), types))


def _gives(place: Place | None, types: Mapping[str, str]) -> Mapping[str, Value]:
    return {
        name: _value(one, types.get(name, name)) for name, one in (place.items() if place else ())
    }


def _value(place: Place, kind: str) -> Value:
    """A value: itself, or `{is: it, fact: ...}`."""
    if not isinstance(place.node, Table):
        return Value(kind, place.value, {"": str(place.value).replace("_", " ").capitalize()})
    facts = {name: one.value for name, one in place.items() if name not in {"is", "name"}}
    itself = place.get("is")
    name = place.get("name")
    value = itself.value if itself else None
    shown = name.text if name else str(value).replace("_", " ").capitalize()
    return Value(kind, value, {"": shown}, facts)


def _end(place: Place) -> End:
    end = place.get("end")
    if end is None:
        return End(at=place.at)
    pushes, rows = end.get("pushes"), end.get("rows")
    counted = pushes.value if pushes else None
    return End(
        state=_text(end, "state") or None,
        pushes=int(counted) if isinstance(counted, int | float) else None,
        rows={name: _rows(one) for name, one in rows.items()} if rows else {},
        at=place.key_at("end"),
    )


def _rows(place: Place) -> Mapping[str, int]:
    if isinstance(place.node, Table):
        return {name: int(one.value or 0) for name, one in place.items()}
    return {"": int(place.value or 0)}


def _or_none(place: Place) -> Scalar:
    return None if place.value == NOTHING else place.value


def _text(place: Place, name: str, otherwise: str = "") -> str:
    found = place.get(name)
    return found.text if found else otherwise


def where(origin: Origin) -> str:
    """`flows/fixtures/booking.yaml:12`."""
    return f"{origin.file}:{origin.line}"
