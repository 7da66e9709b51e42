"""Phrases that an upper layer writes and nothing says: slips of a name, mostly."""

from collections.abc import Iterable, Iterator, Sequence

from engine.document.problem import Faults, Problem, near
from engine.model.flow import Flow, FlowSet, Kind, State, Way
from engine.spec.phrases.phrasing import Phrasing
from engine.spec.phrases.spoken import Texts

_ENDINGS = (".again2", ".again", ".heard", ".summary")
"""Endings of a phrase that is said because an answer was not understood, and of words heard for a
button."""
_HEARD = "lexicon."
"""Before what is heard and never said."""
_ALWAYS = ("yes", "change", "anyone")
"""Buttons that the machine adds by itself."""


def unsaid(flows: FlowSet, layers: Sequence[Texts], phrasing: Phrasing) -> Iterator[Problem]:
    """Yield a warning for each phrase of an upper layer that nothing can say.

    Args:
        flows: what can be said.
        layers: the phrases of each layer, the lowest first: its own are all taken to be said.
        phrasing: all of them, with where each was written.
    """
    known = {phrase for texts in layers[0].values() for phrase in texts} | set(_said(flows))
    faults, told = Faults(), set[str]()
    for locale, texts in (pair for one in layers[1:] for pair in one.items()):
        for phrase in texts:
            if {phrase, _base(phrase)} & known or phrase in told or phrase.startswith(_HEARD):
                continue
            told.add(phrase)
            at = phrasing.origins[locale, phrase]
            faults.add(at, phrase, "nothing says this phrase", _remedy(phrase, known))
    yield from faults.problems()


def _remedy(phrase: str, known: Iterable[str]) -> str:
    """A slip of the last word, else what to do."""
    head, _, tail = phrase.rpartition(".")
    pairs = (one.rpartition(".") for one in known)
    meant = near(tail, {last for first, _, last in pairs if first == head})
    return f"Write '{meant}'" if meant else "Name it in a step, or delete it"


def _base(phrase: str) -> str:
    return next((phrase.removesuffix(end) for end in _ENDINGS if phrase.endswith(end)), phrase)


def _said(flows: FlowSet) -> Iterator[str]:
    for flow in flows.flows.values():
        yield from _ways(flow.anytime.values())
        for state in flow.states.values():
            yield from _of_step(flow, state)
        for slot in flow.slots.values():
            yield from (phrase for _, phrase in slot.refuse)


def _of_step(flow: Flow, state: State) -> Iterator[str]:
    if state.say:
        yield state.say
    yield from _ways(state.ways.values())
    yield from _ways(timer.way for timer in state.timers)
    for label in (*_labels(flow, state), *_ALWAYS):
        yield f"{flow.name}.{state.id}.{label}"
        yield f"chips.{label}"
    if state.kind is Kind.ASK:
        yield f"chips.{state.what}"  # its button where the customer picks what is to change


def _labels(flow: Flow, state: State) -> Iterator[str]:
    """The names on the buttons of a step."""
    if state.kind in {Kind.CHOOSE, Kind.CONFIRM}:
        yield from state.ways
    if state.kind is Kind.ASK:
        yield from flow.slots[state.what].type.options


def _ways(ways: Iterable[Way]) -> Iterator[str]:
    return (way.say for way in ways if way.say)
