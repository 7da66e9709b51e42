"""The rule of a promise says what it said when the promise was written.

A setting that it names stays the operator's to turn: what is promised is promised of the
deposit as it stands. What the rule asks, and of what, stays.
"""

from collections.abc import Iterator

from engine.document.place import Place
from engine.model.flow import Flow, SlotType
from engine.model.reading import names
from engine.spec.draft import Draft
from engine.spec.parts.scope import Scope
from engine.spec.parts.setting import sort_of


def check_meaning(scope: Scope, flow: Flow, below: Flow, rule: str, where: str) -> None:
    """Note what of a promise's rule is no longer what it was.

    Args:
        scope: of `flow`.
        flow: with every layer in it.
        below: without the uppermost.
        rule: of the promise.
        where: the promise, as a message names it.
    """
    for name in _read(below, rule):
        place, fault = _changed(scope, flow, below, name)
        if place is not None:
            told = f"{fault}, and a promise stands on it ({where})"
            scope.add(place, told, "Leave it, and write one of your own beside it")


def _read(flow: Flow, rule: str) -> Iterator[str]:
    """A rule, and every name that it reads, by way of other rules too."""
    found, waiting = {rule}, [rule]
    while waiting:
        name = waiting.pop()
        yield name
        tree = flow.rules.get(name)
        fresh = [one for one in names(tree) if one not in found] if tree is not None else []
        found.update(fresh)
        waiting += fresh


def _changed(scope: Scope, flow: Flow, below: Flow, name: str) -> tuple[Place | None, str]:
    """Where a name has come to mean something else, and what is wrong with it."""
    draft = scope.draft
    written = {**draft.section("settings"), **draft.section("rules")}.get(name)
    if name in below.rules:
        same = flow.rules.get(name) == below.rules[name]
        gone = name not in {*scope.terms, *scope.seen}  # told where it is missing
        return None if same or gone else written or draft.root, f"'{name}' is another rule"
    if name in below.settings:
        return _setting(flow, below, name, written or draft.root)
    return _slot(flow, below, name.partition(".")[0], draft)


def _setting(flow: Flow, below: Flow, name: str, place: Place) -> tuple[Place | None, str]:
    mine, was = flow.settings.get(name), sort_of(below.settings[name].usually)
    if mine is None:
        return place, f"'{name}' is no setting any more"
    now = sort_of(mine.usually)
    return place if now != was else None, f"'{name}' is {now}, and was {was}"


def _slot(flow: Flow, below: Flow, slot: str, draft: Draft) -> tuple[Place | None, str]:
    """A slot answers the same sort of question, among no fewer answers."""
    was, now = below.slots.get(slot), flow.slots.get(slot)
    if was is None or now is None or _holds(now.type, was.type):
        return None, ""
    step = draft.steps.get(now.step or "")
    body = step.body if step else draft.root
    place = body.get("type") or body.get("choices") or (step.head() if step else body)
    return place, f"'{slot}' is another kind of answer"


def _holds(now: SlotType, was: SlotType) -> bool:
    if (now.lister, now.like) != (was.lister, was.like):
        return False
    return {*was.options} <= {*now.options} and (bool(now.options) or now.name == was.name)
