"""Understanding by rules alone: one message, in a state, to one `Understanding`. Pure."""

from dataclasses import replace
from datetime import datetime

from engine.model.understanding import Hearing, Understanding, Vocabulary
from engine.nlu.acts.lateness import only_late
from engine.nlu.acts.orders import ordered
from engine.nlu.decided import decided, doubted, unasked
from engine.nlu.mentions.lexicon import lexicon
from engine.nlu.pressed import pressed, road
from engine.nlu.reading import Here, read
from engine.nlu.wished import wished


def understand(text: str, hearing: Hearing, vocabulary: Vocabulary, now: datetime) -> Understanding:
    """What a message says, by rules.

    Args:
        text: the customer's words, of any length and in any script.
        hearing: what the state expects.
        vocabulary: the names of the catalogue; the same tuple is indexed only once.
        now: aware, in the tenant's zone: the moment the message was sent.
    """
    words = lexicon(vocabulary)
    here = Here(hearing, vocabulary, words.cues, now)
    reading = read(words.read(text), here)
    orders = ordered(reading.message, reading.told)
    chosen = pressed(reading, here)
    if chosen is not None and not orders:
        return chosen
    on_the_way = road(reading, here)
    if on_the_way is not None:
        return on_the_way
    reading = reading.less(orders, hearing) if orders else reading
    acts = doubted(unasked(decided(reading, here), reading, here), orders)
    if only_late(acts):
        return replace(reading.understood, acts=acts, mentions=(), time=None)
    return wished(reading, here, acts)
