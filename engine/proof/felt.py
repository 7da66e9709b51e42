"""The slots in which something heard and not yet checked is not the same as nothing.

Everywhere else what was said too early comes to the same as saying it when it is asked.
"""

from collections.abc import Iterator

from engine.model.flow import Flow, FlowSet
from engine.model.reading import names, parts
from engine.model.rule import Binary, Both, Either, Expression, Is, Literal_, Name
from engine.proof.switches import TURNS

_FIRST_TURN = Binary("=", Name(TURNS), Literal_(1))


def read_empty(flows: FlowSet) -> frozenset[str]:
    """The slots of which a rule asks whether they are empty: for these a wish is not nothing.

    Not by the rules that turn an answer down: they are asked of that answer once it is checked.
    """
    return frozenset(
        name
        for flow in flows.flows.values()
        for rule, own in _whose(flow)
        for name in _felt(flow.rules[rule])
        if "." not in name and name not in {*flow.rules, *flow.settings, own}
    )


def _whose(flow: Flow) -> Iterator[tuple[str, str]]:
    """The rules that later turns may ask; beside it the only slot whose answer one turns down."""
    owners: dict[str, set[str]] = {}
    for slot in flow.slots.values():
        for rule, _ in slot.refuse:
            owners.setdefault(rule, set()).add(slot.name)
    others = _elsewhere(flow)
    for name, written in flow.rules.items():
        if not over(written, flow):
            own = owners.get(name, set()) if name not in others else set()
            yield name, next(iter(own)) if len(own) == 1 else ""


def _elsewhere(flow: Flow) -> frozenset[str]:
    """The rules that are asked otherwise than of an answer."""
    within = (name for rule in flow.rules.values() for name in names(rule))
    states = flow.states.values()
    asked = (one for state in states for one in (*state.when, *state.unless, *state.ways))
    given = (one.name or "" for state in states for one in state.args.values())
    excepted = (rule for one in flow.settings.values() for rule, _ in one.except_)
    promised = (one.when or "" for one in flow.never)
    return frozenset((*within, *asked, *given, *excepted, *promised, *flow.start.when))


def over(rule: Expression, flow: Flow) -> bool:
    """Whether a rule cannot hold after the first turn, whatever else is so.

    What an event began has been walked before the customer's first message comes.
    """
    match rule:
        case Both(left, right):
            return over(left, flow) or over(right, flow)
        case Either(left, right):
            return over(left, flow) and over(right, flow)
        case Name(name) if name in flow.rules:
            return over(flow.rules[name], flow)
        case _:
            unheard = flow.start.events or flow.start.called
            first = rule == _FIRST_TURN and not unheard
            return first or (isinstance(rule, Literal_) and not rule.value)


def _felt(node: Expression, checked: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of a rule to which a wish is not the same as nothing.

    Args:
        node: the rule, or a part of it.
        checked: what else must be filled for the whole of it to hold: a wish is not.
    """
    if isinstance(node, Both):
        checked |= frozenset(_filled(node))
    if isinstance(node, Name) or (isinstance(node, Is) and node.state == "empty"):
        yield from {node.name} - checked
    for part in parts(node):
        yield from _felt(part, checked)


def _filled(node: Expression) -> Iterator[str]:
    """What must be filled for all of it to hold."""
    if isinstance(node, Both):
        yield from (*_filled(node.left), *_filled(node.right))
    elif isinstance(node, Is) and node.state == "filled":
        yield node.name
