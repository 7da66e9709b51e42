"""`branch` over a value: each key is a value of what `of` names, and becomes the rule that asks it.

What comes of it is a branch like any other: whatever reads flows needs to know nothing of it.
"""

from collections.abc import Iterator, Mapping

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.facts import FACTS, TEXT, kind_of
from engine.model.flow import Kind, SlotType
from engine.model.rule import Binary, Expression, Literal_, Name
from engine.spec.draft import StepDraft
from engine.spec.parts.questions import known, suggestion
from engine.spec.parts.scope import Scope

OF = "of"
_NO_WORDS = frozenset({"number", "flag", "money", "opening", "day", "clock", "phone"})
"""Kinds whose values are no words: a rule compares them."""


def case(of: str, value: str) -> str:
    """Name the rule that asks for one value: `answer is price`, a name that nobody can write."""
    return f"{of} is {value}"


def cases(scope: Scope, types: Mapping[str, SlotType]) -> Mapping[str, Expression]:
    """Return the rules of all branches over a value, and note what they cannot ask.

    Args:
        scope: the flow.
        types: the kinds of answer it may ask for.
    """
    found: dict[str, Expression] = {}
    for step in scope.draft.of_kind(Kind.BRANCH):
        of = step.body.get(OF)
        if of is None or step.broken or not _told_apart(scope, of):
            continue
        _check(scope, step, of.text, _values(scope, of.text, types))
        for value, _ in step.head().items():
            found[case(of.text, value)] = Binary("=", Name(of.text), Literal_(value))
    return found


def _told_apart(scope: Scope, of: Place) -> bool:
    """Whether this is something that has words as its values."""
    name, rules = of.text, scope.draft.section("rules")
    if name in rules:
        scope.add(of, f"'{name}' is a rule, which holds or does not", f"Leave out {OF}")
    elif not known(scope, name):
        what = "fact" if "." in name else "slot or setting"
        scope.add(of, f"no {what} is called '{name}'", suggestion(scope, name))
    elif (kind := _kind(scope, name)) in _NO_WORDS:
        scope.add(of, f"'{name}' is of kind {kind}, and no word", "Compare it in rules")
    else:
        return True
    return False


def _kind(scope: Scope, name: str) -> str:
    if "." not in name:
        return scope.own[name].type if name in scope.own else TEXT
    if name in FACTS:
        return FACTS[name].kind
    head, _, fact = name.partition(".")
    kinds = (kind_of(fact, one.facts.get(head, {})) for one in scope.world.tools.values())
    return next((kind for kind in kinds if kind != TEXT), TEXT)


def _check(scope: Scope, step: StepDraft, of: str, values: frozenset[str]) -> None:
    rules = scope.draft.section("rules")
    for value, to in step.head().items():
        if values and value not in values:
            scope.add(to, f"'{of}' is never '{value}'", suggest(value, values))
        elif not values and value in rules:
            fault = f"'{value}' is a rule, and the keys here are values of '{of}'"
            scope.add(to, fault, "Ask it in a branch of its own")


def _values(scope: Scope, name: str, types: Mapping[str, SlotType]) -> frozenset[str]:
    """What a slot of this flow can be; empty where that is not known."""
    if name not in scope.own or scope.blind:
        return frozenset()
    found = [frozenset(one) for one in _sources(scope, name, types)]
    return frozenset().union(*found) if all(found) else frozenset()


def _sources(scope: Scope, name: str, types: Mapping[str, SlotType]) -> Iterator[tuple[str, ...]]:
    """The answers to the step that asks for it, and what each tool that makes it may give."""
    held = scope.own[name]
    if held.step:
        choices = scope.draft.steps[held.step].body.get("choices")
        if choices is not None and not choices.text:
            yield tuple(place.text for place in choices.each())
        else:
            yield types[held.type].options if held.type in types else ()
    for maker in held.makers:
        tool = scope.world.tools.get(scope.draft.steps[maker].what())
        yield tool.values.get(name, ()) if tool else ()
