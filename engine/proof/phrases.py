"""Every phrase, said in every language with every set of names that it is reached with."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from engine.document.problem import near
from engine.model.effect import Say
from engine.model.flow import FlowSet, Kind
from engine.model.message import Outbound
from engine.model.session import Chip, Prompt
from engine.model.value import Value
from engine.proof.said import Said
from engine.proof.samples import HEARD, Samples
from engine.proof.watch import Wrong
from engine.render.book import PhraseBook
from engine.render.errors import UnknownPhrase, UnsayablePhrase
from engine.render.replies import render
from engine.spec.language.facts import HEADS

BUTTONS, BUTTON = 3, 20
ROWS, ROW = 10, 24
"""WhatsApp: three buttons of 20 characters, or a list of ten rows of 24."""
SENTENCES = 2
"""What can be kept in mind when heard."""
_SENTENCE = re.compile(r"[.!?…]+(?=\s|$)")
_UNDEFINED = re.compile(r"'(\w+)' is undefined")


class Phrases:
    """Says the phrases of a proof."""

    def __init__(self, flows: FlowSet, book: PhraseBook) -> None:
        self._flows = flows
        self._book = book
        self._samples = Samples(flows)
        self._asked: dict[str, frozenset[str]] = {}
        self._optional = frozenset(
            slot.name
            for flow in flows.flows.values()
            for slot in flow.slots.values()
            if slot.optional
        )
        self._listed = {
            slot.name: slot.type.name
            for flow in flows.flows.values()
            for slot in flow.slots.values()
            if slot.step
        }
        self._known = HEADS | {
            *(name for flow in flows.flows.values() for name in flow.slots),
            *(name for tool in flows.tools.values() for name in tool.gives),
        }
        self.renderings = 0

    def wrong(self, said: Iterable[Said]) -> Iterator[Wrong]:
        """Every phrase that cannot be said, or does not fit, told once for all its languages."""
        told: dict[tuple[str, str, str], dict[str, None]] = {}
        for one in sorted({self._narrowed(one) for one in said}, key=repr):
            for locale in self._book.locales:
                for fault, remedy in self._faults(one, locale):
                    told.setdefault((one.phrase, fault, remedy), {})[locale] = None
        for (phrase, fault, remedy), locales in told.items():
            flow, step = self._place(phrase)
            words = f"the phrase '{phrase}' ({', '.join(locales)}) {fault}"
            yield Wrong("phrase", flow, step, words, remedy, (phrase, next(iter(locales))))

    def _narrowed(self, said: Said) -> Said:
        """Only what the phrase looks at."""
        asked = self._asks(said.phrase)
        values = sorted(one for one in said.values if one[0] in asked)
        told = sorted(one for one in said.told if one in asked)
        return Said(said.phrase, tuple(values), tuple(told), said.chips)

    def _asks(self, phrase: str) -> frozenset[str]:
        if phrase not in self._asked:
            self._asked[phrase] = (
                self._book.asks_for(phrase) if self._book.has(phrase) else frozenset()
            )
        return self._asked[phrase]

    def _faults(self, said: Said, locale: str) -> Iterator[tuple[str, str]]:
        for values in self._variants(said):
            for channel in ("whatsapp", "voice"):
                for rung in (0, 1, 2) if said.chips is not None else (0,):
                    yield from self._one(said, values, locale, channel, rung)

    def _variants(self, said: Said) -> Iterator[Mapping[str, Value]]:
        """Filled; an optional answer that was "anyone"; answers that were heard and not checked."""
        filled = {name: self._samples.value(kind) for name, kind in said.values}
        yield filled
        anyone = {
            name: self._samples.value(kind, "anyone")
            for name, kind in said.values
            if name in self._optional
        }
        if anyone:
            yield {**filled, **anyone}
        unasked = self._asks(said.phrase) - set(filled)
        named = {name: self._listed[name] for name in unasked if name in self._listed}
        heard = {n: self._samples.value(k, "heard") for n, k in named.items() if k in HEARD}
        if heard:
            yield {**heard, **filled}

    def _one(
        self, said: Said, values: Mapping[str, Value], locale: str, channel: str, rung: int
    ) -> Iterator[tuple[str, str]]:
        self.renderings += 1
        prompt = _prompt(said, self._samples.value("service"))
        told = {name: self._samples.fact(name) for name in said.told}
        around = self._samples.context(self._book, locale, channel)
        try:
            replies = [
                reply
                for settings in self._samples.settings(said.phrase)
                for reply in render(
                    (Say(said.phrase, values, told, prompt, rung, settings),), around
                )
            ]
        except UnknownPhrase:
            yield "is in no phrase file", "Write it in every language"
            return
        except UnsayablePhrase as unsayable:
            fault = str(unsayable).partition("' ")[2].partition(". Print")[0]
            yield fault, _remedy(fault, self._known)
            return
        for reply in replies:
            yield from _aloud(reply) if channel == "voice" else _fits(reply)

    def _place(self, phrase: str) -> tuple[str, str]:
        """The step that says it."""
        flow = self._flows.flows.get(phrase.partition(".")[0])
        for state in flow.states.values() if flow else ():
            ways = (*state.ways.values(), *((state.main,) if state.main else ()))
            said = {state.say, *(way.say for way in ways), *(t.way.say for t in state.timers)}
            said |= {state.what} if state.kind is Kind.SAY else set()
            if phrase in said and flow:
                return flow.name, state.id
        return (flow.name if flow else ""), ""


def _remedy(fault: str, known: Set[str]) -> str:
    """How to mend what cannot be said: a name that is not there may be a slip, or come later."""
    name = _UNDEFINED.search(fault)
    if not name:
        return "Print only what is there, inside {% if %}"
    if name[1] not in known and (meant := near(name[1], known)):
        return f"Write '{meant}'"
    inside = f"{{% if {name[1]} %}} ... {{% endif %}}"
    return f"Write what prints it inside {inside}, or leave it out"


def _prompt(said: Said, shown: Value) -> Prompt | None:
    if said.chips is None:
        return None
    chips = (
        Chip(f"slot={i}", shows=shown) if shows else Chip(f"act:{i}", label)
        for i, (label, shows) in enumerate(said.chips)
    )
    return Prompt(1, 1, said.phrase.partition(".")[2], tuple(chips))


def _fits(reply: Outbound) -> Iterator[tuple[str, str]]:
    """Whether the channel can show it."""
    rows = len(reply.buttons) > BUTTONS
    if len(reply.buttons) > ROWS:
        yield f"offers {len(reply.buttons)} choices, and {ROWS} fit", "Offer fewer buttons"
    most = ROW if rows else BUTTON
    for button in reply.buttons:
        if len(button.label) > most:
            fault = f"has a button '{button.label}' longer than {most} characters"
            yield fault, "Say it shorter"


def _aloud(reply: Outbound) -> Iterator[tuple[str, str]]:
    """Whether it can be kept in mind; marks of chat are refused where phrases are read."""
    if len(_SENTENCE.findall(reply.text)) > SENTENCES:
        yield f"is more than {SENTENCES} sentences aloud", "Give it a shorter 'voice:'"
