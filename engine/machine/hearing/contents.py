"""What was heard as values: wishes with the customer's words, by type."""

from collections.abc import Iterator

from engine.machine.hearing.hours import OPENING, hour_alone
from engine.model.understanding import (
    CLARIFY_FLOOR,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from engine.model.value import ANYONE, Scalar, SlotValue, Status, Value


def contents(understanding: Understanding) -> Iterator[tuple[str, SlotValue]]:
    """Every value for a slot, with its type; not what only describes something."""
    for mention in understanding.mentions:
        left_out = mention.excluded or mention.booked
        if not left_out and mention.confidence >= CLARIFY_FLOOR:
            yield mention.type, mentioned(mention, understanding.mentions)
    if understanding.time is not None:
        yield OPENING, timed(understanding.time)


def mentioned(mention: Mention, beside: tuple[Mention, ...]) -> SlotValue:
    """A value with the customer's words for it; "anyone but Anna" carries who is not meant."""
    facts: dict[str, Scalar] = {"text": mention.text} if mention.text else {}
    unwanted = [str(m.value) for m in beside if m.excluded and m.type == mention.type]
    if mention.several:
        facts["several"] = True
    if mention.value == ANYONE and unwanted:
        facts["excluded"] = ",".join(unwanted)
    candidates = mention.candidates if mention.value is None else ()
    value = Value(mention.type, mention.value, facts=facts)
    return SlotValue(value, Status.WISH, mention.confidence, candidates=candidates)


def timed(heard: TimeHeard) -> SlotValue:
    """A time as a wish; an hour without a day keeps the day open, whatever day comes next."""
    if hours := _hours(heard):
        return hour_alone(hours, heard.confidence)
    facts: dict[str, Scalar] = {"grain": heard.grain}
    facts |= {"after": heard.after} if heard.after else {}
    facts |= {"before": heard.before} if heard.before else {}
    facts |= {"same_hour": True} if heard.same_hour else {}
    facts |= {"shift": ",".join(map(str, heard.shift))} if heard.shift else {}
    if heard.action is TimeAction.REJECT_PAST:
        facts["past"] = True
    candidates = heard.candidates if heard.action is TimeAction.ASK else ()
    value = Value(OPENING, None if candidates else heard.value, facts=facts)
    return SlotValue(value, Status.WISH, heard.confidence, candidates=candidates)


def _hours(heard: TimeHeard) -> tuple[str, ...]:
    """The hours of a time that names no day: of any day that comes, or of any at all."""
    times = heard.candidates or ((heard.value,) if heard.value else ())
    if heard.dayless:
        return tuple(dict.fromkeys(time.rpartition("T")[2] for time in times))
    any_day = heard.grain == "minute" and not times
    return (heard.after,) if any_day and heard.after else ()
