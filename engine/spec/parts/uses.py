"""Which slots a step stands on: what it takes, and what its phrase shows."""

from collections.abc import Mapping
from functools import reduce

from engine.model.flow import Argument, Kind
from engine.model.rule import Expression
from engine.model.tool import ToolDefinition
from engine.spec.draft import StepDraft
from engine.spec.parts.questions import slots_of
from engine.spec.parts.scope import Scope


def uses(
    scope: Scope,
    step: StepDraft,
    args: Mapping[str, Argument],
    trees: Mapping[str, Expression],
) -> frozenset[str]:
    """Return what a walk from the top looks at before it passes a `do` or `call` again."""
    match step.kind:
        case Kind.DO if tool := scope.world.tools.get(step.what()):
            return _inputs(scope, tool, args, trees) | frozenset(tool.gives)
        case Kind.CALL:
            below = scope.sight.uses.get(step.what(), frozenset())
            return (below & scope.seen) | _read(scope, args, trees)
        case _:
            return frozenset()


def _inputs(
    scope: Scope,
    tool: ToolDefinition,
    args: Mapping[str, Argument],
    trees: Mapping[str, Expression],
) -> frozenset[str]:
    own = frozenset(name for name in (*tool.takes, *tool.may) if name not in args)
    return (own & scope.seen) | _read(scope, args, trees)


def _read(
    scope: Scope, args: Mapping[str, Argument], trees: Mapping[str, Expression]
) -> frozenset[str]:
    """The slots that arguments name, as themselves, by a fact or by a rule."""
    names = [argument.name for argument in args.values() if argument.name]
    direct = frozenset(name.split(".")[0] for name in names) & scope.seen
    rules = (slots_of(scope, trees, name) for name in names if name in trees)
    return reduce(frozenset.union, rules, direct)


def shown(scope: Scope, phrase: str) -> frozenset[str]:
    """Return the slots that a phrase prints in every locale."""
    printed = [
        frozenset(name.split(".")[0] for name in phrases.get(phrase, ()))
        for phrases in scope.world.phrases.values()
    ]
    return reduce(frozenset.intersection, printed) & scope.seen if printed else frozenset()
