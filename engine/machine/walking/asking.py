"""An ask: passed over if its slot is filled, else the wish is checked, else it waits."""

import re
from collections.abc import Generator
from dataclasses import dataclass

from engine.machine.hearing.hours import OPENING, hours_of
from engine.machine.walking.ahead import look_ahead
from engine.machine.walking.going import follow
from engine.machine.walking.looking_up import listing
from engine.machine.walking.offered import already_offered
from engine.machine.walking.prompting import WHICH
from engine.machine.walking.refusing import put_forward, refused, turn_down
from engine.machine.walking.set_aside import set_aside, standing_wish
from engine.machine.walking.several import which_first
from engine.machine.walking.unavailable import UNKNOWN, say_unavailable
from engine.machine.walking.wishes import forget_wish
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.listing import chip, listed
from engine.model.builtin import HANDOFF
from engine.model.flow import Flow, Kind, Slot, State, Way
from engine.model.passing import MAIN
from engine.model.session import Chip
from engine.model.tool import FAILED, Answer, Call
from engine.model.value import ANYONE, WORDED, Scalar, SlotValue, Source, Status, Value

FREE = "text"
"""The type whose choices only help along: other words will do as well."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOST_OPTIONS = 10
"""Rows of a WhatsApp list; "anyone" is one of them."""

Asked = Generator[Call, Answer, bool]


@dataclass(frozen=True, slots=True)
class Question:
    """One visit to an ask: where, for which slot, and what has been wished for."""

    index: int
    state: State
    slot: Slot
    wish: SlotValue


def ask(desk: Desk, index: int, flow: Flow, state: State) -> Asked:
    """One visit of the walk to an ask; True if the conversation waits for the answer."""
    slot = flow.slots[state.what]
    content = standing_wish(desk, index, slot)
    if content.status not in {Status.EMPTY, Status.WISH}:
        return not desk.fire(index, MAIN[Kind.ASK])
    if content.status is Status.EMPTY and _remembered(desk, index, slot):
        return False
    question = Question(index, state, slot, content)
    waits = (yield from _from_list(desk, question)) if slot.type.lister else _free(desk, question)
    if waits:
        yield from look_ahead(desk, index, slot)
    return waits


def _remembered(desk: Desk, index: int, slot: Slot) -> bool:
    """Take an answer from the customer's card; one of a list is looked up there first."""
    known = desk.facts.get(f"card.{slot.name}") if slot.remember else None
    again = (desk.frames[index].uid, slot.name) in desk.asked_anew
    if known is None or again or slot.name in desk.frames[index].corrected:
        return False
    status = Status.WISH if slot.type.lister else Status.FILLED
    desk.put(index, slot.name, SlotValue(Value(slot.type.name, known), status, source=Source.CARD))
    return True


def _free(desk: Desk, question: Question) -> bool:
    """An answer that no list bounds: sure enough and not refused, it is taken."""
    index, slot, content = question.index, question.slot, question.wish
    choices = _choices(desk, question)
    if content.status is Status.EMPTY:
        return _offer(desk, question, choices) if choices else True
    chosen = next((one for one in choices if one.value == content.value.value), None)
    if choices and chosen is None and slot.type.name != FREE:
        return _no_choice(desk, question, choices)
    if chosen is not None:
        content = altered(content, value=chosen)
    if content.confidence < slot.type.sure:
        forget_wish(desk, question.index, question.wish, question.slot.name)
        desk.chips[desk.frames[index].uid] = tuple(chip(slot, one) for one in choices)
        return _once_more(desk, "talk.not_sure")
    return _take(desk, index, slot, content)


def _choices(desk: Desk, question: Question) -> tuple[Value, ...]:
    """The choices written in the step itself, or those of the list of facts that it names."""
    slot, kind = question.slot, question.slot.type.name
    if question.state.source is not None:
        return listed(desk, question.state.source, kind)
    step = f"{desk.frames[question.index].flow}.{question.state.id}"
    return tuple(
        Value(kind, option, facts={WORDED: f"{step}.{option}"}) for option in slot.type.options
    )


