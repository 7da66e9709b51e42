"""Every one of what is listed: "both", "cancel all of them", `zote mbili`."""

from engine.model.understanding import Hearing, Mention
from engine.nlu.acts.told import BOOKED
from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message

_WORDS = lists("both/all_of")
_EVERY, _BESIDE = _WORDS.words("every"), _WORDS.words("beside")
_SURE = 0.95


def all_of(message: Message, hearing: Hearing) -> Mention | None:
    """All bookings on the screen, where one of them is asked for: each is wanted, in its turn."""
    asked = next((one for one in hearing.expected if one.asked), None)
    if asked is None or asked.type.name != BOOKED or len(hearing.chips) < 2:  # noqa: PLR2004
        return None
    said = {token.key for token in message.tokens if token.word or token.number is not None}
    if not said & _EVERY or not said <= _EVERY | _BESIDE:
        return None
    values = (chip.value.partition("=") for chip in hearing.chips)
    listed = tuple(value for slot, _, value in values if slot == asked.slot and value)
    return Mention(BOOKED, None, _SURE, listed, message.text.strip(), several=True)
