"""Which answer is to be another one, where it is named: "change the time", "siku nyingine"."""

from engine.model.understanding import Act, Mention, TimeHeard
from engine.nlu.chips import PICKED
from engine.nlu.tokens import Message
from engine.nlu.words.turns import KINDS_OF_ANSWER

_SURE = 0.85


def renamed(
    message: Message,
    acts: tuple[Act, ...],
    mentions: tuple[Mention, ...],
    time: TimeHeard | None,
) -> tuple[Act, ...]:
    """The acts; beside a change without its new value the answer that it names."""
    if not any(act.name == "change" and act.confidence >= _SURE for act in acts):
        return acts
    if mentions or time is not None:
        return acts
    named = [name for name, words in KINDS_OF_ANSWER.items() if words & {*message.keys}]
    return (*acts, Act(f"{PICKED}{named[0]}", _SURE)) if len(named) == 1 else acts
