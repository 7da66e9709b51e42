"""Customers by the dozen, each with an hour of its own."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

from tests.chaos.customer import CANARY, Customer
from tests.chaos.rig import Rig
from tests.chaos.town import TOWN, Business

NAIROBI = ZoneInfo("Africa/Nairobi")
HOURS = range(9, 17)
FIRST_DAY = 3
A_QUERY_LATER = timedelta(seconds=65)
ROUNDS = 4
ARRIVAL_S = 0.4
_phones = count(1)
_hours = {business.slug: count() for business in TOWN}


def somebody(rig: Rig, business: Business = TOWN[0]) -> Customer:
    """A new phone that pays what it is asked."""
    customer = Customer(rig, business, f"2547{next(_phones):08d}")
    customer.pays()
    return customer


def crowd(rig: Rig, many: int) -> Sequence[Customer]:
    """So many of them, spread over the businesses."""
    return [somebody(rig, TOWN[index % len(TOWN)]) for index in range(many)]


def own_wish(customer: Customer) -> str:
    """A haircut at an hour that nobody else asks this business for."""
    days, hour = divmod(next(_hours[customer.business.slug]), len(HOURS))
    return wish(customer.rig, FIRST_DAY + days, HOURS[hour])


def wish(rig: Rig, days: int, hour: int) -> str:
    """A haircut in so many days at an hour, with a word that only customers say."""
    day = rig.at.graph.clock.now().astimezone(NAIROBI) + timedelta(days=days)
    return f"Haircut with Anna on {day.day} {day:%B} at {hour}:00 ({CANARY})"


async def begin(rig: Rig, many: int) -> Sequence[Customer]:
    """Have them come one after the other and book; who heard nothing for a while is given back."""

    async def comes(number: int, one: Customer) -> bool:
        await asyncio.sleep(number * ARRIVAL_S)
        return await one.books(own_wish(one))

    people = crowd(rig, many)
    booked = await asyncio.gather(*(comes(*each) for each in enumerate(people)))
    return [one for one, done in zip(people, booked, strict=True) if not done]


async def finish(rig: Rig, silent: Sequence[Customer]) -> int:
    """Let time pass for those who still wait: a callback that was lost is asked for; how many."""
    rounds = 0
    while silent and rounds < ROUNDS:
        rounds += 1
        await rig.move_clock(A_QUERY_LATER)
        booked = await asyncio.gather(*(one.goes_on() for one in silent))
        silent = [one for one, done in zip(silent, booked, strict=True) if not done]
    assert not silent, f"{len(silent)} were left waiting: {[one.phone for one in silent]}"
    return rounds
