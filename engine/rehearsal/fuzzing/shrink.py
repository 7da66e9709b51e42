"""A failing conversation made as short as it can be and still fail in the same way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.rehearsal.fixtures.fixture import Act, Fixture, Given
from engine.rehearsal.fuzzing.fuzz import NOWHERE, Failure, done
from engine.rehearsal.playing.promises import Watch
from engine.rehearsal.staging.stage import Stage
from engine.rehearsal.staging.world import World


def shrink(world: World, failure: Failure) -> Failure:
    """Leave out acts, outcomes and facts while the same promise still breaks."""
    best = replay(world, failure) or failure
    shorter = True
    while shorter:
        shorter = False
        for candidate in _smaller(best):
            found = replay(world, candidate)
            if found is not None and found.kind == failure.kind:
                best, shorter = found, True
                break
    return best


def replay(world: World, failure: Failure) -> Failure | None:
    """Lead the conversation again; gives it up to where it fails, None if it does not."""
    fixture = Fixture(
        "walk", "", (), NOWHERE, vertical=world.tenant.vertical, given=failure.given,
        locale=failure.locale,
    )  # fmt: skip
    stage, acts = Stage.of(world, fixture), list[Act]()
    watch = Watch(stage.world.flows)
    for act in failure.acts:
        if stage.session.ended and not stage.session.frames:
            stage.begin_anew()
        acts.append(act)
        why = done(stage, watch, act)
        if why:
            return replace(failure, acts=tuple(acts), why=why)
    return None


def _smaller(failure: Failure) -> Iterator[Failure]:
    """The same with less: the longest stretches first, wherever they begin, then the world.

    What was begun in two acts goes only if both go: halves of halves would not try those.
    """
    acts = failure.acts
    for size in range(len(acts) // 2, 0, -1):
        for start in range(len(acts) - size + 1):
            yield replace(failure, acts=_without(acts, start, size))
    for given in _plainer(failure.given):
        yield replace(failure, given=given)


def _without(acts: Sequence[Act], start: int, size: int) -> tuple[Act, ...]:
    return (*acts[:start], *acts[start + size :])


def _plainer(given: Given) -> Iterator[Given]:
    for name in given.tools:
        yield replace(given, tools={k: v for k, v in given.tools.items() if k != name})
        if len(given.tools[name]) > 1:
            yield replace(given, tools={**given.tools, name: given.tools[name][:-1]})
    for name in given.facts:
        yield replace(given, facts={k: v for k, v in given.facts.items() if k != name})
