"""The ways out of a step beside its main one, and whether all that can happen has one."""

from collections.abc import Iterable, Mapping

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.builtin import NOTHING, PICKED
from engine.model.flow import End, Kind, Way
from engine.model.tool import FAILED
from engine.spec.draft import Draft, StepDraft
from engine.spec.parts.cases import OF, case
from engine.spec.parts.scope import Scope
from engine.spec.parts.ways import failed, way

DECLINED = "declined"
NONE = "none"
_OF_ASK = (NONE, "unavailable")
_MACHINE = ("again", "pass_over")
_TAKEN = {
    Kind.ASK: "filled",
    Kind.CONFIRM: "affirm",
    Kind.DO: "done",
    Kind.CALL: "done",
}
"""What the main way is called in the machine: no other way may have its name."""


def step_ways(scope: Scope, step: StepDraft, main: Way | None) -> Mapping[str, Way]:
    """Return the ways of a step by name, in file order."""
    match step.kind:
        case Kind.ASK:
            return _ask(scope, step, main)
        case Kind.CHOOSE | Kind.CONFIRM:
            return _buttons(scope, step, main)
        case Kind.DO:
            return _do(scope, step, main)
        case Kind.BRANCH:
            return _branch(scope, step, main)
        case Kind.CALL:
            return _call(scope, step, main)
        case _:
            return {}


def _written(scope: Scope, step: StepDraft, key: str, main: Way | None) -> dict[str, Way]:
    """The ways that the file names; one that leads nowhere is told and left out."""
    place = step.body.get(key)
    found: dict[str, Way] = {}
    for name, to in place.items() if place else ():
        if _machine_word(step, name):
            scope.add(to, f"'{name}' is a word of the machine", "Rename it")
        one = way(scope, to, main)
        if one is not None:
            found[name] = one
    return found


def _machine_word(step: StepDraft, name: str) -> bool:
    if step.kind is Kind.BRANCH:
        return False
    if name in _MACHINE or name.startswith(("timer_", "correct_")):
        return True
    return name == _TAKEN.get(step.kind or Kind.END)


def _names(step: StepDraft, key: str) -> frozenset[str]:
    place = step.body.get(key)
    return frozenset(name for name, _ in place.items()) if place else frozenset()


def _ask(scope: Scope, step: StepDraft, main: Way | None) -> Mapping[str, Way]:
    held, exits = scope.own.get(step.what()), step.body.get("exits")
    tools = scope.world.tools.values()
    lister = next((tool for tool in tools if held and tool.lists == held.type), None)
    for name, to in exits.items() if exits else ():
        if name not in _OF_ASK:
            scope.add(to, f"an ask has no way out '{name}'", suggest(name, _OF_ASK))
        elif lister is None and held is not None and held.type in scope.world.types:
            fault = f"no list offers a '{held.type}', so '{name}' never happens"
            scope.add(to, fault, "Delete it")
    if lister and NONE not in _names(step, "exits"):
        fault = f"'{lister.name}' may find nothing to offer, and no way says what then"
        scope.add(step.body, fault, "Write exits: {none: <step>}")
    return _written(scope, step, "exits", main)


def _buttons(scope: Scope, step: StepDraft, main: Way | None) -> Mapping[str, Way]:
    kind = step.kind or Kind.CHOOSE
    names = _names(step, kind)
    if kind is Kind.CONFIRM and DECLINED not in names:
        fault = "says nothing of a no"
        scope.add(step.head(), fault, f"Write {DECLINED}: <step>")
    if step.body.get("from") and PICKED not in names:
        scope.add(step.head(), "says nothing of a pick", f"Write {PICKED}: <step>")
    hidden = {PICKED, NOTHING} if step.body.get("from") else {PICKED}
    for name in sorted(names - hidden):
        check_label(scope, step, name, step.head().get(name) or step.head(), "button")
    return _written(scope, step, kind, main)


def check_label(scope: Scope, step: StepDraft, name: str, place: Place, what: str) -> None:
    """A button or choice has words of its own, or those common to all of its name."""
    own, common = f"{scope.name}.{step.id}.{name}", f"chips.{name}"
    lacking = [
        locale
        for locale, phrases in scope.world.phrases.items()
        if own not in phrases and common not in phrases
    ]
    if lacking:
        which = f"the {what}" if what == "button" else f"the {what} '{name}'"
        fault = f"{which} has no words in {', '.join(lacking)}"
        scope.add(place, fault, f"Write the phrase '{own}' in every language")


def _do(scope: Scope, step: StepDraft, main: Way | None) -> Mapping[str, Way]:
    tool = scope.tool(step.head())
    if tool is None:
        return {}
    known = [*tool.outcomes[1:], FAILED]
    _strange(scope, step, known, f"'{tool.name}' has no outcome", [tool.main])
    _missing(scope, step, tool.outcomes[1:], f"'{tool.name}' may answer")
    found = _written(scope, step, "exits", main)
    if FAILED not in found and (default := failed(scope, step.body)):
        found[FAILED] = default
    return found


def _branch(scope: Scope, step: StepDraft, main: Way | None) -> Mapping[str, Way]:
    found = _written(scope, step, Kind.BRANCH, main)
    if of := step.body.get(OF):
        return {case(of.text, value): way for value, way in found.items()}
    for rule, place in step.head().items():
        scope.rule_named(place, rule)
    return found


def _call(scope: Scope, step: StepDraft, main: Way | None) -> Mapping[str, Way]:
    called = scope.flow(step.head())
    if called is None:
        return _written(scope, step, "exits", main)
    ends = ends_of(called, End.LEFT, End.FAILED)
    whose = f"flow '{called.name}' has no end"
    _strange(scope, step, ends, whose, ends_of(called, End.DONE))
    _missing(scope, step, ends, f"flow '{called.name}' may end in")
    return _written(scope, step, "exits", main)


def ends_of(flow: Draft, *kinds: End) -> list[str]:
    """Return the ends of a flow that are of these kinds."""
    return [step.id for step in flow.of_kind(Kind.END) if step.what() in kinds]


def _strange(
    scope: Scope, step: StepDraft, known: Iterable[str], lacks: str, mains: Iterable[str]
) -> None:
    """Ways for what never happens, and for what the main way is there for."""
    place = step.body.get("exits")
    for name, to in place.items() if place else ():
        if name in mains:
            remedy = "Write next: <step>, or leave it to the step below"
            scope.add(to, f"'{name}' takes the main way", remedy)
        elif name not in known:
            scope.add(to, f"{lacks} '{name}'", suggest(name, known))


def _missing(scope: Scope, step: StepDraft, needed: Iterable[str], who: str) -> None:
    names = _names(step, "exits")
    for name in needed:
        if name not in names:
            fault = f"{who} '{name}', and no way says what then"
            scope.add(step.body, fault, f"Write exits: {{{name}: <step>}}")
