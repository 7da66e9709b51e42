"""A step that a promise names stays what it was: else only its name would be kept."""

from collections.abc import Iterator

from engine.document.place import Place
from engine.model.flow import Flow, Kind, State
from engine.spec.draft import StepDraft
from engine.spec.parts.scope import Scope


def check_step(scope: Scope, flow: Flow, below: Flow, step: str, where: str) -> None:
    """Note what makes a step less than a promise meant by it.

    Args:
        scope: of `flow`.
        flow: with every layer in it.
        below: without the uppermost.
        step: one that a promise of `below` names.
        where: that promise, as a message names it.
    """
    now, was = flow.states.get(step), below.states.get(step)
    if now is None or was is None:
        return  # a step that is gone is told at the promise
    for place, fault in _less(scope, flow, below, now, was):
        told = f"{fault}, and a promise names the step ({where})"
        scope.add(place, told, "Leave it, and write a step of your own beside it")


def _less(
    scope: Scope, flow: Flow, below: Flow, now: State, was: State
) -> Iterator[tuple[Place, str]]:
    written = scope.draft.steps[now.id]
    if (now.kind, now.what) != (was.kind, was.what):
        yield written.head(), f"it was {_said(was)}, and is {_said(now)} now"
        return
    match was.kind:
        case Kind.ASK:
            yield from _asks_less(flow, below, was.what, written)
        case Kind.CONFIRM:  # what nothing fills any more is told where it is missing
            if hidden := (was.shown - now.shown) & scope.seen:
                question = written.body.get("say") or written.body
                yield question, f"its question hides {' and '.join(sorted(hidden))}"
        case Kind.DO | Kind.CALL:
            yield from _works_on_other(flow, now, was, written)
        case _:
            return


def _said(state: State) -> str:
    """A step's kind, and what it is about: "do: hold"."""
    return f"{{{state.kind}: {state.what}}}" if state.what else f"a {state.kind}"


def _asks_less(
    flow: Flow, below: Flow, slot: str, written: StepDraft
) -> Iterator[tuple[Place, str]]:
    """An answer may be refused for more reasons, never for fewer, and never be left out."""
    now, was = flow.slots[slot], below.slots[slot]

    def at(key: str) -> Place:
        return written.body.get(key) or written.body

    if (now.type.name, now.type.lister) != (was.type.name, was.type.lister):
        yield at("type"), f"it asks for another kind of answer than '{was.type.name}'"
    if now.optional and not was.optional:
        yield at("optional"), "it may be skipped"
    for name in sorted({*was.needs} - {*now.needs}):
        yield at("needs"), f"it is not asked again when '{name}' changes"
    for rule in sorted({rule for rule, _ in was.refuse} - {rule for rule, _ in now.refuse}):
        yield at("refuse"), f"it no longer refuses '{rule}'"


def _works_on_other(
    flow: Flow, now: State, was: State, written: StepDraft
) -> Iterator[tuple[Place, str]]:
    """What a step is given stays; what had come from the slot of the input's name does too."""
    given = written.body.get("with") or written.body
    for name, argument in now.args.items():
        beneath = was.args.get(name)
        other = beneath != argument if beneath else name in was.uses and name in flow.slots
        if other:
            yield given.get(name) or given, f"it is given another '{name}'"
    for name in was.args:
        if given.get(name) is None:
            yield given, f"it is given no '{name}' any more"
