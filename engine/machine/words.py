"""What the customer said or tapped, turned into moves and values."""

from dataclasses import replace

from engine.machine import cursor
from engine.machine.acts import ROUTE_FROM, Begin, Reply, Road, Skip, Take, Yes, find
from engine.machine.desk import Desk
from engine.machine.going import fill, follow
from engine.machine.hearing import hear, heard_by, offer, with_locale
from engine.machine.slots import pop, pop_above
from engine.model.builtin import PICKED
from engine.model.event import Tap
from engine.model.flow import Kind
from engine.model.message import UNANSWERED
from engine.model.session import Chip, How
from engine.model.tool import Safety
from engine.model.understanding import INTENTS, Act, Language, Understanding
from engine.model.value import ANYONE, SlotValue, Source, Status, Value

NOTHING = Understanding(source="tap")


def said(desk: Desk, understanding: Understanding) -> None:
    """Words: an act takes its way, values are heard; neither is a rung of the ladder."""
    desk.session = with_locale(desk.session, understanding)
    if taken_over(desk):
        return
    choice = _typed_choice(desk, understanding)
    if choice is not None:
        _picked(desk, choice.value, choice)
        return
    road = find(desk, understanding.acts)
    if isinstance(road, Yes | Take) and _says_more(understanding):
        hear(desk, understanding)
        road = None if desk.changed else road
    elif road is None:
        _no_road(desk, understanding)
        return
    if road is not None:
        _take(desk, road, understanding)


def _typed_choice(desk: Desk, understanding: Understanding) -> Chip | None:
    """A choice of something other than a slot's value, typed as its button says: "the time"."""
    said_of = {act.name for act in understanding.acts if act.confidence >= ROUTE_FROM}
    prompt = desk.session.prompt
    chips = prompt.chips if prompt else ()
    return next((chip for chip in chips if "=" in chip.value and chip.value in said_of), None)


def tapped(desk: Desk, tap: Tap) -> None:
    """A tap on the open question is a command; on an older one only a choice still counts."""
    if taken_over(desk):
        return
    prompt = desk.session.prompt
    current = prompt is not None and prompt.id == tap.prompt
    chip = next((c for c in prompt.chips if c.value == tap.value), None) if prompt else None
    kind, _, name = tap.value.partition(":")
    if "=" in tap.value:
        _picked(desk, tap.value, chip if current else None)
    elif current and kind in {"act", "way"}:
        said(desk, replace(NOTHING, acts=(Act(name, 1.0),), language=_same_language(desk)))
    else:
        desk.say("talk.old_button")
        desk.reask = True


def unread(desk: Desk, kind: str) -> None:
    """Something that cannot be read: say so, and put the question again; no rung is climbed."""
    if kind in UNANSWERED or taken_over(desk):
        return
    desk.say("talk.unsupported")
    if not desk.frames:
        _greet(desk)
    desk.reask = True


def _same_language(desk: Desk) -> Language:
    return Language("en", 0.0, desk.session.locale)


def _picked(desk: Desk, text: str, chip: Chip | None) -> None:
    """A chosen value; from an older question it is a correction."""
    name, _, raw = text.partition("=")
    if name == PICKED and chip is not None:
        fill(desk, desk.top, PICKED, Value("answer", raw), Source.CUSTOMER)
        follow(desk, desk.top, "picked", desk.state(desk.top).ways["picked"])
        return
    owner = next((i for i in range(desk.top, -1, -1) if _asks(desk, i, name)), None)
    if owner is None:
        desk.say("talk.old_button")
        desk.reask = True
        return
    slot = desk.flow(owner).slots[name]
    value = chip.shows if chip and chip.shows else Value(slot.type.name, raw)
    _choose(desk, owner, name, value)


def _asks(desk: Desk, index: int, name: str) -> bool:
    slot = desk.flow(index).slots.get(name)
    return slot is not None and slot.step is not None


def taken_over(desk: Desk) -> bool:
    """A person has the conversation: the words are for that person."""
    if not desk.frames:
        return False
    state = desk.state(desk.top)
    return state.kind is Kind.DO and desk.flows.tools[state.what].takes_over


def _says_more(understanding: Understanding) -> bool:
    """A yes or no beside values: they are heard first; beside a new one it answers nothing."""
    said_so = {act.name for act in understanding.acts} & {"affirm", "deny"}
    return bool(said_so) and bool(understanding.mentions or understanding.time)


def _take(desk: Desk, road: Road, understanding: Understanding) -> None:
    match road:
        case Yes():
            _confirmed(desk)
        case Skip():
            slot = desk.state(desk.top).what
            kind = desk.flow(desk.top).slots[slot].type.name
            fill(desk, desk.top, slot, Value(kind, ANYONE), Source.CUSTOMER)
        case Take():
            _way_out(desk, road, understanding)
        case Begin(flow):
            _begin_hearing(desk, flow, understanding)
        case Reply(phrase):
            _courtesy(desk, phrase, understanding)


