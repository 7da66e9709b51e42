"""What was heard as values: wishes with the customer's words, by type."""

from collections.abc import Iterator

from engine.model.understanding import (
    CLARIFY_FLOOR,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from engine.model.value import ANYONE, Scalar, SlotValue, Status, Value

OPENING = "opening"


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
    if mention.value == ANYONE and unwanted:
        facts["excluded"] = ",".join(unwanted)
    candidates = mention.candidates if mention.value is None else ()
    value = Value(mention.type, mention.value, facts=facts)
    return SlotValue(value, Status.WISH, mention.confidence, candidates=candidates)


def timed(heard: TimeHeard) -> SlotValue:
    """A time as a wish."""
    facts: dict[str, Scalar] = {"grain": heard.grain}
    facts |= {"after": heard.after} if heard.after else {}
    facts |= {"before": heard.before} if heard.before else {}
    if heard.action is TimeAction.REJECT_PAST:
        facts["past"] = True
    candidates = heard.candidates if heard.action is TimeAction.ASK else ()
    value = Value(OPENING, None if candidates else heard.value, facts=facts)
    return SlotValue(value, Status.WISH, heard.confidence, candidates=candidates)
