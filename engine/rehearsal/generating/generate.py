"""The flow writes its own tests: every transition, every order, corrections and digressions."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from engine.explore.probes import settings_read, switches
from engine.explore.transitions import Transition, taken, transitions
from engine.model.flow import Flow, FlowSet, Origin
from engine.model.value import Scalar
from engine.rehearsal.fixtures.fixture import Act, End, Expect, Fixture, Given, Turn
from engine.rehearsal.generating.naming import LONGEST_NAME, name_of, note_of
from engine.rehearsal.generating.orders import every_way
from engine.rehearsal.playing.play import play
from engine.rehearsal.playing.report import Exchange, Played
from engine.rehearsal.searching.outcomes import with_examples
from engine.rehearsal.searching.search import Path, needed, whole_search
from engine.rehearsal.staging.stage import Stage
from engine.rehearsal.staging.world import World

NOWHERE = Origin("", 1)
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


def generate(world: World, held: Collection[Transition] = (), *, whole: bool = True) -> Generated:
    """Write fixtures for every flow of a world, in the order of the flows.

    Args:
        world: whose flows they are.
        held: transitions that other fixtures take; only the further ones are looked for.
        whole: answers in every order, corrections and digressions are written too.
    """
    flows = world.flows
    tasks = [_played(world, one) for one in (_of_tasks(world) if whole else ())]
    took = taken((move for one in tasks for move in one.moves), transitions(flows))
    known = [one for one in transitions(flows) if one not in took and one not in held]
    others = () if whole else held  # the way to a rare one leads over common ones
    search = whole_search(partial(_stage, world), partial(_worlds, world), flows, others)
    found = list(_of_paths(world, list(needed(search.paths, known)), known))
    found += _of_broken(world, search.broke.values())
    paths = [_played(world, fixture) for fixture in _named_apart(found)]
    played = sorted((*paths, *tasks), key=lambda one: list(flows.flows).index(one.fixture.flow))
    return Generated(
        fixtures=tuple(once(expecting(one.fixture, one) for one in played if not one.faults)),
        broken=tuple(one for one in played if one.faults),
        left=tuple(one for one in known if one in search.left),
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
        made = _fixture(world, name_of(new[-1], world.flows), new[-1].flow, path.acts, path.given)
        yield replace(made, channel=path.channel, note=note_of(new, world.flows))


def _of_broken(world: World, broke: Iterable[tuple[str, Path]]) -> Iterator[Fixture]:
    """A conversation at which the engine stopped; it is played to tell why, and is no fixture."""
    for stood, path in broke:
        flow = stood or next(iter(world.flows.flows))
        made = _fixture(world, f"{flow}_breaks", flow, path.acts, path.given)
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
        replace(turn, expect=_expected(came, fixture.flow))
        for turn, came in zip(fixture.turns, played.exchanges, strict=True)
    )
    over = played.exchanges and played.exchanges[-1].state == played.ended
    end = End(played.ended if over else None, played.pushes, at=NOWHERE)
    return replace(fixture, turns=turns, end=end)


def _expected(came: Exchange, flow: str) -> Expect:
    """What a turn came to, as what is expected of it from now on; another flow is named."""
    effects = tuple(dict.fromkeys(came.effects))
    other = came.flow if came.flow and came.flow != flow else None
    return Expect(state=came.state, flow=other, said=came.said, effects=effects)


def once(fixtures: Iterable[Fixture]) -> Iterator[Fixture]:
    """Each beginning is held to what it comes to in the first fixture that has it, not in all."""
    seen: set[str] = set()
    for fixture in fixtures:
        told = f"{fixture.flow} {fixture.channel} {fixture.locale}"
        turns: list[Turn] = []
        for turn in fixture.turns:
            told = f"{told}\n{turn.act} {turn.expect}"
            again = told in seen and turn is not fixture.turns[-1]
            turns.append(replace(turn, expect=Expect()) if again else turn)
            seen.add(told)
        yield replace(fixture, turns=tuple(turns))
