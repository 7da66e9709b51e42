"""Whether everything that a tool cannot do without is to be had."""

from collections.abc import Iterable, Sequence

from engine.document.problem import near
from engine.model.flow import Kind
from engine.spec.draft import StepDraft
from engine.spec.parts.scope import Scope


def check_takes(scope: Scope, steps: Iterable[StepDraft]) -> None:
    """Note inputs of `do` and `call` steps that nothing in sight fills.

    One is told at the first step that takes it: what fills it there fills it below.
    """
    told: set[str] = set()
    for step in steps:
        whose, names = _takes(scope, step)
        lacks = [name for name in names if name not in scope.seen and not scope.blind]
        slips = {name: meant for name in lacks if (meant := _meant(scope, step, name))}
        for name, meant in slips.items():
            remedy = f"Write with: {{{name}: {meant}}}, or ask for '{name}'"
            scope.add(step.head(), _fault(whose, [name]), remedy)
        together: dict[str, list[str]] = {}
        for name in lacks:
            if name not in told and name not in slips:
                together.setdefault(missing(scope, name), []).append(name)
        for remedy, missed in together.items():
            scope.add(step.head(), _fault(whose, missed), remedy)
            told.update(missed)


def _takes(scope: Scope, step: StepDraft) -> tuple[str, Sequence[str]]:
    """Who takes what; a given input is looked at where it is given."""
    match step.kind:
        case Kind.DO if tool := scope.world.tools.get(step.what()):
            given = step.body.get("with")
            names = [name for name in tool.takes if given is None or given.get(name) is None]
            return f"'{tool.name}'", names
        case Kind.CALL if step.what() in scope.world.drafts:
            return f"flow '{step.what()}'", sorted(scope.sight.lent[step.what()])
        case _:
            return "", ()


def _meant(scope: Scope, step: StepDraft, name: str) -> str | None:
    return near(name, scope.seen) if step.kind is Kind.DO else None


def _fault(whose: str, names: Sequence[str]) -> str:
    quoted = " and ".join(f"'{name}'" for name in names)
    return f"{whose} takes {quoted}, and nothing here fills {'it' if len(names) == 1 else 'them'}"


def missing(scope: Scope, name: str) -> str:
    """Say where a value comes from that nothing fills: a tool that gives it, else the customer."""
    tools = scope.world.tools.values()
    givers = [one for one in tools if name in one.gives and name not in one.maybe]
    if not givers:
        return f"Ask for it above: {{ask: {name}}}"
    steps = scope.draft.of_kind(Kind.DO)
    step = next((one.id for one in steps for tool in givers if one.what() == tool.name), None)
    if step:
        return f"Step '{step}' gives it: let every way here pass it"
    return (
        f"A tool gives it; put that above: {' or '.join(f'{{do: {one.name}}}' for one in givers)}"
    )
