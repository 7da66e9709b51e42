"""What is different about one step, in plain words."""

from collections.abc import Iterator

from engine.model.flow import Flow, Kind, State, Way


def changed(old: Flow, new: Flow, was: State, state: State) -> Iterator[str]:
    """Tell what changed of a step that both flows have; what only follows is left out."""
    name = state.id
    if (was.kind, was.what) != (state.kind, state.what):
        yield f"'{name}' is now {_kind(state)} (was {_kind(was)})"
        return
    if was.say != state.say:
        yield f"'{name}' now says '{_short(state.say)}'" if state.say else f"'{name}' says nothing"
    yield from _conditions(was, state)
    yield from _ways(old, new, was, state)
    if was.timers != state.timers:
        yield f"'{name}' waits otherwise: what silence does has changed"
    if was.args != state.args:
        yield f"'{name}' is given other arguments"
    yield from _slot(old, new, state)


def _kind(state: State) -> str:
    return f"{state.kind.value} {state.what}".strip()


def _short(phrase: str | None) -> str:
    return (phrase or "").partition(".")[2] or (phrase or "")


def _conditions(was: State, state: State) -> Iterator[str]:
    if was.when != state.when:
        rules = " and ".join(state.when)
        yield (
            f"'{state.id}' is taken only when {rules}" if rules else f"'{state.id}' is always taken"
        )
    if was.unless != state.unless:
        rules = " or ".join(state.unless)
        told = f"unless {rules}" if rules else "whatever was excepted before"
        yield f"'{state.id}' is taken {told}"


def _ways(old: Flow, new: Flow, was: State, state: State) -> Iterator[str]:
    if was.main != state.main and not _follows(old, new, was.main, state.main):
        yield f"'{state.id}' now leads to {leads(state.main)} (was {leads(was.main)})"
    for name, way in state.ways.items():
        if name not in was.ways:
            yield f"'{state.id}' has a way out '{name}' to {leads(way)}"
        elif was.ways[name] != way:
            before = leads(was.ways[name])
            yield f"'{state.id}' leads by '{name}' to {leads(way)} (was {before})"
    for name in was.ways.keys() - state.ways.keys():
        yield f"'{state.id}' has no way out '{name}' any more"


def _follows(old: Flow, new: Flow, was: Way | None, now: Way | None) -> bool:
    """Whether the main way is another only because a step came or went between."""
    came = now is not None and now.step is not None and now.step not in old.states
    went = was is not None and was.step is not None and was.step not in new.states
    return came or went


def _slot(old: Flow, new: Flow, state: State) -> Iterator[str]:
    if state.kind is not Kind.ASK or state.what not in old.slots:
        return
    was, slot = old.slots[state.what], new.slots[state.what]
    if was.type != slot.type:
        yield f"'{state.id}' takes other answers"
    if was.optional != slot.optional:
        yield f"'{state.id}' {'may stay empty' if slot.optional else 'must be answered'}"
    for field, words in (
        ("needs", "stands on other answers"),
        ("only_one", "takes an only choice otherwise"),
        ("remember", "is remembered otherwise"),
        ("refuse", "turns other answers down"),
    ):
        if getattr(was, field) != getattr(slot, field):
            yield f"'{state.id}' {words}"


def leads(way: Way | None) -> str:
    """Where a way leads, in words."""
    if way is None or way.stays:
        return "nowhere"
    if way.again:
        return f"asking again for {', '.join(way.again)}"
    return f"'{way.step or way.flow}'"
