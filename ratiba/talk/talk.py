"""A conversation of one customer with one business, act by act."""

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter
from types import MappingProxyType
from typing import assert_never

from engine.errors import InputError
from engine.ids import new_ulid
from engine.model.message import Content, Inbound, Sender, TextReceived
from engine.model.tenant import Tenant
from engine.store.records import Incoming
from engine.store.tenancy import TenantGate, transaction
from ratiba.talk import chips
from ratiba.talk.acts import Act, Event, Says, Taps, Waits, write_span
from ratiba.talk.drive import Drive, Means
from ratiba.talk.ledger import Ledger
from ratiba.talk.report import QuickReply, Turn
from ratiba.talk.telling import tell
from tools.asking.answers import answer, open_items
from tools.notify.handoffs import hand_back

PAYMENTS = MappingProxyType(
    {"approve": 0, "late_approve": 0, "decline": 1032, "insufficient": 1, "timeout": 1037}
)
"""What the customer does with the prompt, as M-Pesa's result codes."""
OPERATOR = ("handback", "close")
"""What a person who has taken over does."""
EVENTS = (*(f"payment.{name}" for name in PAYMENTS), *(f"operator.{name}" for name in OPERATOR))


class Talk:
    """Acts are done one after the other; each gives a report."""

    def __init__(self, means: Means, tenant: Tenant, sender: Sender) -> None:
        self._means = means
        self._tenant = tenant
        self._account = tenant.whatsapp_phone_number_id or ""
        self._sender = sender
        self._ledger = Ledger(TenantGate(means.database, tenant), sender.customer_id)
        self._drive = Drive(means, tenant, self._ledger.waiting)
        self._shown: list[tuple[QuickReply, ...]] = []
        self._last: Turn | None = None
        self._acts = 0

    async def open(self) -> None:
        """Begin here: what the customer said earlier is not reported."""
        await self._drive.settle()
        await self._ledger.skip()

    @property
    def chips(self) -> tuple[QuickReply, ...]:
        """The choices on the screen: of the last reply, if it has any."""
        return self._last.chips if self._last else ()

    def words(self, act: Act) -> str:
        """An act as a person would name it: the label of the chip that is meant.

        Raises:
            InputError: there is no such chip.
        """
        match act:
            case Says(text):
                return text
            case Taps(value):
                return f"[{chips.find(value, self._shown).title}]"
            case Event(name):
                return name
            case Waits(span):
                return f"{write_span(span)} later"

    async def do(self, act: Act) -> Turn:
        """Do one act and everything that follows from it.

        Raises:
            InputError: there is no such chip or event.
            DatabaseDown: nothing was stored.
        """
        began = perf_counter()
        match act:
            case Says(text):
                await self._receive(TextReceived(text))
            case Taps(value):
                await self._receive(chips.find(value, self._shown))
            case Event(name):
                await self._happen(name)
            case Waits(span):
                await self._drive.wait(span)
            case _:
                assert_never(act)
        await self._drive.settle()
        return await self._report((perf_counter() - began) * 1000)

    async def hear(self, texts: Sequence[str]) -> Turn:
        """Take several messages that were sent before any reply was read.

        Raises:
            DatabaseDown: not all of them were stored.
        """
        began = perf_counter()
        for text in texts:
            await self._receive(TextReceived(text))
        await self._drive.settle()
        return await self._report((perf_counter() - began) * 1000)

    async def _report(self, ms: float) -> Turn:
        self._acts += 1
        page, prompts = await self._ledger.read(), tuple(self._means.pocket.new_prompts())
        turn = replace(tell(self._acts, page, self._last, ms), prompts=prompts)
        if turn.chips:
            self._shown.append(turn.chips)
        self._last = turn
        return turn

    async def _receive(self, content: Content) -> None:
        inbound = Inbound(
            provider_id=f"chat.{new_ulid(self._means.clock)}",
            account=self._account,
            sender=self._sender,
            content=content,
            sent_at=self._means.clock.now(),
        )
        await self._drive.store(Incoming.message(inbound))

    async def _happen(self, name: str) -> None:
        whose, _, what = name.partition(".")
        if whose == "payment" and what in PAYMENTS:
            await self._means.pocket.answer(PAYMENTS[what])
        elif whose == "operator" and what in OPERATOR:
            await self._hand_back(close=what == "close")
        elif not await self._answered(whose, what):
            known = [*EVENTS, *(f"{tool}.{outcome}" for tool, outcome in await self._asked())]
            raise InputError("talk.event", f"No event '{name}'. There are: {', '.join(known)}.")

    async def _answered(self, whose: str, what: str) -> bool:
        """As `ratiba attention answer` does it; `preauth.approve` is `request_preauth.approved`."""
        asked = await self._asked()
        meant = [(t, o) for t, o in asked if f"_{t}".endswith(f"_{whose}") and o.startswith(what)]
        if not meant or not what:
            return False
        now = self._means.clock.now()
        async with transaction(self._means.database, self._tenant) as tx:
            await answer(tx, asked[meant[0]], meant[0][1], "chat", now)
        return True

    async def _asked(self) -> dict[tuple[str, str], str]:
        """What the team may answer to this customer, and the item of each."""
        items = await open_items(TenantGate(self._means.database, self._tenant))
        ours = [i for i in items if i.details.get("customer") == self._sender.customer_id]
        return {(item.reason, outcome): item.id for item in ours for outcome in item.outcomes}

    async def _hand_back(self, *, close: bool) -> None:
        """As `ratiba handoff` does it."""
        now, who = self._means.clock.now(), self._sender.customer_id
        async with transaction(self._means.database, self._tenant) as tx:
            await hand_back(tx, who, "chat", now, close=close)
