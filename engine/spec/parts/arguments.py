"""What a `do` or a `call` is given by `with`."""

from collections.abc import Iterable, Mapping

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.flow import Argument, Duration
from engine.spec.language.amounts import typed
from engine.spec.parts.questions import known, suggestion
from engine.spec.parts.scope import Scope
from engine.spec.parts.setting import within_the_whole

QUOTES = ("'", '"')


def arguments(
    scope: Scope, body: Place, inputs: Iterable[str], whose: str
) -> Mapping[str, Argument]:
    """Return the arguments of a step.

    Args:
        scope: the flow.
        body: the step.
        inputs: what may be given.
        whose: who takes them, for messages: "tool 'confirm_booking'".
    """
    place = body.get("with")
    taken = frozenset(inputs)
    found: dict[str, Argument] = {}
    for name, value in place.items() if place else ():
        if name not in taken:
            fault = f"{whose} takes no '{name}'"
            scope.faults.add(value.at, value.key, fault, suggest(name, taken))
        found[name] = _argument(scope, value)
    return found


def _argument(scope: Scope, place: Place) -> Argument:
    value = typed(place.value)
    within_the_whole(scope, place)
    if isinstance(value, Duration):
        return Argument(literal=value.seconds)
    if not isinstance(value, str):
        return Argument(literal=value)
    if len(value) > 1 and value[0] in QUOTES and value[-1] == value[0]:
        return Argument(literal=value[1:-1])
    if not known(scope, value):
        remedy = suggestion(scope, value)
        scope.add(place, f"no slot, setting, fact or rule is called '{value}'", remedy)
    return Argument(name=value)
