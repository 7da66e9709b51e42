"""What the customer said or tapped, turned into moves and values."""

from engine.machine.acting.acts import ROUTE_FROM, Begin, Reply, Road, Skip, Take, Yes, find
from engine.machine.acting.agreeing import confirmed
from engine.machine.acting.another import another
from engine.machine.acting.introducing import introduced
from engine.machine.acting.picking import named_change, never_put, picked
from engine.machine.acting.reopening import CHANGE, reopening
from engine.machine.acting.short import rounds_off, typed_choice
from engine.machine.hearing.hearing import (
    hear,
    hear_on_top,
    heard_by,
    in_order,
    with_locale,
)
from engine.machine.walking.beginning import begin, taken_over
from engine.machine.walking.going import fill, follow
from engine.machine.walking.questions import answered, asked, lobby, wondered
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.slots import pop_above
from engine.model.builtin import HANDOFF
from engine.model.event import Tap
from engine.model.flow import Kind, Way
from engine.model.message import UNANSWERED
from engine.model.session import How
from engine.model.understanding import INTENTS, Act, Language, Understanding
from engine.model.value import ANYONE, Source, Value

NOTHING = Understanding(source="tap")
LANGUAGE = "language"
LIES_OVER = frozenset({"handoff", LANGUAGE, "opt_out"})
"""Acts that count beside a value as well: it is heard beneath, then the aside begins."""


def said(desk: Desk, understanding: Understanding) -> None:
    """Words: an act takes its way, values are heard; neither is a rung of the ladder."""
    desk.session = with_locale(desk.session, understanding)
    if taken_over(desk):
        return
    choice = typed_choice(desk, understanding)
    if choice is not None:
        picked(desk, choice.value, choice)
        return
    road = find(desk, understanding.acts)
    _question_beside(desk, road, understanding)
    reopened = reopening(desk, road, understanding)
    if reopened is not None:
        desk.unheard = understanding
        follow(desk, reopened.index, reopened.trigger, reopened.way)
        return
    if isinstance(road, Yes | Take) and _says_more(understanding):
        hear(desk, another(desk, understanding))
        road = None if desk.changed and answered(desk) is None else road
    elif road is None:
        _no_road(desk, understanding)
        return
    if road is not None:
        _take(desk, road, understanding)


def _question_beside(desk: Desk, road: Road | None, understanding: Understanding) -> None:
    """A question beside a yes, a value or a task is answered once those have had their way."""
    question = asked(desk.flows, understanding.acts, ROUTE_FROM)
    if question is None or road is None or isinstance(road, Reply):
        return
    if not isinstance(road, Begin) or desk.flows.intents.get(HANDOFF) != road.flow != question[0]:
        desk.then = (question[0], understanding)


def tapped(desk: Desk, tap: Tap) -> None:
    """A tap on the open question is a command; on an older one only a choice still counts."""
    if taken_over(desk):
        return
    prompt, moved = desk.session.prompt, never_put(desk)
    current = prompt is not None and prompt.id == tap.prompt
    chip = next((c for c in prompt.chips if c.value == tap.value), None) if prompt else None
    kind, _, name = tap.value.partition(":")
    if "=" in tap.value:
        picked(desk, tap.value, chip if current else None)
    elif current and not moved and kind in {"act", "way"}:
        said(desk, altered(NOTHING, acts=(Act(name, 1.0),), language=_same_language(desk)))
    else:
        desk.say("talk.old_button")
        desk.reask = True


def unread(desk: Desk, kind: str) -> None:
    """Something that cannot be read: say so, and put the question again; no rung is climbed."""
    if kind in UNANSWERED or taken_over(desk):
        return
    desk.say("talk.unsupported")
    if not desk.frames:
        greet(desk)
    desk.reask = True


def _same_language(desk: Desk) -> Language:
    return Language("en", 0.0, desk.session.locale)


def _says_more(understanding: Understanding) -> bool:
    """A yes or no beside values: they are heard first; beside a new one it answers nothing."""
    said_so = {act.name for act in understanding.acts} & {"affirm", "deny"}
    return bool(said_so) and bool(understanding.mentions or understanding.time)


def _take(desk: Desk, road: Road, understanding: Understanding) -> None:
    match road:
        case Yes():
            desk.unheard = understanding
            confirmed(desk)
        case Skip():
            slot = desk.state(desk.top).what
            kind = desk.flow(desk.top).slots[slot].type.name
            fill(desk, desk.top, slot, Value(kind, ANYONE), Source.CUSTOMER)
            in_order(desk, desk.top, slot)
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
    desk.unheard = understanding
    if road.trigger == CHANGE and CHANGE in desk.flows.intents and desk.then is None:
        desk.then = (desk.flows.intents[CHANGE], understanding)
    hear(desk, understanding, leaving=_ends(desk, index, way))
    if index <= desk.top and desk.frames[index].uid == uid:
        follow(desk, index, road.trigger, way)


