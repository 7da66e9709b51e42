"""A business made of a dialogue: the providers that it names serve, all of them all day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ratiba.conversing.business import GENERIC, Both, Business
from ratiba.evaluating.kinds.dialogues import NAME, Dialogue, plain
from ratiba.evaluating.leading.script import Script

SERVICE, BOOKED = "appointment", "p1"
"""Ids: of what is booked, and of who was booked in the dialogue."""
OPEN, CLOSE = "08:00", "20:00"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES = 15
"""As long as the grid is wide: a time that was not to be had there takes no other one here."""
NAMING = ("OFFER", "CONFIRM")
ADDRESS = ("street_address", "address")


@dataclass(frozen=True, slots=True)
class Trade:
    """What a service of the corpus is here: its vertical, what is booked, other words for it."""

    vertical: str
    name: Both
    words: tuple[str, ...]


ANY = Trade(GENERIC, Both(en="Appointment", sw="Miadi"), ("visit",))
TRADES: Mapping[str, Trade] = MappingProxyType(
    {
        "Services_1": Trade(
            "salon",
            Both(en="Hair appointment", sw="Huduma ya nywele"),
            ("haircut", "hair", "salon", "stylist", "hair stylist", "hairdresser", "barber"),
        ),
        "Services_2": Trade(
            "dental",
            Both(en="Dental appointment", sw="Miadi ya meno"),
            ("dentist", "dental", "checkup", "teeth", "tooth", "dentist appointment"),
        ),
        "Services_3": Trade(
            "clinic",
            Both(en="Doctor's appointment", sw="Miadi ya daktari"),
            ("doctor", "doctors appointment", "consultation", "physician", "specialist"),
        ),
    }
)


def providers(dialogue: Dialogue, script: Script) -> Sequence[str]:
    """Names of providers: the one that was booked first, then others that the system named.

    A name that is a part of another's, as people say it for short, is the same person's.
    """
    found = [script.made.provider]
    named = (act for turn in dialogue.turns if turn.s == "S" for act in turn.acts(*NAMING))
    for act in named:
        if act.slot.endswith(NAME):
            found += [n for n in act.values if not any(same(n, one) for one in found)]
    return found


def same(name: str, other: str) -> bool:
    """Whether one name is the other, or a part of it."""
    words, others = set(plain(name).split()), set(plain(other).split())
    return words <= others or others <= words


def shop(dialogue: Dialogue, script: Script) -> Business:
    """The business; who was booked there has the id `BOOKED`."""
    trade = TRADES.get(dialogue.services[0], ANY) if dialogue.services else ANY
    week = dict.fromkeys(DAYS, ((OPEN, CLOSE),))
    told = dict(_told(dialogue))
    return Business.model_validate(
        {
            "name": trade.name.en,
            "vertical": trade.vertical,
            "area": next((told[slot] for slot in ADDRESS if slot in told), None),
            "hours": week,
            "services": [
                {"id": SERVICE, "name": trade.name, "price_kes": 0, "duration_min": MINUTES,
                 "synonyms": trade.words}
            ],
            "staff": [
                {"id": f"p{number}", "name": name, "services": [SERVICE], "schedule": week}
                for number, name in enumerate(providers(dialogue, script), 1)
            ],
            "knowledge": [
                {"category": slot, "en": value, "sw": value} for slot, value in told.items()
            ],
        }
    )  # fmt: skip


def _told(dialogue: Dialogue) -> Iterator[tuple[str, str]]:
    """What the system told of a provider when it was asked."""
    for turn in dialogue.turns:
        if turn.s == "S":
            yield from ((act.slot, act.values[0]) for act in turn.acts("INFORM") if act.values)
