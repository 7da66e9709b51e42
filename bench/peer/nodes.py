"""The thirteen nodes. Each returns what it changes, which is the cheapest a node can do."""

from typing import Any

from bench.peer.domain import SERVICES, BookingState, hear, offered, say, slot

Change = dict[str, Any]
"""Some fields of `BookingState`; the library takes nothing narrower."""
KEPT = 10
"""Entries of the history that a thread carries."""


def _ask(phrase: str, state: BookingState, **values: object) -> Change:
    return {"reply": say(phrase, lang=state.language, **values), "await_input": True}


def _again(state: BookingState) -> Change:
    return {"retry_count": state.retry_count + 1}


def greet(state: BookingState) -> Change:
    """Hear what brings them."""
    heard = hear(state.last_inbound)
    sure = 0.95 if heard.intent else 0.0
    return {
        "intent": heard.intent,
        "intent_confidence": sure,
        "language": heard.language,
        "current_state": "GREET",
    }


def identify(state: BookingState) -> Change:
    """Know who writes."""
    return {"contact_id": f"c_{state.phone}", "current_state": "IDENTIFY"}


def collect_phone(_state: BookingState) -> Change:
    """Wait for a phone."""
    return {"current_state": "COLLECT_PHONE"}


def collect_service(state: BookingState) -> Change:
    """Ask for the service, or take it."""
    if state.current_state != "COLLECT_SERVICE":
        asked = _ask("ask_service", state, services=list(SERVICES))
        return {"current_state": "COLLECT_SERVICE", **asked}
    name = hear(state.last_inbound).service
    if name is None:
        return _again(state)
    service_id, price, _ = SERVICES[name]
    return {"service_id": service_id, "service_name": name, "price_kes": price, "retry_count": 0}


def collect_staff(state: BookingState) -> Change:
    """Ask for whom, or take them."""
    if state.current_state != "COLLECT_STAFF":
        service = state.service_name or ""
        asked = _ask("ask_staff", state, service=service, staff=SERVICES[service][2])
        return {"current_state": "COLLECT_STAFF", **asked}
    name = hear(state.last_inbound).staff
    if name is None:
        return _again(state)
    return {"staff_id": f"st_{name}", "staff_name": name, "retry_count": 0}


def collect_slot(state: BookingState) -> Change:
    """Offer times, or take the one that is named."""
    staff = state.staff_name or ""
    if state.current_state != "COLLECT_SLOT":
        slots = offered(staff)
        asked = _ask("ask_slot", state, staff=staff, slots=slots)
        return {"current_state": "COLLECT_SLOT", "offered_slots": slots, **asked}
    starts = hear(state.last_inbound).starts
    if starts is None:
        return _again(state)
    return {"slot": slot(starts, staff), "reservation_id": f"r_{state.phone}"}


def confirm(state: BookingState) -> Change:
    """Sum up, or hear the yes."""
    if state.current_state != "CONFIRM":
        summary = _ask(
            "confirm",
            state,
            service=state.service_name,
            slot=state.slot,
            staff=state.staff_name,
            price=state.price_kes,
        )
        return {"current_state": "CONFIRM", **summary}
    if hear(state.last_inbound).agrees:
        return {"appointment_id": f"a_{state.phone}"}
    return _again(state)


def cross_sell_offer(state: BookingState) -> Change:
    """Offer something beside."""
    return {"cross_sell_offered": True, **_ask("clarify", state)}


def unchanged(_state: BookingState) -> Change:
    """Hear the answer to an offer, or sum up both: this conversation comes to neither."""
    return {}


def booked(state: BookingState) -> Change:
    """Tell that it is booked."""
    told = say("booked", service=state.service_name, slot=state.slot, staff=state.staff_name)
    entry = {"u": state.last_inbound, "s": "BOOKED"}
    return {
        "current_state": "BOOKED",
        "reply": told,
        "await_input": True,
        "history": [*state.history, entry][-KEPT:],
    }


def clarification(state: BookingState) -> Change:
    """Ask again."""
    return _ask("clarify", state)


def escalate(_state: BookingState) -> Change:
    """Call a person."""
    return {"handoff": True, "await_input": True}