def _way_out(desk: Desk, road: Take, understanding: Understanding) -> None:
    """Values go where the way leads to a flow; else they are heard first, and may outdo it."""
    index, way = road.index, road.way
    pop_above(desk, index)
    if way.flow:
        follow(desk, index, road.trigger, way)
        hear(desk, understanding)
        return
    uid = desk.frames[index].uid
    hear(desk, understanding)
    if index <= desk.top and desk.frames[index].uid == uid:
        follow(desk, index, road.trigger, way)


def _begin_hearing(desk: Desk, flow: str, understanding: Understanding) -> None:
    """Begin a flow and offer it the values; an aside asked for with a task lies over that task."""
    task = heard_by(desk.flows, understanding)
    greeting = not desk.frames or desk.frames[-1].flow == desk.flows.fallback
    if greeting and task and desk.flows.flows[flow].pattern:
        begin(desk, task)
        hear(desk, understanding)
        desk.then = flow
        return
    begin(desk, flow)
    hear(desk, understanding)


def begin(desk: Desk, flow: str) -> None:
    """Start a flow: a task on an empty stack or over the greeting, else an aside."""
    if any(frame.flow == flow for frame in desk.frames):
        desk.reask = True
        return
    if desk.frames and desk.frames[-1].flow == desk.flows.fallback:
        pop(desk, undo=False)
    desk.push(flow, How.ASIDE if desk.frames else How.TASK)


def _no_road(desk: Desk, understanding: Understanding) -> None:
    """No act decided: a task that nobody here serves is told so; else the values speak."""
    asked = understanding.intent
    if asked.name in INTENTS and asked.name != "other" and asked.confidence >= ROUTE_FROM:
        desk.say("talk.cannot")
        if not desk.frames:
            _greet(desk)
        desk.reask = True
        return
    _only_values(desk, understanding)


def _only_values(desk: Desk, understanding: Understanding) -> None:
    """No act decided: the values alone, and if they say nothing either, a rung."""
    task = heard_by(desk.flows, understanding)
    greeting = not desk.frames or desk.frames[-1].flow == desk.flows.fallback
    if greeting and task:
        begin(desk, task)
    if desk.frames and hear(desk, understanding):
        return
    missed(desk)


def missed(desk: Desk) -> None:
    """Nothing of use was heard: greet, say the state of a wait again, or climb a rung."""
    if not desk.frames:
        _greet(desk)
        return
    state = desk.state(desk.top)
    if state.kind is Kind.DO and state.say:
        desk.say_again(state.say, 1)
        return
    desk.rung += 1
    desk.say_again("talk.no_match", desk.session.rungs + desk.rung)
    desk.reask = True


def _courtesy(desk: Desk, phrase: str | None, understanding: Understanding) -> None:
    """Thanks and greetings are answered; the open question comes again, and values count."""
    if phrase:
        desk.say(phrase)
    if not desk.frames and phrase is None:
        task = heard_by(desk.flows, understanding)
        begin(desk, task) if task else _greet(desk)
    if desk.frames:
        hear(desk, understanding)
        desk.reask = True


def _greet(desk: Desk) -> None:
    if desk.flows.fallback:
        desk.push(desk.flows.fallback, How.TASK)


def _choose(desk: Desk, index: int, name: str, value: Value) -> None:
    """A choice from a list, checked again like any wish, but never doubted."""
    offer(desk, index, desk.flow(index).slots[name], SlotValue(value, Status.WISH))


def _confirmed(desk: Desk) -> None:
    """A yes covers what the question showed, and gives each tool beyond it one use."""
    index, shown = desk.top, desk.state(desk.top).shown
    for name in shown:
        owner = desk.owner(index, name)
        content = desk.get(index, name)
        if content.status is Status.FILLED:
            desk.put(owner, name, replace(content, status=Status.CONFIRMED))
    tools = desk.flows.tools
    spent = tuple(
        name
        for name in desk.session.spent
        if tools[name].safety is not Safety.IRREVERSIBLE or not _renewed(desk, index, name)
    )
    desk.session = replace(desk.session, spent=spent)
    desk.pass_on(index, cursor.MAIN[Kind.CONFIRM])


def _renewed(desk: Desk, index: int, tool: str) -> bool:
    """Whether this yes was shown everything that `tool` needs shown."""
    shown = desk.state(index).shown
    return all(
        name in shown or desk.get(index, name).source is Source.CHANNEL
        for name in desk.flows.tools[tool].shown
    )
