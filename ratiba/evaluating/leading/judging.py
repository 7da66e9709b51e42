"""What came of a turn, and of a whole conversation, against what had to."""

from collections.abc import Iterator, Sequence

from ratiba.conversing.observed import Observed
from ratiba.conversing.snapshot import Live, Standing
from ratiba.evaluating.kinds.talks import End, Expect, Wanted
from ratiba.evaluating.leading.naming import asked, is_chip, plain_state, state_of

BOOKED, CONFIRM = "BOOKED", "CONFIRM"
EFFECT, BOOKINGS, PROMPTS = "an effect", "bookings", "prompts"
DEEDS = frozenset({EFFECT, BOOKINGS, PROMPTS})
"""Faults that are no words: something was done that should not have been, or was not."""
LIVE = frozenset({"confirmed", "pending"})
MIXED = frozenset({"mixed", "sw-en"})
"""Languages that count as Swahili."""
ENDED = {
    "settled": {"settled"},
    "cancelled": {"cancelled", "cancelled_by_customer", "failed"},
    "failed": {"failed", "cancelled"},
}
Fault = tuple[str, str]
"""What sort of fault it is, and what came."""


def changed(before: Standing, after: Standing) -> bool:
    """Whether bookings or payment prompts are others than before."""
    return before.prompts != after.prompts or set(before.live) != set(after.live)


def of_turn(want: Expect, seen: Observed, before: Standing, after: Standing) -> Iterator[Fault]:
    """Every fault of a turn."""
    yield from _standing(want, seen)
    yield from _slots(want, seen)
    yield from _words(want, seen)
    if want.no_effect and changed(before, after):
        yield EFFECT, "something was booked, moved, cancelled or charged"


def _standing(want: Expect, seen: Observed) -> Iterator[Fault]:
    state = state_of(seen)
    if want.state_in is not None and state not in map(plain_state, want.state_in):
        yield "state", f"{state}, not {' or '.join(want.state_in)}"
    if want.asks is not None:
        asks = (want.asks,) if isinstance(want.asks, str) else want.asks
        found = asked(seen)
        open_ = found is None and ("?" in _text(seen) or bool(seen.chips))
        if found not in asks and not open_:
            yield "asks", f"{found}, not {' or '.join(asks)}"
    if want.never_confirm is not None and state == CONFIRM:
        held = _held(seen)
        if all(held.get(name) == value for name, value in want.never_confirm.items()):
            yield "confirms", "what cannot be"
    if want.language is not None:
        right = {*want.language, *(MIXED if "sw" in want.language else ())}
        if seen.language not in right:
            yield "language", seen.language


def _held(seen: Observed) -> dict[str, str | None]:
    slots = seen.slots
    return {"service": slots.service, "staff": slots.staff, "start": slots.start}


def _slots(want: Expect, seen: Observed) -> Iterator[Fault]:
    held = _held(seen)
    for name, value in want.slots.items():
        booked = name == "staff" and state_of(seen) == BOOKED
        if held.get(name) != value and not booked:
            yield f"slot {name}", f"{held.get(name)}, not {value}"
    day = seen.slots.date or (held["start"] or "")[:10]
    if want.date and day and day != want.date:
        yield "date", f"{day}, not {want.date}"
    if want.start_any is not None and held["start"] not in want.start_any:
        yield "slot start", f"{held['start']}"
    if want.staff_not and held["staff"] == want.staff_not:
        yield "slot staff", want.staff_not


def _words(want: Expect, seen: Observed) -> Iterator[Fault]:
    text = _text(seen)
    for sort, any_of in (("time shown", want.shows_time_any), ("says", want.says_any)):
        if any_of is not None and not any(part.casefold() in text for part in any_of):
            yield sort, f"none of {', '.join(any_of)}"
    for part in want.says_none:
        if part.casefold() in text:
            yield "says", part
    for chip in want.chips_include:
        if not any(is_chip(chip, one) for one in seen.chips):
            yield "chips", f"no {chip}"
    if want.replies is not None and (want.replies == 0) is bool(seen.replies):
        yield "replies", f"{len(seen.replies)}"


def _text(seen: Observed) -> str:
    return "\n".join(reply.text for reply in seen.replies).casefold()


def of_end(want: End, stands: Standing) -> Iterator[Fault]:
    """Every fault of what stands at the end."""
    live = [one for one in stands.live if one.status in LIVE]
    if not any(_fit(bookings, live) for bookings in (want.bookings, *want.bookings_alt)):
        yield BOOKINGS, "; ".join(f"{b.service} {b.staff} {b.start}" for b in live) or "none"
    if stands.prompts != want.charged_prompts:
        yield PROMPTS, f"{stands.prompts}, not {want.charged_prompts}"
    for right, found in zip(want.payments, stands.payments, strict=False):
        amount = right.amount_kes in {None, found.amount_kes}
        if found.state not in ENDED.get(right.state, {right.state}) or not amount:
            yield "payment", f"{found.state} {found.amount_kes}"
    if want.handoff not in {"any", stands.handoff}:
        yield "handoff", f"{stands.handoff}"


def _fit(wanted: Sequence[Wanted], live: Sequence[Live]) -> bool:
    """Whether these bookings stand, and no others."""
    rest = list(live)
    for one in wanted:
        found = next((each for each in rest if _is(one, each)), None)
        if one.status in LIVE and found is None:
            return False
        if found is not None:
            rest.remove(found)
    return not rest


def _is(wanted: Wanted, found: Live) -> bool:
    starts = wanted.start_in or (wanted.start,)
    return (
        (wanted.service, wanted.status) == (found.service, found.status)
        and wanted.staff in {None, found.staff}
        and found.start in starts
    )
