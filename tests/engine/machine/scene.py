"""A conversation played against the shipped flows, with a host that knows a small salon."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from engine.machine.step import state_name, step
from engine.model.effect import Effect, Emit, Run, Say, Step, Undo
from engine.model.event import Due, Event, Happened, Tap, Unread, Words
from engine.model.flow import FlowSet
from engine.model.session import SHAPE, Session
from engine.model.tool import Answer, Call
from engine.model.understanding import (
    Act,
    Language,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from engine.model.value import Scalar, Value
from engine.store.shape import session_from_json, session_to_json

NOW = datetime(2026, 5, 31, 7, 0, tzinfo=UTC)
PRICES = {"haircut": 1500, "swedish": 3000, "deep": 3500, "consultation": 0}
PEOPLE = {
    "haircut": ("anna",),
    "swedish": ("anna", "mary"),
    "deep": ("mary",),
    "consultation": ("mary",),
}
FREE = ("2026-06-01T09:00", "2026-06-01T15:00", "2026-06-01T16:00")
FACTS: Mapping[str, Scalar] = {
    "tenant.mpesa_enabled": True,
    "customer.phone": "+254700000001",
    "conversation.languages": "en,sw",
}
USUALLY = {"see_how_many": "alone"}
"""What comes out of a look where nothing else is said: nothing more is to come."""


@dataclass
class Salon:
    """Answers tool calls; `comes_to` makes the next call of a tool come out otherwise."""

    flows: FlowSet
    phone: str | None = "+254700000001"
    free: tuple[str, ...] = FREE
    services: tuple[str, ...] = tuple(PRICES)
    bookings: tuple[Value, ...] = ()
    other: Value | None = None
    comes_to: dict[str, str] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    prompts: int = 0

    def answer(self, call: Call) -> Answer:
        self.calls.append(call)
        if call.tool in self.comes_to:
            return Answer(self.comes_to.pop(call.tool))
        if call.tool in USUALLY:
            return Answer(USUALLY[call.tool])
        tool = self.flows.tools[call.tool]
        if tool.lists:
            options: list[Value] = getattr(self, call.tool)(call)
            return self._listing(call, tuple(options))
        handler: Callable[[Call], dict[str, Value]] = getattr(self, call.tool, _gives_nothing)
        return Answer("" if tool.late else tool.main, handler(call))

    def _listing(self, call: Call, options: tuple[Value, ...]) -> Answer:
        wish = call.args.get("wish")
        wanted = wish.value if isinstance(wish, Value) else None
        exact = next((option for option in options if option.value == wanted), None)
        refused = exact is None and isinstance(wanted, str) and "T" in wanted
        return Answer("done", options=options, exact=exact, said={"why": "full"} if refused else {})

    def list_my_bookings(self, call: Call) -> list[Value]:
        said = {name: value for name, value in call.args.items() if isinstance(value, Value)}
        besides = said.pop("besides", None)
        every = [one for one in self.bookings if not besides or one.value != besides.value]
        return [one for one in every if _fits(one, said)] or every

    def look_up_booking(self, call: Call) -> dict[str, Value]:
        booking = _value(call, "appointment")
        service = str(booking.facts["service"])
        facts: dict[str, Scalar] = {"price": PRICES[service], "minutes": 45}
        return {
            "service": Value("service", service, booking.names, facts),
            "price": Value("money", PRICES[service]),
            **({"other": self.other} if self.other else {}),
        }

    def reserve_move(self, call: Call) -> dict[str, Value]:
        staff, own = call.args.get("staff"), _value(call, "appointment").facts["staff"]
        wanted = staff.value if isinstance(staff, Value) and staff.value != "*" else own
        person = Value("staff", wanted, {"": str(wanted).title()})
        return {"hold": Value("hold", f"h{len(self.calls)}"), "person": person}

    def move_booking(self, call: Call) -> dict[str, Value]:
        return {"moved": _value(call, "appointment")}

    def cancel_booking(self, call: Call) -> dict[str, Value]:
        return {"cancellation": Value("cancellation", "c1", facts={"paid": 0})}

    def list_active_services(self, call: Call) -> list[Value]:
        return [
            Value("service", name, {"en": name.title()}, {"price": PRICES[name], "minutes": 45})
            for name in self.services
        ]

    def list_eligible_staff(self, call: Call) -> list[Value]:
        service = _value(call, "service").value
        return [Value("staff", name, {"": name.title()}) for name in PEOPLE.get(str(service), ())]

    def get_available_slots(self, call: Call) -> list[Value]:
        return [Value("opening", start) for start in self.free]

    def upsert_contact(self, call: Call) -> dict[str, Value]:
        contact = {"contact": Value("contact", "c1")}
        if self.phone:
            contact["phone"] = Value("phone", self.phone, facts={"verified": True})
        return contact

    def tentatively_reserve(self, call: Call) -> dict[str, Value]:
        staff = call.args.get("staff")
        asked = staff.value if isinstance(staff, Value) else "*"
        person = "anna" if asked == "*" else str(asked)
        return {
            "hold": Value("hold", f"h{len(self.calls)}"),
            "person": Value("staff", person, {"": person.title()}),
            "price": Value("money", _value(call, "service").facts["price"]),
        }

    def confirm_booking(self, call: Call) -> dict[str, Value]:
        return {"appointment": Value("appointment", f"a{len(self.calls)}")}

    def initiate_stk_push(self, call: Call) -> dict[str, Value]:
        self.prompts += 1
        facts: dict[str, Scalar] = {"prompts": self.prompts}
        return {"payment": Value("payment", "p1", facts=facts)}


def _fits(booking: Value, said: Mapping[str, Value]) -> bool:
    """Whether what was said of a booking is true of it: its service, person, day or start."""
    return all(
        str(booking.facts[name]).startswith(str(value.value))
        or str(booking.facts[name]) in str(value.facts.get("candidates", "")).split(",")
        for name, value in said.items()
        if name in {"service", "staff", "starts_at"}
    )


def booking(id_: str, service: str, staff: str, starts_at: str, **facts: Scalar) -> Value:
    """Something booked, as `list_my_bookings` gives it."""
    known: dict[str, Scalar] = {
        "service": service, "staff": staff, "person": staff.title(), "starts_at": starts_at,
        "time_left": 86_400, "price": PRICES[service], "paid": 0, "moves": 0, "pending": False,
        "together": 0, "minutes": 45,
    }  # fmt: skip
    return Value("appointment", id_, {"en": service.title()}, {**known, **facts})


def _gives_nothing(call: Call) -> dict[str, Value]:
    return {}


def _value(call: Call, name: str) -> Value:
    found = call.args[name]
    assert isinstance(found, Value)
    return found


@dataclass
class Scene:
    """One conversation; the session is written and read again between its turns."""

    salon: Salon
    session: Session = field(default_factory=lambda: Session("01T"))
    facts: Mapping[str, Scalar] = field(default_factory=lambda: dict(FACTS))
    now: datetime = NOW
    last: Step | None = None

    def says(
        self, *acts: str, time: str | None = None, sure: float = 0.95, **mentions: Scalar
    ) -> "Scene":
        heard = tuple(Mention(kind, value, sure) for kind, value in mentions.items())
        at = TimeHeard(TimeAction.RESOLVE, time, _grain(time)) if time else None
        spoken = tuple(Act(act, 0.95) for act in acts)
        return self.hears(Understanding(spoken, heard, at, Language("en", 0.9, "en")))

    def hears(self, understanding: Understanding) -> "Scene":
        return self.meets(Words(understanding))

    def taps(self, value: str, prompt: int | None = None) -> "Scene":
        opened = self.session.prompt
        number = prompt if prompt is not None else (opened.id if opened else 0)
        return self.meets(Tap(number, value))

    def happens(self, name: str, **gives: Value) -> "Scene":
        return self.meets(Happened(name, gives))

    def sends(self, kind: str) -> "Scene":
        return self.meets(Unread(kind))

    def rings(self, step_id: str, timer: str = "timer_0") -> "Scene":
        armed = next(t for t in self.session.timers if (t.step, t.name) == (step_id, timer))
        self.now = max(self.now, armed.due_at)
        return self.meets(Due(armed.frame, step_id, timer))

    def meets(self, event: Event) -> "Scene":
        stepping = step(self.salon.flows, self.session, event, self.facts, self.now)
        try:
            call = next(stepping)
            while True:
                call = stepping.send(self.salon.answer(call))
        except StopIteration as stop:
            self.last = stop.value
        assert self.last is not None
        self.session = session_from_json(session_to_json(self.last.session), SHAPE)
        assert self.session == self.last.session
        return self

    @property
    def state(self) -> str:
        return state_name(self.session)

    @property
    def effects(self) -> tuple[Effect, ...]:
        assert self.last is not None
        return self.last.effects

    @property
    def said(self) -> list[str]:
        return [effect.phrase for effect in self.effects if isinstance(effect, Say)]

    @property
    def ran(self) -> list[str]:
        return [effect.call.tool for effect in self.effects if isinstance(effect, Run)]

    @property
    def undone(self) -> list[str]:
        return [effect.undone for effect in self.effects if isinstance(effect, Undo)]

    @property
    def emitted(self) -> list[str]:
        return [effect.event for effect in self.effects if isinstance(effect, Emit)]

    @property
    def chips(self) -> list[str]:
        return [chip.value for chip in self.session.prompt.chips] if self.session.prompt else []

    def slot(self, name: str) -> Scalar:
        for frame in reversed(self.session.frames):
            if name in frame.slots:
                return frame.slots[name].value.value
        return None


def _grain(time: str) -> Literal["day", "minute"]:
    return "minute" if "T" in time else "day"
