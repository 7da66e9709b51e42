"""Conversations that stand in every step at which one can rest, and the same under other names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from engine.model.flow import Flow, FlowSet, Kind, Slot, State, Way
from engine.model.session import Chip, Frame, How, Prompt, Session
from engine.model.understanding import Act, Understanding
from engine.rehearsal.staging.world import World
from engine.render.book import PhraseBook

_BUTTONS = {Kind.CHOOSE, Kind.CONFIRM}
_COMMON = "chips."


def standings(flows: FlowSet, samples: World) -> Iterator[tuple[str, Session]]:
    """A conversation in each waiting step, by the step's name; what calls a flow lies beneath."""
    for flow in flows.flows.values():
        for state in flow.states.values():
            if state.waits:
                frames = (*_beneath(flows, flow), _frame(9, flow, state.id, How.TASK))
                chips = tuple(_chips(flow, state, samples))
                prompt = Prompt(1, 9, state.id, chips)
                yield f"{flow.name}.{state.id}", Session("t", frames=frames, prompt=prompt)


def _beneath(flows: FlowSet, flow: Flow) -> Iterator[Frame]:
    """The flow that calls this one; under a pattern a task at its first question."""
    for other in flows.flows.values():
        for state in other.states.values():
            calls = state.kind is Kind.CALL and state.what == flow.name and flow.start.called
            if calls or (flow.pattern and flow.start.acts and _opens(other, state)):
                yield _frame(1, other, state.id, How.TASK)
                return


def _opens(flow: Flow, state: State) -> bool:
    return state.waits and state.kind is Kind.ASK and bool(flow.start.intents)


def _frame(uid: int, flow: Flow, step: str, how: How) -> Frame:
    called = How.CALLED if flow.start.called else how
    return Frame(uid, flow.name, flow.digest, step, How.ASIDE if flow.pattern else called)


def _chips(flow: Flow, state: State, samples: World) -> Iterator[Chip]:
    """The choices that the step shows."""
    label = f"{flow.name}.{state.id}"
    if state.kind is Kind.CONFIRM:
        yield Chip("act:affirm", f"{label}.yes")
        yield Chip("act:change", f"{label}.change")
    if state.kind in _BUTTONS:
        yield from (Chip(f"way:{name}", f"{label}.{name}") for name in state.ways)
    if state.kind is Kind.ASK:
        slot = flow.slots[state.what]
        for value in samples.samples.get(slot.type.name, ()):
            yield Chip(f"{slot.name}={value.value}", shows=value)
        for option in slot.type.options:
            yield Chip(f"{slot.name}={option}", f"{label}.{option}")
        if slot.optional:
            yield Chip(f"{slot.name}=*", "chips.anyone")


@dataclass(slots=True)
class Nonsense:
    """New names for flows, steps and buttons, each the same wherever it stands."""

    known: dict[str, str]

    def new(self, name: str) -> str:
        """The other name; one that says nothing in any language."""
        return self.known.setdefault(name, f"zq{len(self.known)}x")

    def old(self, name: str) -> str:
        """The name that was."""
        return next((old for old, new in self.known.items() if new == name), name)

    def flows(self, flows: FlowSet) -> FlowSet:
        """Every flow, with its steps and buttons, under other names."""
        return replace(
            flows,
            flows={self.new(name): self._flow(flow) for name, flow in flows.flows.items()},
            intents={intent: self.new(flow) for intent, flow in flows.intents.items()},
            fallback=self.new(flows.fallback) if flows.fallback else None,
        )

    def book(self, book: PhraseBook, flows: FlowSet) -> PhraseBook:
        """The same words under the new names of what they stand on; common ones under both."""
        buttons = {w for f in flows.flows.values() for s in f.states.values() for w in s.ways}
        named = {phrase: self._phrase(phrase, flows, buttons) for phrase in book.phrases}
        common = {phrase: phrase for phrase in book.phrases if phrase.startswith(_COMMON)}
        texts = {
            locale: {
                new: one.text
                for old, new in (*named.items(), *common.items())
                if (one := book.entry(locale, old))
            }
            for locale in book.locales
        }
        return PhraseBook.from_texts(texts)

    def understood(self, understanding: Understanding) -> Understanding:
        """What was heard, with buttons by the names that they had."""
        acts = tuple(Act(self._act(act.name), act.confidence) for act in understanding.acts)
        return replace(understanding, acts=acts)

    def _act(self, name: str) -> str:
        kind, _, way = name.rpartition(":")
        return f"{kind}:{self.old(way)}" if kind else name

    def _flow(self, flow: Flow) -> Flow:
        return replace(
            flow,
            name=self.new(flow.name),
            first=self.new(flow.first),
            states={self.new(name): self._state(state) for name, state in flow.states.items()},
            slots={name: self._slot(slot) for name, slot in flow.slots.items()},
            anytime=self._ways(flow.anytime),
        )

    def _state(self, state: State) -> State:
        buttons = state.kind in _BUTTONS
        ways = {self.new(n) if buttons else n: way for n, way in self._ways(state.ways).items()}
        called = state.kind is Kind.CALL
        return replace(
            state,
            id=self.new(state.id),
            what=self.new(state.what) if called else state.what,
            main=self._way(state.main) if state.main else None,
            ways=ways,
            then=self.new(state.then) if state.then else None,
        )

    def _slot(self, slot: Slot) -> Slot:
        step = self.new(slot.step) if slot.step else None
        return replace(slot, step=step, makers=tuple(map(self.new, slot.makers)))

    def _ways(self, ways: Mapping[str, Way]) -> dict[str, Way]:
        return {name: self._way(way) for name, way in ways.items()}

    def _way(self, way: Way) -> Way:
        step = self.new(way.step) if way.step else None
        return replace(way, step=step, flow=self.new(way.flow) if way.flow else None)

    def _phrase(self, phrase: str, flows: FlowSet, buttons: set[str]) -> str:
        """A phrase of a step or a button under its new name."""
        head, *rest = phrase.split(".")
        if phrase.startswith(_COMMON):
            return ".".join((head, *(self.new(one) if one in buttons else one for one in rest)))
        if head not in flows.flows:
            return phrase
        step, *last = rest
        state = flows.flows[head].states.get(step)
        ways = state.ways if state else ()
        after = (self.new(one) if one in ways else one for one in last)
        return ".".join((self.new(head), self._known(step), *after))

    def _known(self, name: str) -> str:
        return self.known.get(name, name)
