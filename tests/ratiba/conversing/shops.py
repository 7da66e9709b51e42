"""Lines of the protocol as an outsider writes them: small businesses, what is given, acts."""

from collections.abc import Callable, Mapping
from typing import Any

NOW = "2026-06-10T10:30:00+03:00"
"""A Wednesday."""
PHONE = "254711000222"
LOOK = {"snapshot": True}
Driven = Callable[..., list[dict[str, Any]]]
SIX = ("mon", "tue", "wed", "thu", "fri", "sat")


def week(first: str, last: str, days: tuple[str, ...] = SIX) -> dict[str, Any]:
    """The same hours on some days; the others are there and empty."""
    return {day: [[first, last]] if day in days else [] for day in (*SIX, "sun")}


def service(id_: str, en: str, sw: str, price: int, minutes: int, *words: str) -> dict[str, Any]:
    return {
        "id": id_,
        "name": {"en": en, "sw": sw},
        "price_kes": price,
        "duration_min": minutes,
        "synonyms": list(words),
    }


def business(**differs: object) -> dict[str, Any]:
    """A barber's shop: Otieno cuts and shaves on weekdays, Wambui cuts and dyes from Tuesday on."""
    return {
        "name": "Mwangaza Studio",
        "vertical": "barber",
        "locale": "en",
        "area": "Ngong Road",
        "slot_grid_min": 15,
        "buffer_min": 0,
        "hours": week("08:00", "18:00"),
        "closures": ["2026-06-12"],
        "services": [
            service("cut", "Haircut", "Kunyoa", 800, 45, "cut"),
            service("shave", "Hot shave", "Kunyoa ndevu", 600, 30, "shave"),
            service("dye", "Hair dye", "Kupaka rangi", 2000, 90, "dye"),
        ],
        "generic_words": {"hair": ["cut", "dye"], "nywele": ["cut", "dye"]},
        "staff": [
            {
                "id": "otieno",
                "name": "Otieno",
                "aka": ["Oti"],
                "services": ["cut", "shave"],
                "schedule": week("08:00", "17:00", SIX[:5]),
            },
            {
                "id": "wambui",
                "name": "Wambui",
                "services": ["cut", "dye"],
                "schedule": week("09:00", "18:00", SIX[1:]),
            },
        ],
        "cross_sell": {"pairs": [["cut", "shave"]], "bundle_discount_pct": 20},
        "policy": {"cancel_notice_h": 6, "inside_notice": "not_by_chat"},
        "knowledge": [
            {
                "category": "parking",
                "en": "Parking is behind the building.",
                "sw": "Parking iko nyuma ya jengo.",
                "tokens": ["behind", "nyuma"],
            }
        ],
    } | differs


def start(
    *, now: str = NOW, shop: Mapping[str, Any] | None = None, **given: object
) -> dict[str, Any]:
    """A `start`; `given` are bookings, busy times, and settings by name."""
    customer = {"phone": PHONE, "past_bookings": given.pop("booked", [])}
    busy = given.pop("busy", [])
    settings = {"mpesa": False, "cross_sell": 0, "channel": "whatsapp"} | given
    told = {"id": "mine", "now": now, "turns": [], "bridge": {}}
    told["given"] = {"customer": customer, "busy": busy, "settings": settings}
    return {"start": {"conversation": told, "business": shop or business()}}


def booked(
    id_: str, service: str, staff: str, start: str, status: str = "confirmed"
) -> dict[str, str]:
    return {"id": id_, "service": service, "staff": staff, "start": start, "status": status}


def say(*texts: str) -> dict[str, Any]:
    return {"say": texts[0] if len(texts) == 1 else list(texts)}


def words(answer: dict[str, Any]) -> str:
    return "\n".join(reply["text"] for reply in answer["replies"])


def chips(answer: dict[str, Any]) -> list[dict[str, str]]:
    return [chip for reply in answer["replies"] for chip in reply["quick_replies"]]
