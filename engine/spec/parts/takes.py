"""Whether everything that a tool cannot do without is to be had."""

from engine.model.flow import Kind
from engine.spec.document.problem import near
from engine.spec.draft import StepDraft
from engine.spec.parts.scope import Scope


def check_takes(scope: Scope, step: StepDraft) -> None:
    """Note each input of a `do` or `call` step that nothing in sight fills."""
    match step.kind:
        case Kind.DO if tool := scope.world.tools.get(step.what()):
            given = step.body.get("with")
            names = [name for name in tool.takes if given is None or given.get(name) is None]
            whose = f"'{tool.name}'"
        case Kind.CALL if step.what() in scope.world.drafts:
            names = sorted(scope.sight.lent[step.what()])
            whose = f"flow '{step.what()}'"
        case _:
            return
    for name in names:
        if name not in scope.seen and not scope.blind:
            fault = f"{whose} takes '{name}', and nothing here fills it"
            scope.add(step.head(), fault, _remedy(scope, name, tool=step.kind is Kind.DO))


def _remedy(scope: Scope, name: str, *, tool: bool) -> str:
    meant = near(name, scope.seen)
    if tool and meant:
        return f"Write with: {{{name}: {meant}}}, or ask for '{name}'"
    return missing(scope, name)


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
