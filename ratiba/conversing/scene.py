"""A conversation under way: acts are done, and told of; what was shown can be tapped later."""

from dataclasses import dataclass, replace
from typing import assert_never

from engine.errors import InputError
from engine.model.flow import FlowSet
from engine.model.model_call import ModelCall
from engine.store.tenancy import TenantGate
from ratiba.conversing import chips
from ratiba.conversing.lines import Say, Tap
from ratiba.conversing.observed import Chip, Observed, observe
from ratiba.conversing.recorded import read_calls
from ratiba.conversing.snapshot import Standing, read_standing
from ratiba.talk.acts import Event, Taps, Waits
from ratiba.talk.report import Turn
from ratiba.talk.stage import Stage
from ratiba.talk.talk import Talk

BOOKED = "BOOKED"
"""What the driver calls it when something outside has booked, whichever flow tells of it."""


@dataclass(frozen=True, slots=True)
class Customer:
    """Who talks: the id that their rows have, and where their payment prompts appear."""

    id: str
    phone: str


class Scene:
    """One customer with one business.

    The protocol numbers no turns. A driver that takes a snapshot before each turn tells with it
    where one begins, since it may answer a question in between; for one that takes none every act
    is a turn.
    """

    def __init__(self, stage: Stage, talk: Talk, customer: Customer, flows: FlowSet) -> None:
        self._stage = stage
        self._talk = talk
        self._customer = customer
        self._flows = flows
        self._last = Observed()
        self._turns: list[tuple[Chip, ...]] = []
        self._looks = False
        self._within = False

    async def act(self, asked: Say | Tap | Event | Waits) -> Observed:
        """Do one act and everything that follows from it.

        Raises:
            InputError: there is no such chip or event.
            DatabaseDown: nothing was stored.
        """
        before = await self._standing() if isinstance(asked, Event) else None
        turn = await self._done(asked)
        self._last = observe(turn, self._flows, self._last)
        if before is not None and (await self._standing()).more_than(before):
            self._last = replace(self._last, state=BOOKED)
        if self._within:
            self._turns[-1] += self._last.chips
        else:
            self._turns.append(self._last.chips)
        self._within = self._looks
        return self._last

    async def look(self) -> Standing:
        """Read what stands in the database; what is done next begins a turn."""
        self._looks, self._within = True, False
        return await self._standing()

    async def calls(self) -> tuple[ModelCall, ...]:
        """Give the calls of models that are on record, oldest first."""
        return await read_calls(self._gate())

    async def _standing(self) -> Standing:
        book = self._stage.daraja
        shown = book.shown(self._customer.phone) if book else ()
        zone = self._stage.tenant.zone
        return await read_standing(self._gate(), self._customer.id, zone, len(shown))

    def _gate(self) -> TenantGate:
        return TenantGate(self._stage.house.engine.core.database, self._stage.tenant)

    async def _done(self, asked: Say | Tap | Event | Waits) -> Turn:
        match asked:
            case Say(texts):
                return await self._talk.hear(texts)
            case Tap(value, from_turn):
                chip = chips.find(value, self._shown(from_turn))
                return await self._talk.do(Taps(chip.id))
            case Event() | Waits():
                return await self._talk.do(asked)
            case _:
                assert_never(asked)

    def _shown(self, from_turn: int | None) -> tuple[Chip, ...]:
        if from_turn is None:
            return self._last.chips
        if not 0 <= from_turn < len(self._turns):
            raise InputError(
                "converse.turn", f"No turn {from_turn}: there were {len(self._turns)}, from 0."
            )
        return self._turns[from_turn]
