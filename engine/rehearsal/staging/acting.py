"""The acts of a fixture as events of the machine."""

from collections.abc import Iterator
from dataclasses import replace

from engine.document.problem import suggest
from engine.errors import InputError
from engine.explore.examples import example
from engine.model.event import Event as Happening
from engine.model.event import Happened, Tap, Unread, Words
from engine.model.message import Button
from engine.model.session import Prompt, Session
from engine.model.understanding import Understanding
from engine.model.value import Value
from engine.nlu.understander import Understander
from engine.rehearsal.fixtures.fixture import Event, Says, Sends, Taps
from engine.rehearsal.staging.host import at_once
from engine.rehearsal.staging.stage import Stage

PARTS = 3
_RULES = Understander()
"""As a laptop without keys understands: by rules alone, which never wait."""


class NoChipError(InputError):
    """A fixture taps what is not shown."""


def event_of(
    stage: Stage, act: Says | Taps | Sends | Event, shown: tuple[Button, ...]
) -> Happening:
    """Make the event of one act.

    Args:
        stage: where the conversation stands.
        act: of the fixture.
        shown: the buttons of the question that is meant, with their labels; none while nothing
            is rendered.

    Raises:
        NoChipError: no such chip is there.
    """
    match act:
        case Says(text, means):
            stage.begin_anew()
            return Words(_pinned(means, stage) if means else understood(stage, text))
        case Taps():
            return _tap(stage, act, shown)
        case Sends(kind):
            return Unread(kind)
        case Event(name, gives):
            return Happened(name, _given(stage, name, gives))


def understood(stage: Stage, text: str) -> Understanding:
    """What the rules hear in this state, with the words of this business."""
    world = stage.world
    hearing = world.hearing(stage.session)
    local = stage.now.astimezone(world.instant(stage.fixture.now).tzinfo)
    return at_once(_RULES.understand(text, hearing, world.vocabulary, local))


def _pinned(means: Understanding, stage: Stage) -> Understanding:
    """A language that is not pinned stays the conversation's."""
    if means.language.confidence:
        return means
    return replace(means, language=replace(means.language, locale=stage.session.locale))


def _tap(stage: Stage, taps: Taps, shown: tuple[Button, ...]) -> Tap:
    prompt = _prompt(stage, old=taps.old)
    if prompt is None:
        raise NoChipError("fixture.tap", "No question is open. Write what the customer says.")
    names = {name: chip for chip, name in _names(prompt, shown)}
    wanted = taps.chip.casefold()
    if wanted not in names:
        if taps.old and "=" in taps.chip:
            return Tap(prompt.id, taps.chip)
        there = tuple(dict.fromkeys(name for _, name in _names(prompt, shown)))
        remedy = suggest(wanted, there) or "The question has none"
        raise NoChipError("fixture.tap", f"No chip is '{taps.chip}'. {remedy}.")
    return Tap(prompt.id, names[wanted])


def _prompt(stage: Stage, *, old: bool) -> Prompt | None:
    if not old:
        return stage.session.prompt
    return next((before.prompt for before in reversed(stage.old) if before.prompt), None)


def _names(prompt: Prompt, shown: tuple[Button, ...]) -> Iterator[tuple[str, str]]:
    """Each chip's value with every name it goes by."""
    for chip in prompt.chips:
        yield chip.value, chip.value.casefold()
        yield chip.value, (chip.value.partition("=")[2] or chip.value.partition(":")[2]).casefold()
        if chip.value.endswith("=*"):
            yield chip.value, "anyone"
    for button in shown:
        value = button.id.split("|", PARTS - 1)[-1]
        yield value, button.label.casefold()


def _given(stage: Stage, name: str, gives: dict[str, Value] | object) -> dict[str, Value]:
    """What an event brings: what the fixture says, over what the flow holds already."""
    written = dict(gives) if isinstance(gives, dict) else {}
    tool = stage.world.flows.tools.get(name.rpartition(".")[0])
    held = _held(stage.session)
    found: dict[str, Value] = {}
    for slot, value in written.items():
        kind = tool.gives.get(slot, value.type) if tool else value.type
        known = held.get(slot) or (example(kind, tool, 1, stage.now, slot=slot) if tool else None)
        itself = value.value if value.value is not None or known is None else known.value
        names = value.names if value.value is not None or known is None else known.names
        facts = {**(known.facts if known else {}), **value.facts}
        found[slot] = Value(kind, itself, names, facts)
    return found


def _held(session: Session) -> dict[str, Value]:
    return {n: content.value for frame in session.frames for n, content in frame.slots.items()}
