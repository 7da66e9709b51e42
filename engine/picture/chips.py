"""Which ways are chips on a box, and what they say."""

from collections.abc import Iterator
from dataclasses import replace

from engine.model.builtin import HANDOFF
from engine.model.flow import End, Flow, Kind, State, Timer, Way
from engine.model.tool import FAILED
from engine.picture.parts import Chip, Tone
from engine.picture.spans import span


def leads_on(flow: Flow, state: State, way: Way) -> bool:
    """Whether a way is a line: it goes to a box further on that is no stop."""
    if way.again or way.flow or way.step is None:
        return False
    return not stops(flow, way.step) and not _back(flow, state, way.step)


def _back(flow: Flow, state: State, step: str) -> bool:
    order = list(flow.states)
    return order.index(step) <= order.index(state.id)


def stops(flow: Flow, step: str) -> bool:
    """Whether a step ends the flow short of its goal."""
    state = flow.states[step]
    return state.kind is Kind.END and state.what != End.DONE


def chips(flow: Flow, state: State) -> Iterator[Chip]:
    """Yield what a box wears, in the order in which the engine looks at it."""
    if state.when:
        yield Chip(Tone.WHEN, f"only when {_rules(state.when)}")
    if state.unless:
        yield Chip(Tone.WHEN, f"but not when {_rules(state.unless)}")
    for name, way in state.ways.items():
        if not _understood(state, name, way) and not is_line(flow, state, way):
            yield _of_way(flow, state, name.replace("_", " "), way)
    if state.main and not leads_on(flow, state, state.main):
        yield _of_way(flow, replace(state, main=None), "then", state.main)
    for timer in _own(flow, state):
        yield Chip(Tone.TIME, f"{_time(flow, timer)}: {_silence(timer)}")
    if state.then:
        yield Chip(Tone.FLOW, f"then {state.then.replace('_', ' ')}")


def is_line(flow: Flow, state: State, way: Way) -> bool:
    """Whether a way beside the main one is a line of its own."""
    return leads_on(flow, state, way) and (state.main is None or way.step != state.main.step)


def _understood(state: State, name: str, way: Way) -> bool:
    """A person takes over where a tool fails: so everywhere, unless a flow says otherwise."""
    return state.kind is Kind.DO and name == FAILED and way.flow == HANDOFF


def _of_way(flow: Flow, state: State, name: str, way: Way) -> Chip:
    if way.again:
        return Chip(Tone.AGAIN, f"{name}: ask {_rules(way.again)} again")
    if way.flow:
        person = way.flow == HANDOFF
        tone = Tone.PERSON if person else Tone.FLOW
        return Chip(tone, f"{name}: {'a person' if person else way.flow.replace('_', ' ')}")
    if way.step is None:
        return Chip(Tone.ON, f"{name}: stays")
    if state.main and way.step == state.main.step:
        return Chip(Tone.ON, f"{name}: goes on")
    tone = Tone.STOP if stops(flow, way.step) else Tone.AGAIN
    return Chip(tone, f"{name}: {flow.states[way.step].title.lower()}")


def _own(flow: Flow, state: State) -> tuple[Timer, ...]:
    """The step's timers; those that every wait of the flow has stand in the header."""
    return () if state.timers == common_timers(flow) else state.timers


def common_timers(flow: Flow) -> tuple[Timer, ...]:
    """The timers that most waits share: the flow's own."""
    waits = [state.timers for state in flow.states.values() if state.waits]
    return max(waits, key=waits.count) if len(set(waits)) < len(waits) else ()


def header(flow: Flow) -> Iterator[str]:
    """Yield what holds everywhere in the flow."""
    yield _start(flow)
    for act, way in flow.anytime.items():
        yield f"any time, {act}: {_place(way)}"
    for timer in common_timers(flow):
        yield f"{_time(flow, timer)}: {_silence(timer)}"


def _start(flow: Flow) -> str:
    start = flow.start
    if start.ahead:
        times = " and ".join(span(flow, one) for one in start.ahead)
        return f"starts {times} ahead of {start.of}"
    names = [*start.intents, *start.acts, *start.events]
    if names:
        return f"starts on {', '.join(name.replace('_', ' ') for name in names)}"
    return "starts when nothing else is asked for" if start.fallback else "called by other flows"


def _time(flow: Flow, timer: Timer) -> str:
    where = f"on {timer.channel}, " if timer.channel else ""
    if timer.quiet is not None:
        return f"{where}{span(flow, timer.quiet)} without a word"
    return f"{where}after {span(flow, timer.after)}" if timer.after else timer.name


def _silence(timer: Timer) -> str:
    done = [timer.do.replace("_", " ")] if timer.do else []
    said = [f"says {timer.way.say.rpartition('.')[2].replace('_', ' ')}"] if timer.way.say else []
    gone = [] if timer.way.stays else [_place(timer.way)]
    return ", ".join([*done, *said, *gone])


def _place(way: Way) -> str:
    if way.again:
        return f"ask {_rules(way.again)} again"
    return (way.flow or way.step or "stays").replace("_", " ")


def _rules(names: tuple[str, ...]) -> str:
    return " and ".join(name.replace("_", " ") for name in names)
