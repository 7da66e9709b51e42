"""What is different between two sets of flows, in plain words: one sentence each."""

from collections.abc import Iterable, Iterator, Mapping

from engine.assembly.library import Repertoire
from engine.model.flow import Duration, Flow, FlowSet, Kind, Setting, State
from engine.model.value import Scalar
from engine.render.book import PhraseBook
from tools.publishing.changed import changed

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
        _named("rule", old.rules, new.rules),
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
            yield f"a setting '{name}' of {_amount(setting)}"
        elif was != setting:
            yield f"the setting '{name}' goes from {_amount(was)} to {_amount(setting)}"
    for name in old.settings.keys() - new.settings.keys():
        yield f"the setting '{name}' is gone"


def _amount(setting: Setting) -> str:
    usually = _plain(setting.usually)
    if not setting.except_:
        return usually
    exceptions = ", ".join(f"{_plain(value)} if {rule}" for rule, value in setting.except_)
    return f"{usually} ({exceptions})"


def _plain(value: Scalar | Duration) -> str:
    if isinstance(value, Duration):
        return _span(value)
    if isinstance(value, float) and 0 <= value <= 1:
        return f"{value:.0%}"
    return str(value)


def _span(span: Duration) -> str:
    if span.seconds is None:
        return span.setting or ""
    for unit, size in (("h", 3600), ("m", 60)):
        if span.seconds and span.seconds % size == 0:
            return f"{span.seconds // size}{unit}"
    return f"{span.seconds}s"


def _named(kind: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    for name in new:
        if name not in old:
            yield f"a {kind} '{name}' is new"
        elif old[name] != new[name]:
            yield f"the {kind} '{name}' is another"
    for name in old:
        if name not in new:
            yield f"the {kind} '{name}' is gone"


def _promises(old: Flow, new: Flow) -> Iterator[str]:
    for one in new.never:
        if one not in old.never:
            before = " and ".join(f"'{step}'" for step in one.before)
            yield f"'{one.reach}' is never reached before {before}"
    if old.always != new.always:
        yield "what always holds is another"
    if new.moved and new.moved != old.moved:
        moves = ", ".join(f"'{a}' to '{b}'" for a, b in new.moved.steps.items())
        yield f"conversations of older versions move: {moves or 'slots only'}"


def _start(old: Flow, new: Flow) -> Iterator[str]:
    if old.start != new.start:
        yield "it begins otherwise"
    if old.title != new.title:
        yield f"its title is '{new.title}'"
    yield from _named("way out at any time", old.anytime, new.anytime)


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
            elif new is not None and old is not None and new.variants() != old.variants():
                yield f"'{phrase}' ({locale}) now reads: {_cut(new.variants())}"
            elif old is not None and new is None:
                yield f"'{phrase}' ({locale}) is gone"


def _cut(variants: Iterable[str]) -> str:
    text = " ".join(next(iter(variants), "").split())
    return f'"{text}"' if len(text) <= MOST_WORDS else f'"{text[:MOST_WORDS]}..."'
