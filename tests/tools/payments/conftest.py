"""A booking that waits for its payment, and what Daraja would say of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest

from engine.model.payment import StkCallback
from engine.model.value import Value
from engine.net.http import Http
from engine.store.bell import Bell
from engine.store.delivery import Delivery, OutboxRow
from engine.store.outbox import take
from engine.store.tenants import Credentials, Tenants
from sandbox.daraja.app import daraja_app
from sandbox.daraja.book import DarajaBook, Merchant
from sandbox.serving import running
from tests.tools.conftest import KEYRING, Business, Opened
from tests.tools.scheduling.test_holds import PLAN, held, wanted
from tools.payments.callbacks import Callbacks
from tools.payments.carrier import Counter, StkCarrier, StkQueryCarrier
from tools.payments.daraja import Daraja
from tools.payments.initiate_stk_push.handler import HANDLER as PUSH
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM

PHONE = "+254712345678"
CHECKOUT = "ws_CO_01062026090000123456"


@dataclass
class Till:
    """A business that takes money.

    Attributes:
        rung: the bell's rings, by topic.
    """

    shop: Business
    book: DarajaBook
    base_url: str
    http: Http
    rung: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bell = Bell(self.shop.database)
        self.bell.hear("inbox", self.rung.append)
        self.callbacks = Callbacks(
            self.shop.database, Tenants(self.shop.database), self.bell, self.shop.clock
        )
        self.counter = Counter(
            self.shop.database,
            Credentials(self.shop.database, KEYRING),
            Daraja(self.http, self.base_url, self.shop.clock),
            self.bell,
            self.shop.clock,
            "http://127.0.0.1:9/",
        )

    async def book_unpaid(self, clock: str = "15:00") -> str:
        """Hold and book until paid; gives the appointment's id."""
        args = await held(self.shop, wanted(clock))
        assert (await self.shop.write(CONFIRM, {**args, "until_paid": True}))[0] == "done"
        hold = args["hold"]
        assert isinstance(hold, Value)
        return str(hold.value)

    async def prompt(
        self,
        appointment: str,
        share: float | None = None,
        *,
        phone: str = PHONE,
        price: int = 1500,
        customer: str | None = None,
    ) -> str:
        """Ask for the money; gives the outcome of the write."""
        turn = self.shop.turn()
        outcome, _ = await self.shop.write(
            PUSH,
            {
                "appointment": Value("appointment", appointment),
                "price": Value("money", price),
                "phone": Value("phone", phone),
                **({} if share is None else {"share": share}),
            },
            replace(turn, customer_id=customer or turn.customer_id),
        )
        return outcome

    async def pending(self) -> str:
        """Book and ask; gives the appointment's id."""
        appointment = await self.book_unpaid()
        assert await self.prompt(appointment) == ""
        return appointment

    async def outbox(self) -> list[OutboxRow]:
        return list((await take(self.shop.gate, most=9, now=self.shop.clock.now())).rows)

    async def send(self, carrier: type[StkCarrier | StkQueryCarrier] = StkCarrier) -> Delivery:
        """Carry the only row that waits."""
        (row,) = await self.outbox()
        return await carrier(self.counter).carry(self.shop.tenant, row)

    async def token(self, payment: str | None = None) -> str:
        """Of the latest attempt."""
        row = await self.shop.gate.fetch_one(
            "SELECT token FROM {t}.payment_attempts WHERE payment_id = coalesce(%s, payment_id)"
            " ORDER BY number DESC LIMIT 1",
            [payment],
        )
        assert row is not None
        return str(row[0])

    async def call_back(self, code: int = 0, token: str | None = None, **told: object) -> bool:
        """Deliver a callback; `told` are fields of it that differ."""
        callback = StkCallback(CHECKOUT, "29115-34620561-1", code, "told")
        if code == 0:
            callback = replace(callback, amount=Decimal(1500), receipt="UF15ABCDEF")
        callback = replace(callback, **told)  # type: ignore[arg-type]
        return await self.callbacks.take(token or await self.token(), callback, "{}")

    async def attempts(self) -> list[str]:
        """Their ids, in order."""
        rows = await self.shop.gate.fetch_all("SELECT id FROM {t}.payment_attempts ORDER BY number")
        return [id_ for (id_,) in rows]

    async def states(self) -> tuple[object, ...]:
        """Appointment's status, whether its time is taken, payment's and attempts' states."""
        row = await self.shop.gate.fetch_one(
            "SELECT (SELECT status FROM {t}.appointments ORDER BY created_at LIMIT 1),"
            " (SELECT bool_or(live) FROM {t}.appointment_resources),"
            " (SELECT state FROM {t}.payments),"
            " (SELECT array_agg(state ORDER BY number) FROM {t}.payment_attempts)"
        )
        assert row is not None
        return row

    async def unrouted(self) -> list[str]:
        """Reasons of the callbacks that were kept for this tenant, or for none."""
        rows = await self.shop.gate.fetch_all(
            "SELECT reason FROM public.payment_callbacks_unrouted"
            " WHERE tenant IS NULL OR tenant = %s ORDER BY id",
            [self.shop.tenant.slug],
        )
        return [reason for (reason,) in rows]

    async def events(self) -> list[str]:
        rows = await self.shop.gate.fetch_all("SELECT body ->> 'name' FROM {t}.inbox ORDER BY seq")
        return [name.removeprefix("initiate_stk_push.") for (name,) in rows]

    async def attention(self) -> list[str]:
        rows = await self.shop.gate.fetch_all("SELECT reason FROM {t}.attention_items ORDER BY id")
        return [reason for (reason,) in rows]


@pytest.fixture
async def till(open_business: Opened) -> AsyncIterator[Till]:
    shop = await open_business(PLAN)
    secrets = {
        "mpesa_shortcode": "174379", "mpesa_passkey": "a-passkey",
        "mpesa_consumer_key": "a-key", "mpesa_consumer_secret": "a-secret",
    }  # fmt: skip
    await Credentials(shop.database, KEYRING).put(shop.tenant.slug, secrets)
    book = DarajaBook(shop.clock, {"174379": Merchant("Test", "a-passkey")}, ("a-key", "a-secret"))
    async with running(daraja_app(book)) as base_url, Http() as http:
        yield Till(shop, book, base_url, http)