def _no_choice(desk: Desk, question: Question, choices: tuple[Value, ...]) -> bool:
    """What was named is none of the choices: said so, and the choices come."""
    wanted = question.wish.value
    words = str(wanted.facts.get("text", wanted.value))
    forget_wish(desk, question.index, question.wish, question.slot.name)
    shown = Value("text", words, {"": words})
    say_unavailable(desk, question.slot.type.name, shown, {"why": UNKNOWN})
    return _offer(desk, question, choices)


def _from_list(desk: Desk, question: Question) -> Asked:
    wish, slot = question.wish, question.slot
    said_of_it = bool(desk.hints.get(desk.frames[question.index].uid))
    if (
        wish.status is Status.EMPTY
        and not said_of_it
        and already_offered(desk, question.index, question.state, slot)
    ):
        return True
    anyone = slot.optional and wish.status is Status.WISH and wish.value.value == ANYONE
    if anyone and not wish.value.facts.get("excluded"):
        return _take(desk, question.index, slot, wish)
    if wish.candidates:
        return (yield from _which(desk, question))
    answer = yield listing(desk, question.index, question.slot, wish)
    if answer.outcome == FAILED:
        follow(desk, question.index, FAILED, question.state.ways.get(FAILED, Way(flow=HANDOFF)))
        return False
    if anyone and answer.options and "why" not in answer.said:  # anyone but Anna: somebody is left
        return _take(desk, question.index, slot, wish)
    return _listed(desk, question, answer)


def _listed(desk: Desk, question: Question, answer: Answer) -> bool:
    """What the list says: nothing, the wish, the only choice, or several to offer."""
    index, slot = question.index, question.slot
    if not answer.options and answer.exact is None:
        _set_aside(desk, question, answer)
        follow(desk, index, "none", question.state.ways["none"])
        return False
    answer, phrase = put_forward(desk, index, slot, answer)
    if phrase and question.wish.status is Status.WISH:
        turn_down(desk, index, slot, phrase)
        return False
    if question.wish.status is Status.WISH:
        return _check(desk, question, answer)
    hints = desk.hints.get(desk.frames[index].uid)
    if hints and "why" in answer.said:
        _say_unavailable(desk, question, answer)
    elif _only_choice(desk, question, answer):
        source = Source.CUSTOMER if hints else Source.TOOL
        return _take(desk, index, slot, SlotValue(answer.options[0], source=source))
    return _offer(desk, question, answer.options)


def _only_choice(desk: Desk, question: Question, answer: Answer) -> bool:
    """Whether one choice is left that need not be asked about."""
    return question.slot.only_one and len(answer.options) == 1 and not _anew(desk, question)


def _anew(desk: Desk, question: Question) -> bool:
    """Whether the customer has just taken this answer back, to be asked again."""
    return (desk.frames[question.index].uid, question.slot.name) in desk.asked_anew


def _check(desk: Desk, question: Question, answer: Answer) -> bool:
    """Is what was wished for to be had, and are we sure that it was meant?"""
    wish = question.wish
    if answer.exact is None:
        return _not_to_be_had(desk, question, answer)
    found = SlotValue(answer.exact, Status.WISH, wish.confidence, wish.source)
    if _sure(desk, question):
        return _take(desk, question.index, question.slot, found)
    forget_wish(desk, question.index, question.wish, question.slot.name)
    return _one_of(desk, question, (answer.exact,))


def _not_to_be_had(desk: Desk, question: Question, answer: Answer) -> bool:
    """A wish that only narrows is kept; one that cannot be had is told, with what can."""
    wish, state = question.wish, question.state
    if len(hours_of(wish.value)) > 1 and "why" not in answer.said:
        return _one_of(desk, question, answer.options)
    if _partial(wish.value) and "why" not in answer.said:
        return _offer(desk, question, answer.options)
    if "instead" not in answer.said:
        _set_aside(desk, question, answer)
    if "unavailable" in state.ways:
        follow(desk, question.index, "unavailable", state.ways["unavailable"])
        return False
    _say_unavailable(desk, question, answer)
    if question.slot.needs and _only_choice(desk, question, answer):
        source = SlotValue(answer.options[0], source=Source.TOOL)
        return _take(desk, question.index, question.slot, source)
    return _offer(desk, question, answer.options)


