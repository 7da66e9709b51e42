"""Random conversations led by the graph: they go where few have been, and no promise may break."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from engine.errors import RatibaError
from engine.explore.examples import FREE
from engine.explore.probes import switches
from engine.explore.waits import other_ends
from engine.machine.working.errors import Broken
from engine.model.effect import Move
from engine.model.flow import FlowSet, Origin
from engine.model.tool import ToolDefinition
from engine.model.understanding import ACTS, INTENTS, Language, Mention, Understanding
from engine.model.understanding import Act as Spoken
from engine.model.value import Scalar
from engine.rehearsal.fixtures.fixture import (
    NONE,
    UNAVAILABLE,
    Act,
    Event,
    Fixture,
    Given,
    Meanwhile,
    Outcome,
    Says,
    Sends,
    Taps,
    Turn,
    Waits,
)
from engine.rehearsal.fixtures.names import OF_BUSINESS
from engine.rehearsal.fixtures.write import scalar
from engine.rehearsal.playing.play import spoken
from engine.rehearsal.playing.promises import Watch
from engine.rehearsal.searching.moves import in_minutes, next_acts
from engine.rehearsal.staging.acting import NoChipError, event_of
from engine.rehearsal.staging.stage import Met, Stage, moves_of
from engine.rehearsal.staging.world import World

TURNS = 24
ONWARDS = 3.0
STRAY = 0.15
"""Share of acts that the graph would not think of."""
MEANWHILE = 0.05
"""Share of acts of an owner, who turns something of the business while a customer is at it."""
ALONE = 0.4
"""Share of walks that follow no fixture."""
TROUBLE = 0.25
"""Share of a tool's calls that are made to come out otherwise, where any are."""
NOWHERE = Origin("", 1)


@dataclass(frozen=True, slots=True)
class Failure:
    """A conversation that broke a promise, and how."""

    acts: tuple[Act, ...]
    given: Given
    why: str
    locale: str = "en"

    @property
    def kind(self) -> str:
        """What stays the same when the conversation gets shorter."""
        return " ".join(word for word in self.why.split() if not word[:1].isdigit())[:60]


@dataclass(slots=True)
class Walked:
    """What a number of random conversations came to."""

    conversations: int = 0
    turns: int = 0
    moves: Counter[Move] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: "Walked") -> None:
        """Take in what others have walked."""
        self.conversations += other.conversations
        self.turns += other.turns
        self.moves += other.moves
        self.ends += other.ends
        self.failures += other.failures


def walks(world: World, seed: str, number: int, known: Sequence[Fixture] = ()) -> Walked:
    """Lead a number of random conversations; the same seed leads the same ones.

    Args:
        world: where they play.
        seed: of chance.
        number: of conversations.
        known: fixtures: half of the walks follow one for a while, so that they get far.
    """
    walked = Walked()
    tried: Counter[tuple[str, str]] = Counter()
    for one in range(number):
        random = Random(f"{seed}:{one}")  # noqa: S311 - a walk, repeatable by its seed
        _walk(world, random, walked, tried, _led(random, known))
    return walked


def _led(random: Random, known: Sequence[Fixture]) -> Fixture | None:
    """A fixture's beginning to follow, or none."""
    if not known or random.random() < ALONE:
        return None
    fixture = random.choice(known)
    return replace(fixture, turns=fixture.turns[: random.randrange(len(fixture.turns)) + 1])


def _walk(
    world: World,
    random: Random,
    walked: Walked,
    tried: Counter[tuple[str, str]],
    led: Fixture | None,
) -> None:
    given = led.given if led else Given(tools=dict(_troubles(world.flows, random)))
    given = replace(given, facts={**_facts(world, random), **given.facts})
    locale = random.choice(("en", "sw"))
    fixture = Fixture(
        "walk", "", (), NOWHERE, vertical=world.tenant.vertical, given=given, locale=locale
    )
    stage, acts = Stage.of(world, fixture), list[Act]()
    watch = Watch(stage.world.flows)
    walked.conversations += 1
    before = [turn.act for turn in led.turns] if led else []
    for number in range(len(before) + random.randrange(4, TURNS)):
        act = before[number] if number < len(before) else _chosen(stage, random, tried)
        acts.append(act)
        why = done(stage, watch, act, walked)
        if why:
            walked.failures.append(Failure(tuple(acts), given, why, fixture.locale))
            return
        walked.turns += 1
        if stage.session.ended and not stage.session.frames:
            walked.ends[stage.session.ended] += 1


def done(stage: Stage, watch: Watch, act: Act, walked: Walked | None = None) -> str:
    """Do one act; gives what it broke, in words, or "" if all is well."""
    try:
        for met in _met(stage, act):
            if walked is not None:
                walked.moves.update(moves_of(met, stage.world.flows))
            broken = watch.broken(met)
            if broken:
                return broken[0]
            spoken(stage, met.step.session, met.step.effects)
    except NoChipError:
        return ""
    except (Broken, RatibaError, AssertionError) as error:
        return f"{type(error).__name__}: {error}"
    except Exception as error:  # noqa: BLE001 - whatever it is, no conversation may meet it
        return f"{type(error).__name__}: {error}"
    return ""


