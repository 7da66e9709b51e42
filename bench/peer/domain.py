"""The peer's business: its state, what it understands, what it offers and says.

The least that the conversation needs, so that what is compared are two ways to run it: words are
matched by a few patterns, times are reckoned and not looked up, nothing is stored but the state.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, Field

Intent = Literal["book", "cancel", "reschedule", "inquiry"]
Locale = Literal["en", "sw"]
TODAY = datetime(2026, 6, 1)  # noqa: DTZ001 - the peer's design keeps local times without a zone
OFFERED = 3
FREE = ("10:00", "12:00", "15:00")


class Slot(BaseModel):
    """A time that is offered: local, as ISO."""

    start_at: str
    end_at: str
    staff: str


class BookingState(BaseModel):
    """What a thread carries from node to node; the fields of the seeds' design."""

    model_config = ConfigDict(extra="forbid")

    state_version: int = 5
    contact_id: str | None = None
    phone: str = ""
    channel: Literal["whatsapp", "voice", "web"] = "whatsapp"
    language: Locale = "en"
    language_confidence: float = 1.0
    current_state: str = "GREET"
    intent: Intent | None = None
    intent_confidence: float = 0.0
    service_id: str | None = None
    service_name: str | None = None
    price_kes: int | None = None
    staff_id: str | None = None
    staff_name: str | None = None
    offered_slots: list[Slot] = Field(default_factory=list)
    slot: Slot | None = None
    reservation_id: str | None = None
    appointment_id: str | None = None
    checkout_id: str | None = None
    cross_sell_offered: bool = False
    cross_sell_service_id: str | None = None
    total_token_cost_usd: float = 0.0
    last_inbound: str = ""
    reply: str = ""
    retry_count: int = 0
    handoff: bool = False
    await_input: bool = False
    history: list[dict[str, str]] = Field(default_factory=list)


class Heard(BaseModel):
    """What the patterns found in an utterance."""

    language: Locale = "en"
    intent: Intent | None = None
    service: str | None = None
    staff: str | None = None
    starts: datetime | None = None
    agrees: bool = False


SERVICES: Mapping[str, tuple[str, int, tuple[str, ...]]] = {
    "haircut": ("svc_1", 1500, ("Anna",)),
    "swedish massage": ("svc_2", 3500, ("Mary", "Brian")),
    "back massage": ("svc_3", 2000, ("Mary", "Brian")),
    "manicure": ("svc_4", 1200, ("Anna", "Jane")),
    "facial": ("svc_5", 3000, ("Jane",)),
}
SWAHILI = {"kunyoa": "haircut", "masaji ya mgongo": "back massage", "kucha": "manicure"}
STAFF = ("Anna", "Mary", "Brian", "Jane")
_INTENTS: Sequence[tuple[Intent, re.Pattern[str]]] = (
    ("book", re.compile(r"\b(book|booking|appointment|kuhifadhi|nipange|miadi)\b", re.I)),
    ("cancel", re.compile(r"\b(cancel|cancellation|sitaki|futa)\b", re.I)),
    ("reschedule", re.compile(r"\b(reschedule|move|badilisha)\b", re.I)),
)
_YES = re.compile(r"^\s*(yes|ndio|ndiyo|sawa|ok|y)\b", re.I)
_SWAHILI = re.compile(r"\b(nipange|kesho|saa|ndio|sawa|tafadhali|masaji|kunyoa|habari)\b", re.I)
_TIME = re.compile(r"\b(\d{1,2}) june at (\d{1,2})\s*(am|pm)\b", re.I)


def hear(text: str) -> Heard:
    """Understand an utterance: patterns, first match first."""
    low = text.lower()
    services = [*SERVICES, *SWAHILI]
    found = next((name for name in services if name in low), None)
    return Heard(
        language="sw" if _SWAHILI.search(low) else "en",
        intent=next((intent for intent, pattern in _INTENTS if pattern.search(low)), None),
        service=SWAHILI.get(found, found) if found else None,
        staff=next((name for name in STAFF if name.lower() in low), None),
        starts=_time(low),
        agrees=bool(_YES.match(low)),
    )


def _time(text: str) -> datetime | None:
    found = _TIME.search(text)
    if found is None:
        return None
    day, hour = int(found[1]), int(found[2]) % 12 + (12 if found[3] == "pm" else 0)
    return TODAY.replace(day=day, hour=hour)


def offered(staff: str) -> list[Slot]:
    """Times to choose from: reckoned, where the product reads a calendar."""
    return [slot(TODAY + timedelta(days=day), staff) for day in range(1, OFFERED + 1)]


def slot(starts: datetime, staff: str) -> Slot:
    """An hour with somebody."""
    ends = starts + timedelta(hours=1)
    return Slot(start_at=starts.isoformat(), end_at=ends.isoformat(), staff=staff)


_jinja = ImmutableSandboxedEnvironment(autoescape=False)
_PHRASES = {
    name: _jinja.from_string(text)
    for name, text in {
        "ask_service": "{% if lang == 'sw' %}Karibu! Ungependa huduma gani?{% else %}Welcome! "
        "Which service would you like?{% endif %} {% for s in services %}{{ loop.index }}. {{ s }} "
        "{% endfor %}",
        "ask_staff": "{% if lang == 'sw' %}Ungependa nani?{% else %}Who would you like for "
        "{{ service }}?{% endif %} {% for s in staff %}{{ loop.index }}. {{ s }} {% endfor %}",
        "ask_slot": "{% if lang == 'sw' %}Nafasi zilizopo:{% else %}Available times with "
        "{{ staff }}:{% endif %}{% for s in slots %}\n{{ loop.index }}. {{ s.start_at }}"
        "{% endfor %}",
        "confirm": "To confirm: {{ service | title }} at {{ slot.start_at }} with {{ staff }} "
        "for KES {{ '{:,}'.format(price) }}. Reply YES to confirm.",
        "booked": "Booked! {{ service | title }} at {{ slot.start_at }} with {{ staff }}.",
        "clarify": "Sorry, I did not catch that.",
    }.items()
}


def say(phrase: str, **values: object) -> str:
    """Say a phrase."""
    return _PHRASES[phrase].render(**values)
