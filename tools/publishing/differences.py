"""What is different between two sets of flows, in plain words: one sentence each."""

from collections.abc import Iterable, Iterator

from engine.assembly.library import Repertoire
from engine.model.flow import After, Flow, FlowSet, Kind, Possible, Start, State
from engine.render.book import PhraseBook
from tools.publishing.changed import changed
from tools.publishing.plainly import amount, is_share, leads, rule, silence, span

MOST_WORDS = 90
"""Letters of a phrase that a sentence shows."""


def differences(before: Repertoire, after: Repertoire) -> tuple[str, ...]:
    """Tell what changed, flow by flow, then what is said."""
    found = [*_flows(before.flows, after.flows), *_phrases(before.book, after.book)]
    return tuple(found)


def _flows(before: FlowSet, after: FlowSet) -> Iterator[str]:
    for name in after.flows:
        old, new = before.flows.get(name), after.flows[name]
        if old is None:
            yield f"a flow '{name}' is new: {len(new.states)} steps"
        elif old.digest != new.digest:
            yield from _flow(old, new)
    for name in before.flows:
        if name not in after.flows:
            yield f"the flow '{name}' is gone"


def _flow(old: Flow, new: Flow) -> Iterator[str]:
    within = f"{new.name}: "
    parts = (
        _settings(old, new),
        _rules(old, new),
        _promises(old, new),
        _start(old, new),
        _steps(old, new),
    )
    for part in parts:
        for line in part:
            yield within + line


def _settings(old: Flow, new: Flow) -> Iterator[str]:
    for name, setting in new.settings.items():
        was = old.settings.get(name)
        if was is None:
            yield f"a setting '{name}' of {amount(setting, share=is_share(setting))}"
        elif was != setting:
            share = is_share(was, setting)
            goes = f"from {amount(was, share=share)} to {amount(setting, share=share)}"
            yield f"the setting '{name}' goes {goes}"
    for name in old.settings.keys() - new.settings.keys():
        yield f"the setting '{name}' is gone"


def _rules(old: Flow, new: Flow) -> Iterator[str]:
    for name, tree in new.rules.items():
        was = old.rules.get(name)
        if was is None:
            yield f"a rule '{name}' is new: {rule(tree)}"
        elif was != tree:
            yield f"the rule '{name}' is now {rule(tree)} (was {rule(was)})"
    yield from (f"the rule '{name}' is gone" for name in old.rules if name not in new.rules)


def _promises(old: Flow, new: Flow) -> Iterator[str]:
    for one in new.never:
        if one not in old.never:
            before = " and ".join(f"'{step}'" for step in one.before)
            yield f"'{one.reach}' is never reached before {before}"
    yield from (f"always: {_always(one)}" for one in new.always if one not in old.always)
    yield from (f"no longer: {_always(one)}" for one in old.always if one not in new.always)
    if new.moved and new.moved != old.moved:
        moves = ", ".join(f"'{a}' to '{b}'" for a, b in new.moved.steps.items())
        yield f"conversations of older versions move: {moves or 'slots only'}"


def _start(old: Flow, new: Flow) -> Iterator[str]:
    if old.start != new.start:
        yield f"it begins {_begins(new.start)} (was: {_begins(old.start)})"
    if old.title != new.title:
        yield f"its title is '{new.title}'"
    for name in {**old.anytime, **new.anytime}:
        was, way = old.anytime.get(name), new.anytime.get(name)
        if was != way:
            before = f" (was {leads(was)})" if was else ""
            yield f"at any time '{name}' leads to {leads(way)}{before}"


def _always(one: Possible | After) -> str:
    if isinstance(one, Possible):
        return f"'{one.end}' can still be reached from every question"
    return f"after {one.event} it ends with '{one.end}'"


def _begins(start: Start) -> str:
    named = (*start.intents, *start.acts, *start.events)
    how = [f"by {', '.join(named)}"] if named else []
    times = " and ".join(map(span, start.ahead))
    how += [f"{times} ahead of {start.of}"] if times else []
    how += ["by a call"] if start.called else []
    how += [f"if {' and '.join(start.when)}"] if start.when else []
    return " ".join(how) or "where nothing else does"


def _steps(old: Flow, new: Flow) -> Iterator[str]:
    order = list(new.states)
    for place, (name, state) in enumerate(new.states.items()):
        if name not in old.states:
            after = f"after '{order[place - 1]}'" if place else "first of all"
            yield f"a step '{name}' {_does(state)} {after}"
    for name in old.states:
        if name not in new.states:
            yield f"the step '{name}' is gone"
    for name, state in new.states.items():
        if name in old.states:
            yield from changed(old, new, old.states[name], state)
    yield from _silences(old, new)


def _silences(old: Flow, new: Flow) -> Iterator[str]:
    """What silence does, told once for all steps in which it changed alike."""
    found: dict[str, list[str]] = {}
    for name, state in new.states.items():
        if name in old.states and (told := _silence(old.states[name], state)):
            found.setdefault(told, []).append(f"'{name}'")
    for told, names in found.items():
        yield f"silence at {', '.join(names)}: {told}"


def _silence(was: State, state: State) -> str:
    before, now = (tuple(map(silence, one.timers)) for one in (was, state))
    came = ", ".join(f"now {told}" for told in now if told not in before)
    went = ", ".join(f"no longer {told}" for told in before if told not in now)
    return ", ".join(filter(None, (came, went)))


_DOES = {
    Kind.ASK: "asks for '{}'",
    Kind.CHOOSE: "lets the customer choose",
    Kind.CONFIRM: "asks for a yes",
    Kind.SAY: "says '{}'",
    Kind.DO: "does '{}'",
    Kind.BRANCH: "looks which way to go",
    Kind.CALL: "uses the flow '{}'",
    Kind.END: "ends the flow as {}",
}


def _does(state: State) -> str:
    return _DOES[state.kind].format(state.what or (state.say or "").partition(".")[2])


def _phrases(before: PhraseBook, after: PhraseBook) -> Iterator[str]:
    if before is after:
        return
    for phrase in sorted(after.phrases | before.phrases):
        for locale in after.locales:
            old, new = before.entry(locale, phrase), after.entry(locale, phrase)
            if new is not None and old is None:
                yield f"'{phrase}' ({locale}) is new: {_cut(new.variants())}"
            elif new is not None and old is not None and new.text != old.text:
                yield f"'{phrase}' ({locale}) now reads: {_cut(new.variants())}"
            elif new is not None and old is not None and new.voice != old.voice:
                yield f"'{phrase}' ({locale}) is now spoken: {_cut([new.variant(spoken=True)])}"
            elif old is not None and new is None:
                yield f"'{phrase}' ({locale}) is gone"


def _cut(variants: Iterable[str]) -> str:
    text = " ".join(next(iter(variants), "").split())
    return f'"{text}"' if len(text) <= MOST_WORDS else f'"{text[:MOST_WORDS]}..."'
