"""Whatever happens in whatever order: nobody is asked for more than is due, no shilling is lost."""

import asyncio
import random
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest

from engine.model.value import Value
from engine.store.delivery import OutboxRow, Retry
from sandbox.faults import Fault, Kind
from tests.tools.payments.conftest import Till
from tests.tools.payments.test_bundles import hold_pair, mine
from tests.tools.scheduling.test_holds import wanted
from tools.payments.cancel_booking.handler import HANDLER as CANCEL
from tools.payments.carrier import StkCarrier
from tools.payments.release_booking.handler import HANDLER as RELEASE
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.tentatively_reserve.handler import HANDLER as RESERVE

DUE = """
SELECT coalesce(sum(a.price_kes), 0)::int FROM {t}.appointments a
 WHERE a.payment_id IS NOT NULL AND a.status = 'pending'
"""
GIVEN_BACK = """
SELECT coalesce(sum(coalesce((details ->> 'back')::int, CASE WHEN reason = 'cancelled_after_paying'
       THEN (details ->> 'paid')::int END, 0)), 0)::int FROM {t}.attention_items
"""
TOKEN = "SELECT token FROM {t}.payment_attempts WHERE checkout_request_id = %s"
TABLES = ("payment_attempts", "payments", "appointment_resources", "appointments", "inbox",
          "outbox", "attention_items")  # fmt: skip


@dataclass
class Story:
    """A pair that waits for its payment, and a customer who does anything.

    Attributes:
        waiting: prompts on their way to M-Pesa.
        came: what the customer has paid, KES by prompt.
    """

    till: Till
    chance: random.Random
    payment: str = ""
    prompts: int = 0
    waiting: list[OutboxRow] = field(default_factory=list)
    came: dict[str, int] = field(default_factory=dict)

    async def begin(self) -> None:
        args = await hold_pair(self.till.shop)
        assert (await self.till.shop.write(CONFIRM, {**args, "until_paid": True}))[0] == "done"
        hold = args["hold"]
        assert isinstance(hold, Value)
        self.payment = str(hold.value)
        await self.prompt()

    async def prompt(self) -> None:
        self.prompts += 1
        phone = f"+2547000000{self.prompts:02}"
        price = self.chance.choice((2160, 2160, 1350, 810))
        await self.till.prompt(self.payment, price=price, phone=phone)

    async def cancel(self, *services: str) -> None:
        booked = await mine(self.till)
        chosen = [booked[service] for service in services if service in booked]
        if chosen:
            args = dict(zip(("appointment", "beside"), chosen, strict=False))
            await self.till.shop.write(CANCEL, args)

    async def cancel_cut(self) -> None:
        await self.cancel("cut")

    async def cancel_bath(self) -> None:
        await self.cancel("bath")

    async def cancel_both(self) -> None:
        await self.cancel("cut", "bath")

    async def send(self) -> None:
        self.waiting += await self.till.outbox()
        if not self.waiting:
            return
        row = self.waiting.pop(0)
        told = await StkCarrier(self.till.counter).carry(self.till.shop.tenant, row)
        if isinstance(told, Retry):
            self.waiting.append(replace(row, attempts=row.attempts + 1))

    async def put_off(self) -> None:
        self.till.book.faults.add(Fault(where="push", kind=Kind.STATUS, value="429"))
        await self.send()

    async def decline(self) -> None:
        await self.answer(self.chance.choice((1032, 1037)))

    async def pay(self) -> None:
        await self.answer(0)

    async def answer(self, code: int) -> None:
        if not self.till.book.prompts:
            return
        prompt = self.chance.choice(list(self.till.book.prompts))
        asked = int(self.till.book.prompts[prompt].push.amount)
        told: dict[str, object] = {}
        if code == 0:
            less = self.chance.choice((0, 0, 0, 100))
            amount = self.came.setdefault(prompt, asked - less)
            told = {"amount": Decimal(amount), "receipt": f"R{prompt}"[-30:]}
        row = await self.till.shop.gate.fetch_one(TOKEN, [prompt])
        assert row is not None
        assert await self.till.call_back(code, str(row[0]), checkout_request_id=prompt, **told)

    async def give_up(self) -> None:
        self.till.shop.pass_time(minutes=16)
        await self.till.shop.write(RELEASE, {"appointment": Value("appointment", self.payment)})

    async def somebody_comes(self) -> None:
        await self.till.shop.write(RESERVE, wanted("16:00", "mary"), self.till.shop.turn("other"))

    async def due(self) -> int:
        row = await self.till.shop.gate.fetch_one(DUE)
        assert row is not None
        return int(row[0])

    async def step(self, at_once: int) -> None:
        """Do something, or several things at once; no prompt asks for more than is due."""
        acts = self.chance.choices(
            (self.cancel_cut, self.cancel_bath, self.cancel_both, self.prompt, self.send,
             self.put_off, self.decline, self.pay, self.give_up, self.somebody_comes),
            (2, 2, 1, 5, 9, 2, 3, 6, 1, 1), k=at_once,
        )  # fmt: skip
        before, known = await self.due(), set(self.till.book.prompts)
        await asyncio.gather(*(act() for act in acts))
        most = max(before, await self.due())
        for prompt, one in self.till.book.prompts.items():
            assert prompt in known or int(one.push.amount) <= most, acts

    async def kept_and_given_back(self) -> tuple[int, int]:
        """What the bookings that stand have cost the customer, and what is put before the team."""
        kept = sum(int(str(one.facts["paid"])) for one in (await mine(self.till)).values())
        row = await self.till.shop.gate.fetch_one(GIVEN_BACK)
        assert row is not None
        return kept, int(row[0])


@pytest.mark.parametrize("at_once", [1, 2])
async def test_in_whatever_order_the_money_adds_up(till: Till, at_once: int) -> None:
    paid = 0
    for seed in range(20):
        story = Story(till, random.Random(seed))  # noqa: S311 - repeatable
        await story.begin()
        for _ in range(14):
            await story.step(at_once)
            assert sum(await story.kept_and_given_back()) == sum(story.came.values()), seed
        paid += len(story.came)
        for table in TABLES:
            await till.shop.gate.execute("DELETE FROM {t}." + table)
        till.book.prompts.clear()
        till.book.faults = type(till.book.faults)()
    assert paid > 15, "too few paid for this to show anything"