def _say_unavailable(desk: Desk, question: Question, answer: Answer) -> None:
    say_unavailable(desk, question.slot.type.name, question.wish.value, answer.said)


def _which(desk: Desk, question: Question) -> Asked:
    """Several readings: those that are to be had become chips; none is taken for granted."""
    found: list[Value] = []
    listed = Answer("")
    for candidate in question.wish.candidates[:MOST_OPTIONS]:
        value = Value(question.slot.type.name, candidate, facts={"grain": _grain(candidate)})
        listed = yield listing(desk, question.index, question.slot, SlotValue(value, Status.WISH))
        found += _to_be_had(value, listed)
    _set_aside(desk, question, listed)
    if found:
        return _one_of(desk, question, tuple(found))
    _say_unavailable(desk, question, listed)
    return _offer(desk, question, listed.options)


def _grain(candidate: str) -> str:
    """How exact a reading is: one of a calendar day alone narrows the choices."""
    return "day" if DAY.fullmatch(candidate) else "minute"


def _to_be_had(reading: Value, answer: Answer) -> tuple[Value, ...]:
    """A reading that the list has: as it stands there, or a day on which something is free."""
    if answer.exact is not None:
        return (answer.exact,)
    return (reading,) if _partial(reading) and "why" not in answer.said and answer.options else ()


def _one_of(desk: Desk, question: Question, values: tuple[Value, ...]) -> bool:
    """Heard, but not surely: the readings as chips, and a rung of the ladder."""
    uid, slot = desk.frames[question.index].uid, question.slot
    chips = tuple(chip(slot, value) for value in values)
    anyone = (Chip(f"{slot.name}={ANYONE}", "chips.anyone"),) if slot.optional else ()
    desk.chips[uid] = (*chips, *anyone) if len(values) > 1 else chips
    if len(values) > 1 and which_first(desk, question.wish.value):
        return True
    return _once_more(desk, WHICH, of=slot.type.name)


def _take(desk: Desk, index: int, slot: Slot, found: SlotValue) -> bool:
    """Fill the slot, unless a rule turns the answer down: then it is asked again."""
    content = SlotValue(found.value, Status.FILLED, found.confidence, found.source)
    desk.put(index, slot.name, content)
    if phrase := refused(desk, index, slot):
        turn_down(desk, index, slot, phrase)
    return False


def _offer(desk: Desk, question: Question, options: tuple[Value, ...]) -> bool:
    """Wait with the choices as chips."""
    slot = question.slot
    room = MOST_OPTIONS - (1 if slot.optional else 0)
    chips = [chip(slot, _light(value, options)) for value in options[:room]]
    if slot.optional:
        chips.append(Chip(f"{slot.name}={ANYONE}", "chips.anyone"))
    desk.chips[desk.frames[question.index].uid] = tuple(chips)
    desk.reask = True
    return True


def _light(value: Value, options: tuple[Value, ...]) -> Value:
    """An opening among several is looked up again when it is tapped: a session keeps no facts."""
    return altered(value, facts={}) if value.type == OPENING and len(options) > 1 else value


def _once_more(desk: Desk, phrase: str, **said: Scalar) -> bool:
    """Not understood well enough: one rung of the ladder."""
    desk.say(phrase, **said)
    desk.rung += 1
    desk.clarified = True
    return True


def _set_aside(desk: Desk, question: Question, answer: Answer) -> None:
    set_aside(desk, question.index, question.slot, question.wish, answer)


def _sure(desk: Desk, question: Question) -> bool:
    """Sure, or sure enough to assume; a slot that was corrected once is never assumed."""
    slot, confidence = question.slot, question.wish.confidence
    if confidence >= slot.type.sure:
        return True
    trusted = slot.name not in desk.frames[question.index].corrected
    return trusted and slot.type.assume is not None and confidence >= slot.type.assume


def _partial(wish: Value) -> bool:
    """A wish that narrows the choices without naming one: "tomorrow", "after work"."""
    return wish.value is None or wish.facts.get("grain") == "day"
