"""The acts of a message that was read, less those that only sound like one."""

from dataclasses import replace

from engine.model.understanding import Act
from engine.nlu.acts.told import DOUBTED
from engine.nlu.acts.weigh import weigh
from engine.nlu.mentions.ordered import CALL
from engine.nlu.reading import Here, Reading

_SOUNDS_LIKE = frozenset({CALL, "stop"})
"""What words that leave it to us who serves are heard as where they stand alone."""
_TALKED_ABOUT = frozenset({"service", "staff", "opening"})
"""What customers ask about as often as they choose it."""


def decided(reading: Reading, here: Here) -> tuple[Act, ...]:
    """The acts, without a call or an end that only "any attendant" or `si lazima` sounds like."""
    role, told = reading.named.role, reading.told
    acts = weigh(reading.message, here.hearing, told, here.own)
    if not role or not any(act.name in _SOUNDS_LIKE for act in acts):
        return acts
    plain = weigh(reading.message.without(role), here.hearing, told, here.own)
    rest = {act.name for act in plain}
    return tuple(act for act in acts if act.name not in _SOUNDS_LIKE or act.name in rest)


def unasked(acts: tuple[Act, ...], reading: Reading, here: Here) -> tuple[Act, ...]:
    """The acts without a question that is none: "I have AAR" where the insurer is asked."""
    mentions = reading.named.mentions
    own = {m.type for m in mentions if not m.excluded and m.value is not None} - _TALKED_ABOUT
    asked = (e for e in here.hearing.expected if e.asked and e.type.lister)
    answers = any(one.type.name in own for one in asked)
    return tuple(act for act in acts if act.name != "other") if answers else acts


def doubted(acts: tuple[Act, ...], orders: frozenset[int]) -> tuple[Act, ...]:
    """The acts; a yes beside an order to the machine is asked for again: money is behind it."""
    if not orders:
        return acts
    return tuple(
        replace(act, confidence=min(act.confidence, DOUBTED)) if act.name == "affirm" else act
        for act in acts
    )
