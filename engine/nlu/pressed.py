"""A message that is nothing but a choice on the screen, or that picks a road with its thing."""

from dataclasses import replace

from engine.model.builtin import PICKED
from engine.model.understanding import Understanding
from engine.nlu.acts.told import ROUTED
from engine.nlu.choice.all_of import all_of
from engine.nlu.choice.chips import Picked, picked
from engine.nlu.choice.chosen import settle
from engine.nlu.choice.of_list import of_list
from engine.nlu.decided import decided
from engine.nlu.reading import Here, Reading
from engine.nlu.renamed import other_day, renamed


def pressed(reading: Reading, here: Here) -> Understanding | None:
    """What a message says that is a choice, or all of them; None where it says more."""
    message, hearing, heard = reading.message, here.hearing, reading.heard
    listed = None if reading.named.mentions else of_list(message, hearing)
    every = all_of(message, hearing) or listed
    if every is not None:
        dated = heard.time is not None and heard.time.grain == "minute" and not heard.time.dayless
        time = heard.time if dated else None
        return replace(reading.understood, mentions=(every,), time=time)
    choice = _road(picked(message, hearing), reading, timed=heard.time is not None)
    if choice is None or (choice.part and choice.outdone(decided(reading, here), ROUTED)):
        return None
    chosen = settle(reading.understood, choice, hearing)
    acts = renamed(message, chosen.acts, reading.understood, hearing, here.vocabulary)
    return replace(chosen, acts=other_day(message, acts, reading.told))


def road(reading: Reading, here: Here) -> Understanding | None:
    """A road picked with the thing it is about: "only the manicure", "haircut pekee"."""
    names = reading.named.names
    if here.hearing.kind != "choose" or not names:
        return None
    kept = (token for at, token in enumerate(reading.message.tokens) if at not in names)
    choice = _road(picked(reading.message.only(kept), here.hearing), reading, timed=False)
    if choice is None:
        return None
    chosen = settle(reading.understood, choice, here.hearing)
    return replace(chosen, mentions=reading.named.mentions)


def _road(choice: Picked | None, reading: Reading, *, timed: bool) -> Picked | None:
    """The choice; an answer to change, named with its new value, is that value: "service: fade"."""
    told = bool(reading.named.mentions) or timed
    renewed = told and choice is not None and choice.chip.value.startswith(f"{PICKED}=")
    return None if renewed else choice