def _met(stage: Stage, act: Act) -> Iterator[Met]:
    if isinstance(act, Meanwhile):
        stage.meanwhile(act.facts)
    elif isinstance(act, Waits):
        yield from stage.wait(act.span)
    else:
        yield stage.meet(event_of(stage, act, ()))


def _facts(world: World, random: Random) -> dict[str, Scalar]:
    probes = switches(world.flows, world.facts({}))
    return {probe.name: probe.value for probe in probes if random.random() < TROUBLE}


def _turned(stage: Stage, random: Random) -> Meanwhile | None:
    """Something that rules read of the business, turned; None if they read nothing of it."""
    probes = switches(stage.world.flows, stage.host.facts)
    own = [probe for probe in probes if probe.name.partition(".")[0] in OF_BUSINESS]
    return Meanwhile({(one := random.choice(own)).name: one.value}) if own else None


def _troubles(flows: FlowSet, random: Random) -> Iterator[tuple[str, tuple[Outcome, ...]]]:
    """For some tools what their first calls come to."""
    for name, tool in sorted(flows.tools.items()):
        if random.random() < TROUBLE:
            yield name, tuple(_outcome(tool, random) for _ in range(random.randrange(1, 6)))


def _outcome(tool: ToolDefinition, random: Random) -> Outcome:
    others = (NONE, UNAVAILABLE) if tool.lists else other_ends(tool)
    return Outcome(random.choice(others) if random.random() < TROUBLE else tool.main)


def _chosen(stage: Stage, random: Random, tried: Counter[tuple[str, str]]) -> Act:
    """An act where the graph has one, rather one that was seldom tried here; or a stray one."""
    if stage.session.ended and not stage.session.frames:
        stage.begin_anew()
    roll = random.random()
    if roll < STRAY:
        return _stray(stage, random)
    if roll < STRAY + MEANWHILE and (turned := _turned(stage, random)):
        return turned
    acts = [in_minutes(act) if isinstance(act, Waits) else act for act in next_acts(stage)]
    if not acts:
        return _stray(stage, random)
    here = (
        f"{stage.session.frames[-1].flow}.{stage.session.frames[-1].step}"
        if (stage.session.frames)
        else ""
    )
    weights = [_weight(act) / (1 + tried[here, _kind(act)]) for act in acts]
    act = random.choices(acts, weights)[0]
    tried[here, _kind(act)] += 1
    return act


def _weight(act: Act) -> float:
    """What leads on is likelier than what leads aside."""
    return ONWARDS if isinstance(act, Taps | Event) else 1.0


def _kind(act: Act) -> str:
    match act:
        case Taps(chip):
            return chip.partition("=")[0]
        case Says(_, means):
            return means.intent.name if means else ""
        case Event(name):
            return name
        case _:
            return type(act).__name__


def _stray(stage: Stage, random: Random) -> Act:
    """What customers do that no graph foresees: everything at once, old buttons, pictures."""
    roll = random.random()
    if roll < 0.15:  # noqa: PLR2004 - shares
        return Sends(random.choice(("image", "sticker", "reaction")))
    if roll < 0.35 and stage.old:  # noqa: PLR2004 - shares
        before = random.choice(stage.old).prompt
        chips = before.chips if before else ()
        if chips:
            return Taps(random.choice(chips).value, old=True)
    names = sorted({*ACTS, *INTENTS})
    acts = tuple(
        Spoken(random.choice(names), random.choice((0.5, 0.95)))
        for _ in range(random.choice((0, 1, 1, 2)))
    )
    mentions = tuple(_mentions(stage, random))
    text = " ".join((*(act.name for act in acts), *(str(m.value) for m in mentions))) or "hm"
    return Says(text, Understanding(acts, mentions, None, Language("en", 0.0, "en")))


def _mentions(stage: Stage, random: Random) -> Iterator[Mention]:
    terms: Sequence[tuple[str, str]] = [(t.type, t.value) for t in stage.world.vocabulary]
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        kind, value = random.choice((*terms, *((k, str(v)) for k, v in FREE.items())))
        excluded = random.random() < STRAY
        yield Mention(kind, value, random.choice((0.5, 0.7, 0.95)), excluded=excluded)


def as_fixture(failure: Failure, world: World, name: str) -> Fixture:
    """A failure as a fixture: it fails until the fault is mended."""
    flow = world.flows.fallback or next(iter(world.flows.flows))
    vertical = world.tenant.vertical
    turns = tuple(Turn(act, NOWHERE) for act in failure.acts)
    note = scalar(failure.why[:200]).strip('"')
    return Fixture(
        name, flow, turns, NOWHERE, vertical=vertical, given=failure.given, locale=failure.locale,
        note=f"Found by random conversations: {note}",
    )  # fmt: skip
