"""Understanding knows no flow, step or button by its name: under other names it hears the same."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.model.understanding import Understanding
from engine.nlu.rules import understand
from ratiba.testing.worlds import world_of
from tests.nlu.everywhere import Nonsense, standings
from tests.nlu.scenes import NOW

BATTERY = """
    yes | no | ndio | hapana | sawa | yes please | no thanks | ok | sure why not | yeah no | yes?
    cancel | cancel it | yes, cancel it | cancel my booking | nataka kughairi | futa | don't cancel
    reschedule | move it | I want to reschedule | badilisha siku | nataka kuahirisha | postpone
    move it to Friday | change | change the time | badilisha huduma | someone else | mtu mwingine
    book | I want to book | nataka kubook | book a haircut tomorrow at 3pm | haircut
    kesho saa tisa | tomorrow at 3pm | Friday | the Friday one | ya Ijumaa | 3 | 2
    the second one | ya pili
    the last one | anyone | yeyote | any stylist | with Peter | not Anna | sitaki kesho | Mary
    how much is it? | bei gani | how much is a haircut | what time do you open | mnafungua saa ngapi
    where are you | mko wapi | talk to a person | nataka kuongea na mtu | person | mtu
    try again | jaribu tena | once more | add it | both | zote mbili | just that one | hiyo tu
    only this | next time | siku nyingine | another day | not now | baadaye | stop | acha | leave it
    never mind | skip | ruka | back | rudi nyuma | start over | repeat | rudia | thanks | asante
    hi | habari | in English please | tuongee kiswahili | stop messages | I can't come on Friday
    sitaweza kuja Ijumaa | go on | endelea | continue | book another | my booking | KDA 123A
    0712345678 | I want a tattoo | 5 | five | vizuri | plans changed | nimebadilisha mpango
"""
UTTERANCES = tuple(
    " ".join(one.split()) for one in BATTERY.replace("\n", "|").split("|") if one.strip()
)


def differing(vertical: str) -> Iterator[tuple[str, str]]:
    """Each utterance, at each step, of which something else is heard under another name."""
    world, names = world_of(vertical), Nonsense({})
    renamed = replace(
        world, flows=names.flows(world.flows), book=names.book(world.book, world.flows)
    )
    pairs = zip(standings(world.flows, world), standings(renamed.flows, world), strict=True)
    for at, ((place, shipped), (_, other)) in enumerate(pairs):
        locale = "sw" if at % 2 else "en"
        here = world.hearing(replace(shipped, locale=locale))
        there = renamed.hearing(replace(other, locale=locale))
        for text in UTTERANCES:
            first = understand(text, here, world.vocabulary, NOW)
            second = names.understood(understand(text, there, world.vocabulary, NOW))
            if heard(first) != heard(second):
                yield place, text


@pytest.mark.parametrize("vertical", ["spa", "carwash", "clinic"])
def test_the_same_is_heard_under_any_name(vertical: str) -> None:
    assert not [*differing(vertical)]


def test_every_step_that_waits_is_stood_in() -> None:
    world = world_of("carwash")
    places = {place for place, _ in standings(world.flows, world)}
    assert {"booking.collect_plate", "inquiry.offer", "feedback.rating"} < places
    assert len(places) > len(world.flows.flows)


def heard(understanding: Understanding) -> Understanding:
    """Acts as surely heard come in no order of names."""
    acts = sorted(understanding.acts, key=lambda act: (-act.confidence, act.name))
    return replace(understanding, acts=tuple(acts))
