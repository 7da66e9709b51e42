"""One fault a cause: what only follows from another is not told while that one stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from engine.machine.working.errors import Reason
from engine.proof.explore import ENOUGH
from engine.proof.result import Unit
from engine.proof.watch import Wrong
from engine.spec.document.problem import Problem

BROKEN_OFF = frozenset({*map(str, Reason), "fails"})
"""The engine refuses to go on: what lies beyond was not explored."""
OF_ALL_ROADS = frozenset({"no end", "no timer", "always"})
"""What only all situations together show: whoever has not seen all of them cannot tell."""
NAMING = frozenset({Reason.UNCONFIRMED, Reason.WITHOUT})
"""Their words list what is missing on one way there: another way lists more or less of it."""
SAME = {"twice": "unconfirmed", "after": "always"}
"""Sorts that a look at the graph does not tell apart."""


def is_cut(found: Unit) -> bool:
    """Whether an exploration broke off somewhere, so that it has not seen every situation."""
    moves = [wrong for wrong, _, move in found.wrong if move is not None]
    return len(moves) >= ENOUGH or any(wrong.sort in BROKEN_OFF for wrong in moves)


def follows(wrong: Wrong, found: Unit) -> bool:
    """Whether a fault may only follow from another of the same exploration."""
    return wrong.sort in OF_ALL_ROADS and is_cut(found)


def cause(wrong: Wrong) -> tuple[str, str, str, str]:
    """What several faults have in common that one change mends."""
    words = "" if wrong.sort in NAMING else wrong.fault
    return wrong.sort, wrong.flow, wrong.step, words


def told_once(roads: Sequence[Problem], proved: Sequence[Problem]) -> tuple[Problem, ...]:
    """Bring together what the graph of the steps shows, and what conversations do.

    A look at the graph takes every way for possible, and tells it by the names of the steps. Where
    a conversation shows the same, that is told in its place.

    Args:
        roads: of the graph; those without a sort are of the files and stand as they are.
        proved: of conversations.
    """
    best = list(_shortest(proved, lambda one: (one.file, one.line, _sort(one), _words(one))))
    kept: list[Problem] = []
    shown: list[Problem] = []
    for road in roads:
        same = [one for one in best if road.sort and _sort(one) == _sort(road)]
        if any(one.file == road.file for one in same):
            continue
        shortest = min(same, key=lambda one: len(one.conversation), default=None)
        kept.append(replace(road, conversation=shortest.conversation) if shortest else road)
        shown += same
    return tuple(sorted((*kept, *(one for one in best if one not in shown))))


def _shortest(
    problems: Sequence[Problem], by: Callable[[Problem], tuple[object, ...]]
) -> Iterator[Problem]:
    found: dict[tuple[object, ...], Problem] = {}
    for one in problems:
        other = found.setdefault(by(one), one)
        if len(one.conversation) < len(other.conversation):
            found[by(one)] = one
    yield from found.values()


def _sort(problem: Problem) -> str:
    return SAME.get(problem.sort, problem.sort)


def _words(problem: Problem) -> str:
    return "" if problem.sort in NAMING else problem.fault
