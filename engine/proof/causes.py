"""One fault a cause: what only follows from another is not told while that one stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.document.problem import Problem
from engine.machine.working.errors import Reason
from engine.proof.explore import ENOUGH
from engine.proof.result import Unit
from engine.proof.watch import Wrong

BROKEN_OFF = frozenset({*map(str, Reason), "fails"})
"""The engine refuses to go on: what lies beyond was not explored."""
OF_ALL_ROADS = frozenset({"no end", "no timer", "always"})
"""What only all situations together show: whoever has not seen all of them cannot tell."""
NAMING = frozenset({Reason.UNCONFIRMED, Reason.WITHOUT})
"""Their words list what is missing on one way there: another way lists more or less of it."""
_NAMED, _STEP = re.compile(r"'(\w+)'"), re.compile(r"\b\w+\b")
_WAY = re.compile(r": [^:]*?( \([^()]*, line \d+\))?$")
"""The steps of a road, at the end of what is told of it."""
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
    a conversation shows the same, the words of the graph are told with that.

    Args:
        roads: of the graph; those without a sort are of the files and stand as they are.
        proved: of conversations.
    """
    best = list(_shortest(proved))
    kept: list[Problem] = []
    shown: list[Problem] = []
    alone: list[Problem] = []
    for road in roads:
        same = [one for one in best if _same(road, one)]
        if not same:
            alone.append(road)
            continue
        kept.append(_with(road, min(same, key=lambda one: len(one.conversation))))
        shown += same
    more = [one for one in best if one not in shown]
    told = {(one.file, _sort(one), one.remedy) for one in kept}
    kept += [one for one in alone if (one.file, _sort(one), one.remedy) not in told]
    return tuple(_first_of_each(sorted((*kept, *more))))


def _first_of_each(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Of several that one conversation shows in one file, the first: one change mends them."""
    told: set[tuple[object, ...]] = set()
    for one in problems:
        shown = one.file, _sort(one), one.conversation
        if not one.conversation or shown not in told:
            told.add(shown)
            yield one


def _same(road: Problem, one: Problem) -> bool:
    """Whether a conversation shows what a road does: there, of the same steps, or in another file.

    In another file: what a flow calls fails there, and what is amiss is who calls.
    """
    if not road.sort or _sort(road) != _sort(one):
        return False
    named = set(_NAMED.findall(one.fault))
    way = {*_NAMED.findall(road.fault), *_STEP.findall(road.fault)}
    there = (one.line, one.key) == (road.line, road.key)
    return one.file != road.file or there or bool(named and named <= way)


def _with(road: Problem, one: Problem) -> Problem:
    """The words of the road without its steps, and the conversation."""
    fault = _WAY.sub(r"\1", road.fault)
    return replace(road, fault=fault, conversation=one.conversation)


def _shortest(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Of those that one change mends, the one with the shortest conversation."""
    found: dict[tuple[object, ...], Problem] = {}
    for one in problems:
        by = (one.file, one.line, _sort(one), "" if one.sort in NAMING else one.fault)
        other = found.setdefault(by, one)
        if len(one.conversation) < len(other.conversation):
            found[by] = one
    yield from found.values()


def _sort(problem: Problem) -> str:
    return SAME.get(problem.sort, problem.sort)
