"""What a tool would give, made up from its definition alone: values of the right kinds."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias

from engine.model.tool import Answer, Call, ToolDefinition
from engine.model.value import Scalar, Value

PRICE = 1500
OPTIONS = 2
HOUR = 15
FREE: Mapping[str, Scalar] = MappingProxyType(
    {"phone": "+254712345678", "name": "Wanjiru", "number": 2, "text": "a word", "email": "a@b.co"}
)
"""What a customer may answer to a question without choices, by kind of answer."""
LIST = "list"
"""What a tool gives to be told one by one."""


Samples: TypeAlias = Mapping[str, tuple[Value, ...]]
"""Values that the business really has, by kind."""


def by_definition(
    tool: ToolDefinition, call: Call, now: datetime, samples: Samples, *, whole: bool
) -> Answer:
    """The main outcome (none yet of a late tool), with an example of everything it gives.

    Args:
        tool: what is called.
        call: with the wish, of a lister.
        now: local.
        samples: values of the business, where there are some of a kind.
        whole: with what it only gives at times.
    """
    outcome = "" if tool.late else tool.main
    if tool.lists:
        numbers = range(1, OPTIONS + 1)
        options = tuple(example(tool.lists, tool, n, now, samples=samples) for n in numbers)
        return listing(options, call, outcome)
    gives = {
        name: example(kind, tool, 1, now, slot=name, samples=samples)
        for name, kind in tool.gives.items()
        if whole or name not in tool.maybe
    }
    return Answer(outcome, gives)


def listing(options: Sequence[Value], call: Call, outcome: str) -> Answer:
    """Choices, and which of them the wish names."""
    wish = call.args.get("wish")
    wanted = wish.value if isinstance(wish, Value) else None
    exact = next((option for option in options if option.value == wanted), None)
    day = isinstance(wish, Value) and wish.facts.get("grain") == "day"
    refused = wanted is not None and exact is None and not day
    return Answer(outcome, options=tuple(options), exact=exact, said=why(call) if refused else {})


def why(call: Call) -> dict[str, Scalar]:
    """Why a wish is not to be had."""
    wish = call.args.get("wish")
    return {"why": "full" if isinstance(wish, Value) and wish.type == "opening" else "unknown"}


def example(
    kind: str,
    tool: ToolDefinition,
    number: int,
    now: datetime,
    *,
    slot: str = "",
    samples: Samples = MappingProxyType({}),
) -> Value:
    """One value of a kind, with the facts that the definition promises."""
    if samples.get(kind):
        return samples[kind][(number - 1) % len(samples[kind])]
    known = {**tool.facts.get(slot, {}), **tool.facts.get(kind, {})}
    facts = {
        name: tool.examples.get(name, _fact(name, of, number, now))
        for name, of in known.items()
        if not name.endswith("*")
    }
    if kind == LIST:
        items = next(iter(samples.values()), ())
        return Value(kind, len(items), items=tuple(items))
    return Value(kind, _itself(kind, number, now), {"": _name(kind, number)}, facts)


def _itself(kind: str, number: int, now: datetime) -> Scalar:
    """A value of a kind; of one that is an id of ours, the id."""
    match kind:
        case "money":
            return PRICE
        case "opening":
            return _start(number, now)
        case "phone":
            return f"+25471200000{number}"
        case _:
            return f"{kind}_{number}"


def _fact(name: str, kind: str, number: int, now: datetime) -> Scalar:
    """A fact of a kind that its definition gives no example of."""
    match kind:
        case "number":
            return 1
        case "flag":
            return False
        case "clock":
            return f"{HOUR}:00"
        case "day":
            return _start(number, now).partition("T")[0]
        case "text":
            return _name(name, number)
        case _:
            return _itself(kind, number, now)


def _start(number: int, now: datetime) -> str:
    start = now.replace(hour=HOUR, minute=0, second=0, microsecond=0) + timedelta(days=number)
    return start.strftime("%Y-%m-%dT%H:%M")


def _name(kind: str, number: int) -> str:
    return f"{kind.replace('_', ' ').capitalize()} {number}"
