"""What a template looks at: which facts, how they are shown, and which it takes to be there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from jinja2 import nodes

Loops = Mapping[str, str]
"""Names that go through a list -> the list's, with [] behind it."""
Bare = tuple[str, frozenset[str]]
"""A fact that is printed without a look whether it is there, and the branches that lead to it."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What one or several templates look at; a fact is written with its dots: `service.price`.

    Attributes:
        asked: every fact, tested or printed.
        shown: each fact that is printed, with its filters: (`time`, `day`).
        bare: those of them that must be there.
    """

    asked: frozenset[str] = frozenset()
    shown: frozenset[tuple[str, str]] = frozenset()
    bare: frozenset[Bare] = frozenset()

    def __or__(self, other: "Looks") -> "Looks":
        """Both together."""
        return Looks(self.asked | other.asked, self.shown | other.shown, self.bare | other.bare)

    def takes(self, bare: Bare) -> bool:
        """Whether a fact is taken to be there wherever the branches of `bare` lead."""
        path, under = bare
        return any(one == path and branches <= under for one, branches in self.bare)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a template: within which branches, behind which tests, in which loops."""

    under: frozenset[str]
    tested: frozenset[str]
    loops: Loops


def looks(tree: nodes.Template) -> Looks:
    """Find everything that a template tests or prints."""
    return _together(_body(tree.body, _Place(frozenset(), frozenset(), {})))


def _together(found: Iterable[Looks]) -> Looks:
    return reduce(Looks.__or__, found, Looks())


def _body(body: Iterable[nodes.Node], here: _Place) -> Iterator[Looks]:
    for node in body:
        match node:
            case nodes.Output():
                yield from (_printed(one, here) for one in node.nodes)
            case nodes.If():
                yield from _if(node, here)
            case nodes.For(target=nodes.Name(name=one)):
                many = _path(node.iter, here.loops)
                yield _look(many, "", here)
                inside = {**here.loops, one: f"{many}[]"}
                yield from _body(node.body, _Place(here.under, here.tested, inside))
                yield from _body(node.else_, here)


def _if(node: nodes.If, here: _Place) -> Iterator[Looks]:
    test = repr(node.test)
    yield Looks(frozenset(_paths(node.test, here.loops)))
    then = here.tested | frozenset(_there(node.test, here.loops))
    yield from _body(node.body, _Place(here.under | {test}, then, here.loops))
    otherwise = _Place(here.under | {f"not {test}"}, here.tested, here.loops)
    for other in node.elif_:
        yield from _if(other, otherwise)
    yield from _body(node.else_, otherwise)


def _printed(node: nodes.Node, here: _Place) -> Looks:
    filters: list[str] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        filters.insert(0, node.name)
        node = node.node
    path = _path(node, here.loops)
    return _look(path, "|".join(filters), here) if path else Looks()


def _look(path: str, filters: str, here: _Place) -> Looks:
    sure = any(path == one or path.startswith(f"{one}[]") for one in here.tested)
    bare = frozenset[Bare]() if sure else frozenset({(path, here.under)})
    return Looks(frozenset({path}), frozenset({(path, filters)}), bare)


def _paths(node: nodes.Node, loops: Loops) -> Iterator[str]:
    """Every fact that a test names."""
    if path := _path(node, loops):
        yield path
        return
    for child in node.iter_child_nodes():
        yield from _paths(child, loops)


def _there(test: nodes.Node, loops: Loops) -> Iterator[str]:
    """The facts that are there if a test holds."""
    if isinstance(test, nodes.And):
        yield from _there(test.left, loops)
        yield from _there(test.right, loops)
    elif path := _path(test, loops):
        yield path


def _path(node: nodes.Node, loops: Loops) -> str:
    """`service.price` of a name with its facts; "" for anything else."""
    facts: list[str] = []
    while isinstance(node, nodes.Getattr):
        facts.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name) or node.name == "loop":
        return ""
    return ".".join((loops.get(node.name, node.name), *facts))
