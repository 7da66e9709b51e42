"""The stages in which acts are weighed, each a few passes over what the ones before have left.

Their order is part of their meaning: a pass holds only for what nobody before it has decided.
"""

from collections.abc import Callable

from engine.nlu.acts.anew import anew
from engine.nlu.acts.answered import answered
from engine.nlu.acts.approval import approved, facts_beside
from engine.nlu.acts.contradiction import contradicted
from engine.nlu.acts.courtesy import courteous
from engine.nlu.acts.declined import declined, left_alone
from engine.nlu.acts.doubt import doubted, priced
from engine.nlu.acts.dropped import dropped
from engine.nlu.acts.elsewhere import elsewhere
from engine.nlu.acts.expectation import corrected, expected, left_open
from engine.nlu.acts.faint import faintly
from engine.nlu.acts.found import CUES
from engine.nlu.acts.free import no_status, whether_free
from engine.nlu.acts.implication import as_before, implied
from engine.nlu.acts.in_mind import gone_on
from engine.nlu.acts.offered import offered
from engine.nlu.acts.other_value import other_value, thought_again
from engine.nlu.acts.own import about_us, own_booking, when_it_is
from engine.nlu.acts.remarks import remarked
from engine.nlu.acts.torn import settled
from engine.nlu.acts.waiting import waiting
from engine.nlu.acts.weighing import Weighing
from engine.nlu.acts.wholehearted import kept, looked_at, wholehearted


def _only_sounding(scales: Weighing) -> None:
    """Words of other trades, remarks and talk of times only sound like acts of ours."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    cues, weights = scales.cues, scales.weights
    doubted(message, cues, weights, told)
    elsewhere(message, hearing, cues, weights, told)
    remarked(message, cues, weights, told)
    whether_free(message, hearing, cues, weights, told)
    priced(weights, told)


def _of_what_is_booked(scales: Weighing) -> None:
    """What is asked of a booking, and of who answers, begins none; "as last time" does."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    cues, weights = scales.cues, scales.weights
    own_booking(message, hearing, cues, weights)
    no_status(message, hearing, weights, told)
    when_it_is(message, told, weights)
    about_us(message, cues, weights)
    as_before(weights, told)


def _as_it_was_asked(scales: Weighing) -> None:
    """Yes and no stand first; the open question says what the rest means beside them."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    cues, weights = scales.cues, scales.weights
    sure = answered(scales)
    expected(message, hearing, weights, told)
    contradicted(cues, weights, agreed=sure)
    courteous(message, hearing, cues, weights, told)


def _by_values(scales: Weighing) -> None:
    """Values beside the acts do their work: they correct what is known, or begin a wish."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    cues, weights = scales.cues, scales.weights
    corrected(hearing, weights, told)
    other_value(message, hearing, weights, told)
    thought_again(message, hearing, weights, told)
    implied(message, hearing, cues, weights, told)


def _let_be(scales: Weighing) -> None:
    """What is given up is let go, begun anew, declined or left open; an offer is taken or not."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    weights = scales.weights
    dropped(message, hearing, weights, told)
    anew(message, hearing, weights, told)
    declined(message, hearing, weights, told)
    left_alone(message, hearing, weights, told)
    left_open(message, hearing, scales.cues, weights, told)
    offered(message, hearing, weights, told)


def _final(scales: Weighing) -> None:
    """What books, pays, moves or cancels takes a yes that nothing in the message takes back."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    weights = scales.weights
    kept(message, hearing, weights)
    if not approved(message, hearing, weights, told):
        wholehearted(message, hearing, weights, told, CUES)
    looked_at(message, hearing, weights)


def _left_over(scales: Weighing) -> None:
    """What is still undecided: a yes and a no at once, a booking kept in mind, a faint wish."""
    message, hearing, told = scales.message, scales.hearing, scales.told
    cues, weights = scales.cues, scales.weights
    facts_beside(message, weights)
    settled(message, weights)
    gone_on(message, hearing, weights, told)
    waiting(message, hearing, cues, weights, told)
    faintly(scales)


STAGES: tuple[Callable[[Weighing], None], ...] = (
    _only_sounding,
    _of_what_is_booked,
    _as_it_was_asked,
    _by_values,
    _let_be,
    _final,
    _left_over,
)
"""In the order in which they are taken."""