def _ends(desk: Desk, index: int, way: Way) -> bool:
    """Whether the way leads to an end, or to where the flow decides about one.

    What is said along with it is for what comes then.
    """
    target = desk.flow(index).states[way.step] if way.step is not None else None
    return target is not None and target.kind in {Kind.END, Kind.BRANCH}


def _begin_hearing(desk: Desk, flow: str, understanding: Understanding) -> None:
    """Begin a flow and offer it the values; an aside asked for with a task lies over that task."""
    task = _task_beside(desk, flow, understanding)
    if task and lobby(desk):
        if begin(desk, task):
            hear(desk, understanding)
        if LANGUAGE not in desk.flows.flows[flow].start.acts:
            desk.then = (flow, understanding)
        elif begin(desk, flow):  # before a word of the task is said
            hear_on_top(desk, understanding)
        return
    if desk.frames and LIES_OVER & {*desk.flows.flows[flow].start.acts}:
        hear(desk, understanding)
        desk.then = (flow, understanding)
        return
    if begin(desk, flow) or desk.frames:
        hear(desk, understanding)
        named_change(desk, understanding)


def _task_beside(desk: Desk, flow: str, understanding: Understanding) -> str | None:
    """The task over which an aside is to lie: for a question only one that was named as surely."""
    if desk.flows.flows[flow].pattern:
        return _task_of(desk, understanding)
    question = asked(desk.flows, understanding.acts, ROUTE_FROM)
    if question is None or question[0] != flow:
        return None
    acts = (act for act in understanding.acts if act.confidence >= question[1])
    named = (desk.flows.intents.get(act.name) for act in acts)
    others = (name for name in named if name and name != flow)
    return next((name for name in others if not desk.flows.flows[name].pattern), None)


def _task_of(desk: Desk, understanding: Understanding) -> str | None:
    """The task that was named beside another act, or that asks for what was said."""
    named = (desk.flows.intents.get(act.name) for act in understanding.acts if _sure(act))
    tasks = (name for name in named if name and not desk.flows.flows[name].pattern)
    return next(tasks, None) or heard_by(desk.flows, understanding)


def _sure(act: Act) -> bool:
    return act.confidence >= ROUTE_FROM


def _no_road(desk: Desk, understanding: Understanding) -> None:
    """No act decided: a task that nobody here serves is told so; else the values speak."""
    asked = understanding.intent
    if asked.name in INTENTS and asked.name != "other" and asked.confidence >= ROUTE_FROM:
        desk.say("talk.cannot")
        if not desk.frames:
            greet(desk)
        desk.reask = True
        return
    _only_values(desk, understanding)


def _only_values(desk: Desk, understanding: Understanding) -> None:
    """No act decided: the values alone, and if they say nothing either, a rung."""
    task = heard_by(desk.flows, understanding)
    question = wondered(desk.flows, understanding)
    if (lobby(desk) and task) or question:
        begin(desk, question or task or "")
    if desk.frames and (hear(desk, understanding) or introduced(desk, understanding)):
        return
    if not desk.frames and rounds_off(understanding):
        desk.say("talk.noted")
        return
    missed(desk)


def missed(desk: Desk) -> None:
    """Nothing of use was heard: greet, say the state of a wait again, or climb a rung."""
    if not desk.frames:
        greet(desk)
        return
    state = desk.state(desk.top)
    if state.kind is Kind.DO and state.say:
        desk.say_again(state.say, 1)
        return
    if never_put(desk):
        desk.reask = True
        return
    desk.rung += 1
    rung, formed = desk.session.rungs + desk.rung, _formed(desk)
    if formed is None:
        desk.say_again("talk.no_match", rung)
    else:
        desk.say_again("talk.wrong_form", rung, {"example": formed})
    desk.reask = True


def _formed(desk: Desk) -> Value | None:
    """How an answer is written, where the open question asks for one of a form."""
    state = desk.state(desk.top)
    kind = desk.flow(desk.top).slots[state.what].type if state.kind is Kind.ASK else None
    if kind is None or kind.like is None:
        return None
    shown = kind.example or kind.like
    return Value("text", shown, {"": shown})


def _courtesy(desk: Desk, phrase: str | None, understanding: Understanding) -> None:
    """Thanks and greetings are answered; the open question comes again, and values count."""
    if phrase:
        desk.say(phrase)
    if not desk.frames and phrase is None:
        task = heard_by(desk.flows, understanding)
        begin(desk, task) if task else greet(desk)
    if desk.frames:
        hear(desk, understanding)
        desk.reask = True


def greet(desk: Desk) -> None:
    """Open the flow for a customer who has named no task."""
    if desk.flows.fallback:
        desk.push(desk.flows.fallback, How.TASK)
