"""Fixtures as a file: a line a turn, what a colleague would have written."""

import json
from collections.abc import Iterator, Mapping, Sequence

from engine.model.understanding import Understanding
from engine.model.value import ANYONE, Scalar, Value
from engine.rehearsal.fixture import (
    NOW,
    PLAIN,
    Act,
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
from engine.rehearsal.means import SURE, UNWANTED
from engine.rehearsal.report import Exchange
from engine.spec.document.scalar import resolve

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-+/:=' ")
UNITS = ((86_400, "d"), (3600, "h"), (60, "m"), (1, "s"))
LONGEST_COUNT = 9999


def file_text(
    fixtures: Sequence[Fixture], head: Sequence[str], schema: str, home: str = PLAIN
) -> str:
    """A file of several fixtures.

    Args:
        fixtures: in their order.
        head: lines of comment.
        schema: where the JSON Schema lies, relative to the file.
        home: the kind of business of the folder.
    """
    lines = [f"# yaml-language-server: $schema={schema}", *(f"# {line}" for line in head)]
    lines += ["ratiba: 1", "fixtures:"]
    for fixture in fixtures:
        body = list(fixture_lines(fixture, home))
        lines += [f"  - {body[0]}", *(f"    {line}" for line in body[1:])]
    return "\n".join(lines) + "\n"


def fixture_lines(fixture: Fixture, home: str = PLAIN) -> Iterator[str]:
    """One fixture, without the number of the format.

    Args:
        fixture: what is left out of it when it is as usual is left out.
        home: the kind of business in which a fixture of this folder plays that names none.
    """
    yield f"fixture: {fixture.name}"
    if fixture.note:
        yield f"note: {scalar(fixture.note)}"
    yield from _about(fixture, home)
    given = dict(_given(fixture.given))
    if given:
        yield f"given: {block(given)}"
    yield "turns:"
    for turn in fixture.turns:
        yield from _turn(turn)
    end = {"state": fixture.end.state, "pushes": fixture.end.pushes}
    known = {name: value for name, value in end.items() if value is not None}
    if known:
        yield f"end: {block(known)}"


def _about(fixture: Fixture, home: str) -> Iterator[str]:
    """What it is about and where it plays; what is as usual is left out."""
    yield f"flow: {fixture.flow}"
    if fixture.vertical != home:
        yield f"vertical: {fixture.vertical}"
    if fixture.locale != "en":
        yield f"locale: {fixture.locale}"
    if fixture.channel != "whatsapp":
        yield f"channel: {fixture.channel}"
    if fixture.now != NOW:
        yield f"now: {fixture.now:%Y-%m-%dT%H:%M}"


def _turn(turn: Turn) -> Iterator[str]:
    first, *rest = _act(turn.act)
    yield f"  - {first}"
    for line in rest:
        yield f"    {line}"
    written = expect_text(turn.expect)
    if written:
        yield f"    expect: {written}"


def _act(act: Act) -> Iterator[str]:
    match act:
        case Says(text, means):
            yield f"says: {scalar(text)}"
            if means is not None:
                yield f"means: {block(_means(means))}"
        case Taps(chip, old):
            yield f"{'old_tap' if old else 'tap'}: {scalar(chip)}"
        case Sends(kind):
            yield f"sends: {kind}"
        case Event(name, gives):
            yield f"event: {name}"
            if gives:
                yield f"gives: {block({slot: _value(value) for slot, value in gives.items()})}"
        case Waits(span):
            yield f"wait: {span_text(int(span.total_seconds()))}"


def span_text(seconds: int) -> str:
    """A time as it is read, in the largest unit that fits."""
    size, unit = next((s, u) for s, u in UNITS if seconds % s == 0 and seconds // s)
    if seconds // size > LONGEST_COUNT:
        return f"{seconds // 60}m"
    return f"{seconds // size}{unit}"


def _means(means: Understanding) -> dict[str, object]:
    acts: list[object] = [act.name for act in means.acts]
    found: dict[str, object] = {}
    if acts:
        found["act"] = acts[0] if len(acts) == 1 else acts
    for mention in means.mentions:
        name = f"{UNWANTED}{mention.type}" if mention.excluded else mention.type
        found[name] = list(mention.candidates) or _slot(mention.value)
    if means.time is not None:
        found |= {"time": list(means.time.candidates) or means.time.value}
        found |= {"after": means.time.after} if means.time.after else {}
        found |= {"before": means.time.before} if means.time.before else {}
    if means.language.confidence:
        found["language"] = means.language.label
    confidences = (*(a.confidence for a in means.acts), *(m.confidence for m in means.mentions))
    sure = min(confidences, default=SURE)
    return found if sure == SURE else {**found, "sure": sure}


def expect_text(expect: Expect) -> str:
    """An expectation as a block in one line; "" where nothing is expected."""
    found: dict[str, object] = {}
    found |= {"state": expect.state} if expect.state else {}
    found |= {"flow": expect.flow} if expect.flow else {}
    if expect.said is not None:
        found["said"] = list(expect.said) or "nothing"
    found |= {"text": list(expect.text)} if expect.text else {}
    found |= {"slots": {n: _slot(v) for n, v in expect.slots.items()}} if expect.slots else {}
    found |= {"effects": list(expect.effects)} if expect.effects else {}
    found |= {"chips": list(expect.chips)} if expect.chips else {}
    return block(found) if found else ""


def expected_of(came: Exchange, flow: str) -> Expect:
    """What a turn came to, as what is expected of it from now on; another flow is named."""
    effects = tuple(dict.fromkeys(came.effects))
    other = came.flow if came.flow and came.flow != flow else None
    return Expect(state=came.state, flow=other, said=came.said, effects=effects)


def _given(given: Given) -> Iterator[tuple[str, object]]:
    if given.facts:
        yield "facts", {name: _slot(value) for name, value in given.facts.items()}
    if given.settings:
        yield "settings", dict(given.settings)
    if given.busy:
        yield "busy", [{"who": w, "from": f, "to": t} for w, f, t in given.busy]
    if given.tools:
        yield "tools", {name: [_outcome(one) for one in turn] for name, turn in given.tools.items()}
    if given.lists:
        yield "lists", {n: [_value(v) for v in vs] or "nothing" for n, vs in given.lists.items()}


def _outcome(outcome: Outcome) -> object:
    if not outcome.gives:
        return outcome.name
    gives = {slot: _value(value) for slot, value in outcome.gives.items()}
    return {"comes_to": outcome.name, "gives": gives}


def _value(value: Value) -> object:
    if not value.facts:
        return _slot(value.value)
    itself = {} if value.value is None else {"is": value.value}
    return {**itself, **{name: _slot(fact) for name, fact in value.facts.items()}}


def _slot(value: Scalar) -> Scalar:
    return "nothing" if value is None else "anyone" if value == ANYONE else value


def block(value: object) -> str:
    """A value in YAML's short form."""
    match value:
        case Mapping():
            inside = ", ".join(f"{scalar(str(key))}: {block(one)}" for key, one in value.items())
            return f"{{{inside}}}"
        case list() | tuple():
            return f"[{', '.join(map(block, value))}]"
        case bool() | int() | float() | str() | None:
            return scalar(value)
        case _:
            raise TypeError(type(value).__name__)


def scalar(value: Scalar) -> str:
    """One value, in quotes where it would be read as something else."""
    if not isinstance(value, str):
        return json.dumps(value)
    plain = bool(value) and set(value) <= _PLAIN and value == value.strip()
    plain = plain and value[0] not in "-:='." and ": " not in value and not value.endswith(":")
    return value if plain and _text(value) else json.dumps(value, ensure_ascii=False)


def _text(value: str) -> bool:
    words = {"yes", "no", "on", "off", "y", "n", "null", "true", "false"}
    try:
        return isinstance(resolve(value), str) and value.lower() not in words
    except ValueError:
        return False
