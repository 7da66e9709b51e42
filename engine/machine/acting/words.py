"""What the customer said, turned into moves and values."""

from engine.machine.acting.accepting import taken_otherwise
from engine.machine.acting.acts import COURTESIES, WAIT, Begin, Reply, Road, Skip, Take, Yes, find
from engine.machine.acting.agreeing import confirmed
from engine.machine.acting.another import another
from engine.machine.acting.fitting import fitting
from engine.machine.acting.greeting import courtesy
from engine.machine.acting.in_turn import in_turn
from engine.machine.acting.picking import picked
from engine.machine.acting.reopening import CHANGE, reopening
from engine.machine.acting.short import typed_choice
from engine.machine.acting.taking_up import taken_up
from engine.machine.acting.tasks import begin_hearing
from engine.machine.acting.values import no_road
from engine.machine.hearing.hearing import hear, in_order, with_locale
from engine.machine.walking.beginning import taken_over
from engine.machine.walking.going import fill, follow, leads_to_a_task
from engine.machine.walking.questions import answered, asked
from engine.machine.working.desk import Desk
from engine.machine.working.slots import pop_above
from engine.model.builtin import HANDOFF
from engine.model.flow import Kind, Way
from engine.model.understanding import Understanding
from engine.model.value import ANYONE, Source, Value


def said(desk: Desk, understanding: Understanding) -> None:
    """Words: an act takes its way, values are heard; neither is a rung of the ladder."""
    desk.session = with_locale(desk.session, understanding)
    if taken_over(desk):
        return
    choice = typed_choice(desk, understanding)
    if choice is not None:
        picked(desk, choice.value, choice)
        return
    road = fitting(desk, find(desk, understanding.acts), understanding)
    if in_turn(desk, understanding) or _for_an_offer(desk, road, understanding):
        return
    _question_beside(desk, road, understanding)
    reopened = reopening(desk, road, understanding)
    if reopened is not None:
        desk.unheard = understanding
        follow(desk, reopened.index, reopened.trigger, reopened.way)
        return
    if isinstance(road, Yes | Take) and _says_more(understanding) and not _hands_on(desk, road):
        hear(desk, another(desk, understanding))
        road = None if desk.changed and answered(desk) is None else road
    elif road is None:
        no_road(desk, another(desk, understanding))
        return
    if road is not None:
        _take(desk, road, understanding)


def _for_an_offer(desk: Desk, road: Road | None, understanding: Understanding) -> bool:
    """Whether the words were of what is kept in mind, or for what is offered."""
    return taken_up(desk, road, understanding) or taken_otherwise(desk, road, understanding)


def _question_beside(desk: Desk, road: Road | None, understanding: Understanding) -> None:
    """A question beside a yes, a value or a task is answered once those have had their way."""
    question = asked(desk.flows, understanding.acts)
    if question is None or road is None or isinstance(road, Reply):
        return
    if not isinstance(road, Begin) or desk.flows.intents.get(HANDOFF) != road.flow != question[0]:
        desk.then = (question[0], understanding)


def _says_more(understanding: Understanding) -> bool:
    """A yes or no beside values: they are heard first; beside a new one it answers nothing."""
    said_so = {act.name for act in understanding.acts} & {"affirm", "deny"}
    return bool(said_so) and bool(understanding.mentions or understanding.time)


def _hands_on(desk: Desk, road: Road) -> bool:
    """Whether an answer that was given leads to a task: what is said along with it is for that."""
    if isinstance(road, Yes):
        return leads_to_a_task(desk, desk.top, desk.state(desk.top).main)
    return (
        isinstance(road, Take)
        and answered(desk) is not None
        and leads_to_a_task(desk, road.index, road.way)
    )


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
            begin_hearing(desk, flow, understanding)
        case Reply(str(phrase)) if phrase == COURTESIES[WAIT]:
            desk.waits = True
        case Reply(phrase):
            courtesy(desk, phrase, understanding)


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
    if not _hands_on(desk, road):
        hear(desk, understanding, leaving=_ends(desk, index, way))
    if index <= desk.top and desk.frames[index].uid == uid:
        follow(desk, index, road.trigger, way)


def _ends(desk: Desk, index: int, way: Way) -> bool:
    """Whether the way leads to an end, or to where the flow decides about one.

    What is said along with it is for what comes then.
    """
    target = desk.flow(index).states[way.step] if way.step is not None else None
    return target is not None and target.kind in {Kind.END, Kind.BRANCH}
