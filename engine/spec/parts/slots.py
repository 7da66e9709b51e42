"""The slots of a flow, from the steps that ask for them and the tools that give them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.document.place import Place
from engine.document.problem import near, suggest
from engine.model.flow import Slot, SlotType
from engine.spec.draft import StepDraft
from engine.spec.graph import roads
from engine.spec.parts.scope import Scope
from engine.spec.parts.sight import Held
from engine.spec.parts.slot_types import refuse_assume
from engine.spec.parts.step_ways import check_label

MOST = 1_000
"""More than a flow has slots."""
CHOICE = "choice"
"""The type of an answer whose choices stand in the step itself."""


def slots(
    scope: Scope,
    types: Mapping[str, SlotType],
    uses: Mapping[str, frozenset[str]],
) -> Mapping[str, Slot]:
    """Return the flow's slots.

    Args:
        scope: the flow.
        types: the kinds of answer it may ask for.
        uses: what each `do` and `call` step looks at: what it makes stands on that.
    """
    return {
        name: _asked(scope, held, types)
        if held.step and not scope.draft.steps[held.step].broken
        else _made(scope, held, types, uses)
        for name, held in scope.own.items()
    }


def _made(
    scope: Scope, held: Held, types: Mapping[str, SlotType], uses: Mapping[str, frozenset[str]]
) -> Slot:
    type_ = types.get(held.type, SlotType(held.type))
    return Slot(
        held.name,
        type_,
        step=held.step,
        makers=held.makers,
        needs=_stands_on(scope, held, uses),
        heard=held.heard,
        lasting=held.lasting,
    )


def _stands_on(scope: Scope, held: Held, uses: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """What a tool's result stands on: what the tool took. Its other results do not count."""
    found = {name for maker in held.makers for name in uses.get(maker, ())}
    made = {name for name, other in scope.own.items() if {*other.makers} & {*held.makers}}
    return tuple(name for name in scope.own if name in found - made)


def _asked(scope: Scope, held: Held, types: Mapping[str, SlotType]) -> Slot:
    step = scope.draft.steps[held.step or ""]
    body = step.body
    needs = tuple(slot for place in body.many("needs") if (slot := _need(scope, held, place)))
    refuses = body.get("refuse")
    return Slot(
        name=held.name,
        type=_type(scope, step, held, types, needs),
        step=step.id,
        makers=held.makers,
        needs=needs,
        optional=_is(body, "optional"),
        only_one=(one := body.get("only_one")) is not None and one.text == "take",
        remember=_is(body, "remember"),
        refuse=tuple(
            (rule, scope.phrase(phrase, phrase.text))
            for rule, phrase in (refuses.items() if refuses else ())
            if scope.rule_named(phrase, rule)
        ),
    )


def _is(body: Place, name: str) -> bool:
    place = body.get(name)
    return place is not None and place.value is True


def _need(scope: Scope, held: Held, place: Place) -> str | None:
    way = _circle(scope, held.name, place.text)
    if way is None:
        return scope.slot(place)
    if next(name for name in scope.own if name in {held.name, *way}) == held.name:  # told once
        through = f", by way of {', '.join(way)}" if way else ""
        scope.add(place, f"'{held.name}' cannot stand on itself{through}", "Leave it out")
    return None


def _circle(scope: Scope, slot: str, need: str) -> list[str] | None:
    """The slots between a slot and itself, if what it needs stands on it; else None."""

    def moves(name: str) -> Iterator[tuple[str, str]]:
        held = scope.own.get(name)
        body = scope.draft.steps[held.step].body if held and held.step else None
        return ((name, place.text) for place in (body.many("needs") if body else ()))

    found = roads(need, moves, MOST)
    return list(found.words(slot)) if slot in found.came else None


def _type(
    scope: Scope,
    step: StepDraft,
    held: Held,
    types: Mapping[str, SlotType],
    needs: tuple[str, ...],
) -> SlotType:
    choices, named = step.body.get("choices"), step.body.get("type")
    found = types.get(held.type)
    if found is None:
        found = SlotType(held.type)
        if choices is None or (named is not None and named.text != CHOICE):
            _no_type(scope, named or step.head(), types)
    if choices is not None and not choices.text:
        found = replace(found, options=tuple(place.text for place in choices.each()))
    for option in found.options:
        check_label(scope, step, option, choices or step.head(), "choice")
    return _tuned(scope, step.body, _listed(scope, step, found, needs))


def _no_type(scope: Scope, place: Place, types: Mapping[str, SlotType]) -> None:
    known = {*types, CHOICE}
    remedy = suggest(place.text, known)
    if not place.key.endswith(".type"):
        meant = near(place.text, known)
        first = f"Write '{meant}', or say" if meant else "Say"
        remedy = f"{first} its kind: type: <{' | '.join(sorted(known))}>"
    scope.add(place, f"no type is called '{place.text}'", remedy)


def _tuned(scope: Scope, body: Place, type_: SlotType) -> SlotType:
    """The type with the step's own thresholds."""
    sure, assume = body.get("sure"), body.get("assume")
    found = type_
    if sure is not None and isinstance(sure.value, int | float):
        found = replace(found, sure=float(sure.value))
    if assume is not None and isinstance(assume.value, int | float):
        found = replace(found, assume=float(assume.value))
        refuse_assume(scope.faults, assume, found)
    return found


def _listed(scope: Scope, step: StepDraft, type_: SlotType, needs: tuple[str, ...]) -> SlotType:
    """The type with the tool that lists its choices here: the one that what is known serves."""
    tools = [tool for tool in scope.world.tools.values() if tool.lists == type_.name]
    if not tools:
        return type_
    within = (*needs, *_of_tools(scope))
    served = [tool for tool in tools if set(tool.takes) <= set(within)]
    if not served and scope.blind:
        return type_
    if not served:
        tool = min(tools, key=lambda one: len(set(one.takes) - set(within)))
        lacks = [name for name in tool.takes if name not in within]
        fault = f"its choices come from '{tool.name}', which takes {', '.join(lacks)}"
        scope.add(step.head(), fault, f"Write needs: [{', '.join((*needs, *lacks))}]")
        return type_
    best = max(served, key=lambda one: len(one.takes))
    return replace(type_, lister=best.name)


def _of_tools(scope: Scope) -> tuple[str, ...]:
    """Slots that only tools fill: an ask need not say that it stands on them."""
    return tuple(name for name in scope.seen if name not in scope.own or not scope.own[name].step)
