"""What a conversation would have done otherwise, in plain words."""

from collections.abc import Iterator, Mapping

from engine.journal.deeds import Deed, Part
from engine.journal.differences import Difference
from engine.model.tool import ToolDefinition
from engine.model.value import Value

LANGUAGE = "en"
"""That of the command: values are told by the names they have in it."""
MONEY = "money"


def told(one: Difference, tools: Mapping[str, ToolDefinition]) -> str:
    """One difference: `Send the M-Pesa prompt: share 100% then, 50% now (price KES 1,500)`."""
    what = _title(one.deed, tools)
    if one.then is None:
        return f"now also: {what}{_beside(one.now)}"
    if one.now is None:
        return f"no longer: {what}{_beside(one.then)}"
    was, became = _both(one)
    name = one.part.replace("_", " ").replace(".", ", ")
    return f"{what}: {name} {was} then, {became} now{_beside(one.now, but=one.part)}"


def _title(deed: str, tools: Mapping[str, ToolDefinition]) -> str:
    """The tool as operators know it; an end by its name."""
    kind, _, name = deed.partition(" ")
    tool = tools.get(name)
    title = tool.title if tool and tool.title else name
    return title if kind == "run" else f"{title} (to undo)" if kind == "undo" else f"end {name}"


def _beside(deed: Deed | None, but: str = "") -> str:
    """The sums of money that it is about."""
    parts = deed.told.items() if deed else ()
    sums = [
        f"{name} {_shown(part)}"
        for name, part in parts
        if isinstance(part, Value) and part.type == MONEY and name != but
    ]
    return f" ({', '.join(sums)})" if sums else ""


def _both(one: Difference) -> tuple[str, str]:
    """Then and now; if either is a part of one, both as hundredths."""
    parts = one.was, one.became
    if any(isinstance(part, float) and 0 < part < 1 for part in parts):
        was, became = map(_hundredths, parts)
    else:
        was, became = map(_shown, parts)
    return was, became


def _hundredths(part: Part) -> str:
    return f"{part:.0%}" if isinstance(part, int | float) else _shown(part)


def _shown(part: Part) -> str:
    match part:
        case Value(type="money", value=int() as amount):
            return f"KES {amount:,}"
        case Value():
            return part.names.get(LANGUAGE) or part.names.get("") or _shown(part.value)
        case None:
            return "nothing"
        case bool():
            return "yes" if part else "no"
        case _:
            return str(part)


def plain(one: Difference) -> Iterator[tuple[str, object]]:
    """One difference for programs: names and bare values."""
    yield from (("turn", one.turn), ("deed", one.deed), ("part", one.part))
    yield "done_then", one.then is not None
    yield "done_now", one.now is not None
    yield from (("was", _bare(one.was)), ("became", _bare(one.became)))


def _bare(part: Part) -> object:
    return part.value if isinstance(part, Value) else part
