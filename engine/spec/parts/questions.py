"""The rules of a flow: read, their names checked, none of them about itself."""

from collections.abc import Iterator, Mapping

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.reading import names, parts
from engine.model.rule import Expression, Is, Name
from engine.spec.parts.orders import check_orders
from engine.spec.parts.scope import Scope
from engine.spec.rules.rules import parse_rule
from engine.spec.rules.tokens import RuleError


def rules(scope: Scope) -> Mapping[str, Expression]:
    """Return the flow's rules as trees."""
    found: dict[str, Expression] = {}
    for name, place in scope.draft.section("rules").items():
        if f"rules.{name}" in scope.draft.told:
            continue
        tree = parse_rule(place.text)
        if isinstance(tree, RuleError):
            scope.add(place, f"{tree.fault} (character {tree.column})", tree.remedy)
            continue
        found[name] = tree
        for other in dict.fromkeys(names(tree)):
            if not _of_a_caller(scope, tree, other):
                _check(scope, place, other)
        check_orders(scope, place, tree)
    _refuse_circles(scope, found)
    return found


def _refuse_circles(scope: Scope, trees: Mapping[str, Expression]) -> None:
    """Note each circle of rules once, at its first rule."""
    told: set[str] = set()
    reads = {name: _reads(scope, trees, name) for name in trees}
    for name in trees:
        circle = {one for one in reads[name] if name in reads[one]}
        if name in circle and not circle & told:
            others = ", ".join(one for one in trees if one in circle - {name})
            way = f", by way of {others}" if others else ""
            scope.add(scope.draft.section("rules")[name], f"asks itself{way}", "Ask something else")
        told |= circle


def slots_of(scope: Scope, trees: Mapping[str, Expression], rule: str) -> frozenset[str]:
    """Return the slots in sight that a rule looks at, by way of other rules too."""
    read = {rule, *_reads(scope, trees, rule)}
    found = {name.split(".")[0] for one in read if one in trees for name in names(trees[one])}
    return frozenset(found & scope.seen)


def known(scope: Scope, name: str) -> bool:
    """Whether a rule or an argument can name this."""
    if "." in name:
        return scope.fact(name)
    return scope.blind or name in scope.seen or name in scope.terms


def suggestion(scope: Scope, name: str) -> str:
    """Say what to write instead of an unknown name."""
    head = name.split(".")[0]
    facts = scope.facts()
    if "." in name:
        near = {fact for fact in facts if fact.split(".")[0] == head}
        return suggest(name, near or facts)
    return suggest(name, {*scope.seen, *scope.terms})


def _of_a_caller(scope: Scope, tree: Expression, name: str) -> bool:
    """Whether a called flow asks only if there is what a caller may have: none need have it."""
    if not scope.draft.called_only or name in _read(tree):
        return False
    return any(name in slots for slots in scope.sight.own.values())


def _read(tree: Expression) -> frozenset[str]:
    """The names whose values a tree reads: more than whether they are filled."""
    if isinstance(tree, Is):
        return frozenset()
    inner = [one for part in parts(tree) for one in _read(part)]
    return frozenset([*inner, tree.name] if isinstance(tree, Name) else inner)


def _check(scope: Scope, place: Place, name: str) -> None:
    if not known(scope, name):
        what = "fact" if "." in name else "slot, setting or rule"
        scope.add(place, f"no {what} is called '{name}'", suggestion(scope, name))


def _reads(scope: Scope, trees: Mapping[str, Expression], rule: str) -> frozenset[str]:
    """The rules that a rule asks, directly or by way of others and of settings' exceptions."""
    found: set[str] = set()
    waiting = [rule]
    while waiting:
        fresh = {name for name in _asked(scope, trees, waiting.pop()) if name not in found}
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _asked(scope: Scope, trees: Mapping[str, Expression], rule: str) -> Iterator[str]:
    """The rules that stand in a rule, and those of the exceptions of settings that stand in it."""
    settings = scope.draft.section("settings")
    for name in names(trees[rule]):
        if name in trees:
            yield name
        elif name in settings and (exceptions := settings[name].get("except")):
            yield from (one for one, _ in exceptions.items() if one in trees)
