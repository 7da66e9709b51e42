"""Which facts a template asks for, which it prints, and which it prints whatever happens."""

from collections.abc import Iterable, Iterator

from jinja2 import nodes

from engine.render.filters import PARTIAL

SETTINGS = "settings"
"""What the flow whose phrase it is has set: `settings.min_notice`."""
_VERIFIED = "verified"
"""The fact of a value that the channel itself vouches for: it need not be shown."""


def printed(node: nodes.Node) -> frozenset[str]:
    """The names that may be printed; those only tested are not among them."""
    loops = _loops(node)
    found = (_root(one) for output in node.find_all(nodes.Output) for one in output.nodes)
    return frozenset(loops.get(name, name) for name in found if name and name != "loop")


def asked(node: nodes.Node) -> frozenset[str]:
    """Every name, tested or printed."""
    loops = _loops(node)
    return frozenset(
        name.name for name in node.find_all(nodes.Name) if name.name not in {*loops, "loop"}
    )


def certain(tree: nodes.Template) -> frozenset[str]:
    """The names that are printed in full whenever they hold something.

    A name may be left out when it is itself empty or zero, or verified by the channel; every
    other condition must print it on both sides.
    """
    return _certain(tree.body, {})


def _certain(body: Iterable[nodes.Node], loops: dict[str, str]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for node in body:
        match node:
            case nodes.Output():
                roots = (_whole(one) for one in node.nodes)
                found |= {loops.get(root, root) for root in roots if root}
            case nodes.If():
                found |= _either(node, loops)
            case nodes.For(target=nodes.Name(name=one), iter=nodes.Name(name=many)):
                found |= _certain(node.body, {**loops, one: many}) & {many}
    return found


def _either(node: nodes.If, loops: dict[str, str]) -> frozenset[str]:
    """What every branch prints, and what a branch prints whose test lets only its absence by."""
    first = _certain(node.body, loops)
    rest = [_certain(other.body, loops) for other in node.elif_]
    everywhere = first.intersection(*rest, _certain(node.else_, loops))
    return everywhere | {name for name in first if _excuses(node.test, name)}


def _excuses(test: nodes.Node, name: str) -> bool:
    """Whether `test` can only fail where `name` need not be shown."""
    if isinstance(test, nodes.And):
        return _excuses(test.left, name) and _excuses(test.right, name)
    if isinstance(test, nodes.Not) and isinstance(test.node, nodes.Getattr):
        return _is(test.node.node, name) and test.node.attr == _VERIFIED
    return _is(test, name)


def _is(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def _loops(node: nodes.Node) -> dict[str, str]:
    """Loop variables and the lists they go through."""
    return dict(_pairs(node))


def _pairs(node: nodes.Node) -> Iterator[tuple[str, str]]:
    for loop in node.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name) and isinstance(loop.iter, nodes.Name):
            yield loop.target.name, loop.iter.name


def settings(node: nodes.Node) -> frozenset[str]:
    """The settings that are tested or printed; "" where none of them is named."""
    named = [one for one in node.find_all(nodes.Getattr) if _is(one.node, SETTINGS)]
    every = [one for one in node.find_all(nodes.Name) if one.name == SETTINGS]
    return frozenset(one.attr for one in named) | ({""} if len(every) > len(named) else set())


def _root(node: nodes.Node) -> str | None:
    """The name that an expression begins with, with its dot for a setting; None for fixed text."""
    while isinstance(node, nodes.Filter | nodes.Getattr) and node.node is not None:
        if isinstance(node, nodes.Getattr) and _is(node.node, SETTINGS):
            return f"{SETTINGS}.{node.attr}"
        node = node.node
    return node.name if isinstance(node, nodes.Name) else None


def _whole(node: nodes.Node) -> str | None:
    """The same, if the value is shown whole and not only its day or hour."""
    inner: nodes.Node | None = node
    while isinstance(inner, nodes.Filter):
        if inner.name in PARTIAL:
            return None
        inner = inner.node
    return _root(node)
