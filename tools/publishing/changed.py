"""What is different about one step, in plain words."""

from collections.abc import Iterator

from engine.model.flow import Flow, Kind, State, Way
from tools.publishing.plainly import argument, leads


def changed(old: Flow, new: Flow, was: State, state: State) -> Iterator[str]:
    """Tell what changed of a step that both flows have; what only follows is left out."""
    name = state.id
    if was.kind is state.kind is Kind.SAY and was.what != state.what:
        yield f"'{name}' now says '{_short(state.what)}' (was '{_short(was.what)}')"
    elif (was.kind, was.what) != (state.kind, state.what):
        yield f"'{name}' is now {_kind(state)} (was {_kind(was)})"
        return
    elif was.say != state.say:
        yield f"'{name}' now says '{_short(state.say)}'" if state.say else f"'{name}' says nothing"
    yield from _conditions(was, state)
    yield from _ways(old, new, was, state)
    yield from _args(was, state)
    yield from _slot(old, new, state)


def _kind(state: State) -> str:
    return f"{state.kind.value} {state.what}".strip()


def _short(phrase: str | None) -> str:
    return (phrase or "").partition(".")[2] or (phrase or "")


def _conditions(was: State, state: State) -> Iterator[str]:
    if was.when != state.when and (state.when or not state.unless):
        rules = " and ".join(state.when)
        yield (
            f"'{state.id}' is taken only when {rules}" if rules else f"'{state.id}' is always taken"
        )
    if was.unless != state.unless and (state.unless or was.when == state.when):
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
    for field, yes, no in (
        ("optional", "may stay empty", "must be answered"),
        ("only_one", "takes the only choice without asking", "asks even if there is one choice"),
        ("remember", "is remembered for the next time", "is no longer remembered"),
    ):
        if getattr(was, field) != (now := getattr(slot, field)):
            yield f"'{state.id}' {yes if now else no}"
    if was.needs != slot.needs:
        needs = " and ".join(f"'{one}'" for one in slot.needs)
        yield f"'{state.id}' stands on {needs or 'no other answer'}"
    if was.refuse != slot.refuse:
        rules = " or ".join(rule for rule, _ in slot.refuse)
        yield f"'{state.id}' turns an answer down {'if ' + rules if rules else 'never'}"


def _args(was: State, state: State) -> Iterator[str]:
    for name in {**was.args, **state.args}:
        old, new = was.args.get(name), state.args.get(name)
        if new is None:
            yield f"'{state.id}' is given no '{name}' any more"
        elif old != new:
            before = f" (was {argument(old)})" if old else ""
            yield f"'{state.id}' is given {name}: {argument(new)}{before}"
