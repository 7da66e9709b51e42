"""The flow writes its own tests: every transition, every order, corrections and digressions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from engine.model.flow import Flow, FlowSet, Origin
from engine.model.value import Scalar
from engine.rehearsal.coverage import Transition, taken, transitions
from engine.rehearsal.explore import Path, needed, whole_search
from engine.rehearsal.fixture import Act, End, Fixture, Given, Turn
from engine.rehearsal.orders import every_way
from engine.rehearsal.outcomes import with_examples
from engine.rehearsal.play import play
from engine.rehearsal.probes import settings_read, switches
from engine.rehearsal.report import Played
from engine.rehearsal.stage import Stage
from engine.rehearsal.world import World
from engine.rehearsal.write import expected_of

NOWHERE = Origin("", 1)
LONGEST_NAME = 80
VOICE, WRITTEN = "voice", "whatsapp"


@dataclass(frozen=True, slots=True)
class Generated:
    """What a world has written of itself.

    Attributes:
        broken: conversations that could not be played to their end: the flows' own faults.
        left: transitions out of reach.
    """

    fixtures: tuple[Fixture, ...]
    broken: tuple[Played, ...]
    left: tuple[Transition, ...]
    looked_at: int


def generate(world: World, but: Sequence[Transition] = ()) -> Generated:
    """Write fixtures for every flow of a world, in the order of the flows.

    Args:
        world: whose flows they are.
        but: transitions that others take; then only the further ones are looked for.
    """
    flows = world.flows
    begin = partial(_stage, world)
    search = whole_search(begin, partial(_worlds, world), flows, but)
    known = [one for one in transitions(flows) if one not in set(but)]
    found = list(_of_paths(world, list(needed(search.paths, known)), known))
    found += () if but else _of_tasks(world)
    played = [_played(world, fixture) for fixture in _named_apart(found)]
    return Generated(
        fixtures=tuple(expecting(one.fixture, one) for one in played if not one.faults),
        broken=tuple(one for one in played if one.faults),
        left=tuple(sorted(search.left, key=known.index)),
        looked_at=search.tries,
    )


def _played(world: World, fixture: Fixture) -> Played:
    """Play it; in a business that has stated all that can be, where a phrase misses some of it."""
    plain = play(world, fixture)
    if not plain.faults:
        return plain
    facts = {**world.stated, **fixture.given.facts}
    furnished = play(world, replace(fixture, given=replace(fixture.given, facts=facts)))
    return plain if furnished.faults else furnished


def _worlds(world: World, path: Path) -> Iterator[tuple[Given, str]]:
    """A conversation's world with one thing turned that rules tell apart."""
    given = path.given
    if _has_voice(world.flows):
        yield given, WRITTEN if path.channel == VOICE else VOICE
    for name, value in _turned(world):
        yield replace(given, facts={**given.facts, name: value}), path.channel
    for probe in settings_read(world.flows):
        turned = {**given.settings, probe.name: probe.value}
        yield replace(given, settings=turned), path.channel
    stage = _stage(world, given, path.channel)
    for tool in world.flows.tools.values():
        if tool.lists and not world.samples.get(tool.lists):
            for other in with_examples(stage, tool):
                yield other, path.channel


def _turned(world: World) -> Iterator[tuple[str, Scalar]]:
    """Facts of the business that rules or phrases look at, otherwise than they are."""
    yield "customer.phone", None
    for probe in switches(world.flows, world.facts({})):
        yield probe.name, probe.value


def _has_voice(flows: FlowSet) -> bool:
    states = (state for flow in flows.flows.values() for state in flow.states.values())
    return any(timer.channel == VOICE for state in states for timer in state.timers)


def _stage(world: World, given: Given, channel: str = "whatsapp") -> Stage:
    stage = Stage.of(world, replace(_fixture(world, "", "", (), given), channel=channel))
    stage.quick = True
    return stage


def _fixture(world: World, name: str, flow: str, acts: Sequence[Act], given: Given) -> Fixture:
    turns = tuple(Turn(act, NOWHERE) for act in acts)
    vertical = world.tenant.vertical
    return Fixture(name[:LONGEST_NAME], flow, turns, NOWHERE, vertical=vertical, given=given)


def _of_paths(
    world: World, paths: Sequence[Path], known: Sequence[Transition]
) -> Iterator[Fixture]:
    """A fixture a path, named by what no earlier one has taken."""
    reached: set[Transition] = set()
    for path in paths:
        new = sorted(taken(path.moves, known) - reached, key=known.index)
        reached |= set(new)
        last = new[-1]
        name = f"{last.flow}_{last.step}_{last.way.replace(' ', '_')}"
        made = _fixture(world, name, last.flow, path.acts, path.given)
        yield replace(made, channel=path.channel)


def _of_tasks(world: World) -> Iterator[Fixture]:
    flows = world.flows
    asides = [act for act, name in flows.intents.items() if flows.flows[name].pattern]
    for flow in _tasks(flows):
        for told in every_way(_stage(world, Given()), flow, asides):
            yield _fixture(world, told.name, flow.name, told.acts, Given())


def _tasks(flows: FlowSet) -> Iterator[Flow]:
    return (flow for flow in flows.flows.values() if flow.start.intents and not flow.pattern)


def _named_apart(fixtures: Sequence[Fixture]) -> Iterator[Fixture]:
    seen: dict[str, int] = {}
    for fixture in fixtures:
        seen[fixture.name] = seen.get(fixture.name, 0) + 1
        number = seen[fixture.name]
        yield fixture if number == 1 else replace(fixture, name=f"{fixture.name}_{number}")


def expecting(fixture: Fixture, played: Played) -> Fixture:
    """A fixture that holds what was played."""
    turns = tuple(
        replace(turn, expect=expected_of(came))
        for turn, came in zip(fixture.turns, played.exchanges, strict=True)
    )
    over = played.exchanges and played.exchanges[-1].state == played.ended
    end = End(played.ended if over else None, played.pushes, at=NOWHERE)
    return replace(fixture, turns=turns, end=end)
