"""A conversation of the prover in plain words, played again to tell what Ratiba does in it."""

from collections.abc import Iterator, Mapping

from engine.document.line import Line
from engine.machine.working.errors import Broken
from engine.model.effect import Effect, Run, Say, Undo
from engine.model.flow import Duration, Flow, FlowSet, Timer
from engine.model.session import Session
from engine.model.tool import Safety
from engine.proof.explore import BLANK, Explorer, Place
from engine.proof.happening import Happening, Sort
from engine.proof.kept import Kept
from engine.proof.oracle import Ring, Script
from engine.proof.result import Unit
from engine.proof.samples import spoken_text
from engine.proof.scope import scope
from engine.render.book import PhraseBook

CUSTOMER, RATIBA, WORLD = "customer", "ratiba", "world"
_SAID = {
    "affirm": "Yes.",
    "deny": "No.",
    "declined": "No.",
    "skip": "I do not mind.",
    "handoff": "I want to talk to a person.",
    "person": "I want to talk to a person.",
    "stop": "Stop, leave it.",
    "other": "Hello.",
}
_MINUTE, _HOUR = 60, 3600


class Teller:
    """Tells conversations of one set of flows."""

    def __init__(self, flows: FlowSet, book: PhraseBook, units: Mapping[str, Unit]) -> None:
        self._flows = flows
        self._book = book
        self._units = units

    def to(self, unit: str, place: int) -> tuple[Line, ...]:
        """The shortest conversation to a place."""
        return tuple(self._lines(unit, self.trail(unit, place)))

    def through(self, unit: str, place: int, move: tuple[Happening, Script]) -> tuple[Line, ...]:
        """The same, and one move more."""
        return tuple(self._lines(unit, (*self.trail(unit, place), (unit, *move))))

    def trail(self, unit: str, place: int) -> tuple[tuple[str, Happening, Script], ...]:
        """What happened, first to last, each with the unit that explored it."""
        found: list[tuple[str, Happening, Script]] = []
        while unit:
            rest = self._units[unit].places[place]
            if rest.happening is not None:
                found.append((unit, rest.happening, rest.script))
                place = rest.before
            else:
                unit, place = self._units[unit].over[place]
        return tuple(reversed(found))

    def _lines(self, unit: str, trail: tuple[tuple[str, Happening, Script], ...]) -> Iterator[Line]:
        place = Place((), BLANK, Kept(), -1, None, ())
        players: dict[str, Explorer] = {}
        for name, happening, script in trail:
            if name not in players:
                ahead = scope(self._flows, name)
                players[name] = Explorer(ahead, name, exact=self._units[name].exact)
            player = players[name]
            yield self._heard(happening, place.session)
            player.oracle.begin(script, place.kept.switches or {})
            try:
                event, step = player.step(place.session, happening)
            except (Broken, Ring, LookupError, TypeError, ValueError, AttributeError) as stopped:
                yield from _answers(player, done=True)
                yield Line(RATIBA, f"would now go wrong: {stopped}.", "stopped")
                return
            yield from _answers(player)
            yield from self._done(step.effects)
            key, session, kept = player.arrived(place, event, step)
            place = Place(key, session, kept, -1, None, ())
            if not session.frames:
                yield Line(RATIBA, f"ends the conversation: '{step.session.ended}'.", "end")

    def _heard(  # noqa: C901, PLR0911 - one line a kind
        self, happening: Happening, session: Session
    ) -> Line:
        what = f"{happening.sort}:{happening.name}"
        names = " and ".join(name.replace("_", " ") for name in happening.slots if name)
        match happening.sort:
            case Sort.SILENCE:
                return Line(WORLD, f"({self._silence(happening, session)})", what)
            case Sort.EVENT:
                return Line(WORLD, f"({happening.name} happens)", what)
            case Sort.ONWARD:
                title = self._flows.flows[happening.name.partition(".")[0]].title
                return Line(WORLD, f"(goes on from: {title})", what)
            case Sort.ACT:
                return Line(CUSTOMER, self._act(happening, names, session), what)
            case Sort.GIVES if self._holds(happening, session):
                return Line(CUSTOMER, f"(changes the {names})", what)
            case Sort.GIVES:
                return Line(CUSTOMER, f"(names the {names})", what)
            case Sort.ROUGHLY:
                return Line(CUSTOMER, f"(names a part of the {names})", what)
            case Sort.UNSURE:
                return Line(CUSTOMER, f"(names the {names}, and is not well understood)", what)
            case Sort.UNSAYS:
                return Line(CUSTOMER, f"(does not want that {names})", what)
            case _:
                return Line(CUSTOMER, f"(taps '{happening.name}')", what)

    def _holds(self, happening: Happening, session: Session) -> bool:
        return happening.name in session.frames[happening.frame].slots

    def _act(self, happening: Happening, names: str, session: Session) -> str:
        flow = self._flows.intents.get(happening.name)
        if flow and not session.frames and happening.name not in _SAID:
            beside = f", and names {names}" if names else ""
            return f"(asks for: {self._flows.flows[flow].title}{beside})"
        if happening.name in _SAID:
            return _SAID[happening.name]
        frame = session.frames[happening.frame] if session.frames else None
        label = f"{frame.flow}.{frame.step}.{happening.name}" if frame else ""
        return self._book.label(label, "en") if label else f"({happening.name})"

    def _silence(self, happening: Happening, session: Session) -> str:
        frame = session.frames[happening.frame]
        flow = self._flows.flows[frame.flow]
        timers = flow.states[frame.step].timers
        timer = next((one for one in timers if one.name == happening.name), None)
        return f"{_span(flow, timer)} pass in silence" if timer else "time passes"

    def _done(self, effects: tuple[Effect, ...]) -> Iterator[Line]:
        for effect in effects:
            match effect:
                case Say():
                    yield Line(RATIBA, spoken_text(self._flows, self._book, effect), effect.phrase)
                case Run(call):
                    yield Line(RATIBA, f"(does {call.tool})", call.tool)
                case Undo(tool, undone):
                    yield Line(RATIBA, f"(takes back {undone}: {tool})", tool)
                case _:
                    pass


def _answers(player: Explorer, *, done: bool = False) -> Iterator[Line]:
    """What tools answered, where it was not what leads on; with `done` also what they did."""
    for tool, word in player.oracle.answers:
        found = player.flows.tools[tool]
        if word in {"", found.main} and done and found.safety is not Safety.READ:
            yield Line(RATIBA, f"(does {tool})", tool)
        if word not in {"", found.main, "several", "exact"}:
            yield Line(WORLD, f"({tool} comes out as '{word}')", f"{tool}.{word}")


def _span(flow: Flow, timer: Timer) -> str:
    span = timer.after or timer.quiet
    seconds = span.seconds if span else None
    if span and span.setting:
        usually = flow.settings[span.setting].usually
        seconds = usually.seconds if isinstance(usually, Duration) else None
    if seconds is None:
        return "some time"
    if seconds % _HOUR == 0:
        return f"{seconds // _HOUR} hours"
    return f"{seconds // _MINUTE} minutes" if seconds % _MINUTE == 0 else f"{seconds} seconds"
