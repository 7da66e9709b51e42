"""Spans, amounts, rules and ways of a flow in the words in which an operator writes them."""

from engine.model.flow import Argument, Duration, Setting, Timer, Way
from engine.model.rule import Binary, Both, Either, Expression, Is, Literal_, Name, Not, Several
from engine.model.value import Scalar


def span(found: Duration | None) -> str:
    """`30m`, or the setting that holds it."""
    if found is None or found.seconds is None:
        return (found.setting if found else None) or ""
    for unit, size in (("h", 3600), ("m", 60)):
        if found.seconds and found.seconds % size == 0:
            return f"{found.seconds // size}{unit}"
    return f"{found.seconds}s"


def is_share(*settings: Setting) -> bool:
    """Whether a setting is a percentage: 100% is written as 1, and another of its values tells."""
    values = [value for one in settings for value in (one.usually, *(v for _, v in one.except_))]
    return any(isinstance(value, float) and 0 <= value <= 1 for value in values)


def amount(setting: Setting, *, share: bool) -> str:
    """The everyday value and its exceptions."""
    usually = value_of(setting.usually, share=share)
    exceptions = ", ".join(
        f"{value_of(value, share=share)} if {rule}" for rule, value in setting.except_
    )
    return f"{usually} ({exceptions})" if exceptions else usually


def value_of(value: Scalar | Duration, *, share: bool = False) -> str:
    """One value as it is written."""
    if isinstance(value, Duration):
        return span(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "nothing"}[value]
    if isinstance(value, float | int) and (share or isinstance(value, float)) and 0 <= value <= 1:
        return f"{value:.0%}"
    return str(value)


def argument(found: Argument) -> str:
    """What a step is given."""
    return found.name or value_of(found.literal)


def rule(tree: Expression) -> str:
    """A rule as it is written; brackets stand only where two readings differ."""
    match tree:
        case Name(name):
            return name
        case Literal_(value):
            return f"'{value}'" if isinstance(value, str) else value_of(value)
        case Is(name, state):
            return f"{name} is {state}"
        case Several(items):
            return f"({', '.join(map(rule, items))})"
        case _:
            return _joined(tree)


def _joined(tree: Binary | Both | Either | Not) -> str:
    match tree:
        case Binary(operator, left, right):
            return f"{_inner(left)} {operator} {_inner(right)}"
        case Both(left, right):
            return f"{_inner(left)} and {_inner(right)}"
        case Either(left, right):
            return f"{rule(left)} or {rule(right)}"
        case Not(operand):
            return f"not {_inner(operand)}"


def _inner(tree: Expression) -> str:
    text = rule(tree)
    return f"({text})" if isinstance(tree, Either) else text


def leads(way: Way | None) -> str:
    """Where a way leads."""
    if way is None or way.stays:
        return "nowhere"
    if way.again:
        return f"asking again for {', '.join(way.again)}"
    return f"'{way.step or way.flow}'"


def silence(timer: Timer) -> str:
    """What silence does: `after 20m to 'abandoned'`."""
    when = f"after {span(timer.quiet or timer.after)}"
    said = f"'{timer.way.say.partition('.')[2]}' is said" if timer.way.say else ""
    done = f"'{timer.do}' is done" if timer.do else ""
    gone = "" if timer.way.stays else f"to {leads(timer.way)}"
    on = f" on {timer.channel}" if timer.channel else ""
    return f"{when}{on} {' and '.join(filter(None, (said, done, gone))) or 'nothing'}"
