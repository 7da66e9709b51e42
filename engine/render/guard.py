"""What a template may be made of: an allow-list of nodes, small and not deep."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from engine.render.filters import FILTERS
from engine.render.sandbox import LOOP_FACTS, Sandbox

MOST_SOURCE = 4_000
"""Characters of a template."""
MOST_DEPTH = 16
"""Levels of nesting; the longest phrase shipped needs nine."""

Complaint = tuple[str, str]
"""What is wrong, and what to do."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.If,
    nodes.For,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_REFUSED: tuple[tuple[tuple[type[nodes.Node], ...], Complaint], ...] = (
    ((nodes.Call,), ("calls something", "A phrase only prints; write the value without ( ).")),
    (
        (nodes.Getitem,),
        ("looks something up with [ ]", "Write a fact with a dot: {{ service.price }}."),
    ),
    (
        (nodes.Assign, nodes.AssignBlock, nodes.With),
        ("sets a name", "A phrase only prints; leave the value where it comes from."),
    ),
    (
        (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block),
        ("brings in another template", "Write the words here, or say two phrases."),
    ),
    (
        (nodes.Macro, nodes.CallBlock, nodes.FilterBlock),
        ("defines something", "A phrase only prints; write the words out."),
    ),
    (
        (nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat),
        ("calculates", "Let the tool give the finished value as a fact."),
    ),
    (
        (nodes.CondExpr,),
        ("chooses inside {{ }}", "Write {% if ... %} ... {% else %} ... {% endif %}."),
    ),
    (
        (nodes.Test,),
        ("tests with 'is'", "Write {% if name %}: what is missing counts as no."),
    ),
    (
        (nodes.List, nodes.Tuple, nodes.Dict),
        ("builds a list", 'Compare with \'or\': {% if why == "past" or why == "off" %}.'),
    ),
)


SANDBOX = Sandbox()
"""The one in which every phrase runs."""


@lru_cache(maxsize=4096)
def read(source: str) -> tuple[nodes.Template | None, tuple[Complaint, ...]]:
    """Parse a template and look at every node.

    Returns:
        The tree, to look at only, or None if it must not run; and what is wrong with it, each
        thing once.
    """
    if len(source) > MOST_SOURCE:
        return None, ((f"is longer than {MOST_SOURCE:,} characters", "Say it shorter."),)
    try:
        tree = SANDBOX.parse(source)
    except TemplateSyntaxError as error:
        return None, ((f"is no template: {_clause(error)}", _close(source)),)
    except RecursionError:
        return None, (_DEEP,)
    complaints = tuple(dict.fromkeys(_look(tree)))
    return (None if complaints else tree), complaints


_UNKNOWN: Complaint = (
    "uses a tag that no phrase needs",
    "Use {{ }}, {% if %} and {% for %} only.",
)
_NAMES_ONLY = "Use the names of slots and facts only."
_DEEP: Complaint = (
    f"nests more than {MOST_DEPTH} levels deep",
    "Split it into phrases of their own.",
)


def _look(tree: nodes.Template) -> Iterator[Complaint]:
    """Walk without recursion: the depth is what is being checked."""
    waiting: list[tuple[nodes.Node, int, bool]] = [(tree, 0, False)]
    while waiting:
        node, depth, in_loop = waiting.pop()
        if depth > MOST_DEPTH:
            yield _DEEP
            continue
        complaint = _refused(node, in_loop=in_loop)
        if complaint:
            yield complaint
            continue
        inside = in_loop or isinstance(node, nodes.For)
        waiting.extend((child, depth + 1, inside) for child in node.iter_child_nodes())


def _refused(node: nodes.Node, *, in_loop: bool) -> Complaint | None:
    complaint: Complaint | None = None
    match node:
        case nodes.Name():
            complaint = _name(node)
        case nodes.Getattr():
            complaint = _fact(node)
        case nodes.For():
            complaint = _loop(node, in_loop=in_loop)
        case nodes.Filter():
            complaint = _filter(node)
        case nodes.Operand(op="in" | "notin"):
            complaint = "searches with 'in'", 'Compare with ==: {% if why == "past" %}.'
        case _ if not isinstance(node, _ALLOWED):
            known = (words for kinds, words in _REFUSED if isinstance(node, kinds))
            complaint = next(known, _UNKNOWN)
    return complaint


def _name(node: nodes.Name) -> Complaint | None:
    if node.name.startswith("_") or node.name == "self":
        return f"reaches for '{node.name}'", _NAMES_ONLY
    return None


def _fact(node: nodes.Getattr) -> Complaint | None:
    if node.attr.startswith("_"):
        return f"reaches for '.{node.attr}'", _NAMES_ONLY
    if not isinstance(node.node, nodes.Name):
        return "asks for a fact of a fact", "One dot is enough: {{ service.price }}."
    if node.node.name == "loop" and node.attr not in LOOP_FACTS:
        return f"asks for 'loop.{node.attr}'", f"There are: {_row(LOOP_FACTS)}."
    return None


def _loop(node: nodes.For, *, in_loop: bool) -> Complaint | None:
    if in_loop:
        return "loops inside a loop", "Go through one list only."
    if node.recursive or node.test is not None:
        return "filters its loop", "Write {% if %} inside the loop."
    if not isinstance(node.iter, nodes.Name) or not isinstance(node.target, nodes.Name):
        return "loops over something made up", "Go through a given list: {% for one in options %}."
    return None


def _filter(node: nodes.Filter) -> Complaint | None:
    if node.name not in FILTERS:
        near = get_close_matches(node.name, FILTERS, 1)
        remedy = f"Write '{near[0]}'." if near else f"There are: {_row(FILTERS)}."
        return f"there is no filter '{node.name}'", remedy
    if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return f"gives the filter '{node.name}' something", f"Write '| {node.name}' alone."
    if isinstance(node.node, nodes.Const):
        return f"filters a fixed text with '{node.name}'", "Write the text as it should be."
    return None


def _row(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _clause(error: TemplateSyntaxError) -> str:
    return (error.message or "it cannot be read").rstrip(".")


def _close(source: str) -> str:
    if source.count("{{") != source.count("}}"):
        return "Close every {{ with }}."
    return "Close every {% if %} with {% endif %}, every {% for %} with {% endfor %}."
