"""Two bookings on one payment: paid, refused, let go and taken again together."""

import asyncio
import random
from decimal import Decimal

import pytest

from engine.model.handler import Args
from engine.model.value import Value
from engine.store.tenancy import transaction
from tests.tools.conftest import Business
from tests.tools.payments.conftest import Till
from tests.tools.scheduling.race import overlaps
from tests.tools.scheduling.test_holds import BATH, CUT, at, held, wanted
from tools.payments.cancel_booking.handler import HANDLER as CANCEL
from tools.payments.release_booking.handler import HANDLER as RELEASE
from tools.payments.service import give_up
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.list_my_bookings.handler import HANDLER as MINE
from tools.scheduling.reserve_pair.handler import HANDLER as PAIR

PLACES = {"places": "main/room:1|room:2"}


async def hold_pair(shop: Business, thread: str = "thread-1", hour: int = 15) -> Args:
    """Hold a cut and a bath after it."""
    first = await held(shop, wanted(f"{hour}:00"), thread)
    beside: Args = {
        "extra": BATH,
        "extra_time": at(f"{hour + 1}:00", "mary", **PLACES),
        "extra_person": Value("staff", "mary", {"": "Mary"}),
        "bundle": Value("money", 2160),
        "apart": Value("money", 2400),
    }
    outcome, pair = await shop.write(PAIR, {**first, **beside}, shop.turn(thread))
    assert outcome == "held"
    return {**first, **beside, **pair.gives}


async def pending(till: Till, price: int = 1500) -> str:
    """Hold, book until paid, and send the prompt; gives the payment's id."""
    args = await hold_pair(till.shop)
    assert (await till.shop.write(CONFIRM, {**args, "until_paid": True}))[0] == "done"
    hold = args["hold"]
    assert isinstance(hold, Value)
    assert await till.prompt(str(hold.value), price=price) == ""
    return str(hold.value)


async def stand(till: Till) -> list[tuple[object, ...]]:
    """Service, status, whether its time is taken, price; the first booking first."""
    return list(
        await till.shop.gate.fetch_all(
            "SELECT service_id, status, (SELECT bool_or(live) FROM {t}.appointment_resources r"
            " WHERE r.appointment_id = a.id), price_kes FROM {t}.appointments a"
            " WHERE service_id <> 'cut' OR starts_at = (SELECT min(starts_at)"
            " FROM {t}.appointments) ORDER BY starts_at"
        )
    )


async def statuses(till: Till) -> list[object]:
    return [row[1] for row in await stand(till)]


async def test_the_money_confirms_both_and_tells_of_both(till: Till) -> None:
    await pending(till)
    assert await stand(till) == [("cut", "pending", True, 1350), ("bath", "pending", True, 810)]
    assert await till.call_back()
    assert await stand(till) == [
        ("cut", "confirmed", True, 1350),
        ("bath", "confirmed", True, 810),
    ]
    row = await till.shop.gate.fetch_one("SELECT body -> 'gives' FROM {t}.inbox")
    assert row is not None
    gives = row[0]
    assert (gives["service"]["value"], gives["extra"]["value"]) == ("cut", "bath")
    assert gives["extra_time"]["value"] == "2026-06-02T16:00"
    assert gives["extra_person"]["names"] == {"": "Mary"}
    assert await till.attention() == []


@pytest.mark.parametrize(("code", "status"), [(1032, "cancelled"), (1, "cancelled")])
async def test_unpaid_both_are_freed_and_a_second_prompt_takes_both_again(
    till: Till, code: int, status: str
) -> None:
    payment = await pending(till)
    assert await till.call_back(code)
    assert [row[1:3] for row in await stand(till)] == [(status, False)] * 2
    assert await till.prompt(payment) == ""
    assert await statuses(till) == ["pending", "pending"]
    assert await till.call_back()
    assert await statuses(till) == ["confirmed", "confirmed"]


async def test_a_second_prompt_is_lost_where_half_of_it_is_taken(till: Till) -> None:
    payment = await pending(till)
    await till.call_back(1032)
    await held(till.shop, wanted("16:00", "mary"), "thread-2")
    assert await till.prompt(payment) == "lost"
    assert [row[1] for row in await stand(till)] == ["cancelled", "cancelled"]


async def test_given_up_both_are_let_go_and_late_money_takes_both_again(till: Till) -> None:
    payment = await pending(till)
    till.shop.pass_time(minutes=16)
    outcome, _ = await till.shop.write(RELEASE, {"appointment": Value("appointment", payment)})
    assert outcome == "done"
    assert [row[1:3] for row in await stand(till)] == [("expired", False)] * 2
    assert await till.call_back()
    assert [row[1:3] for row in await stand(till)] == [("confirmed", True)] * 2
    assert await till.attention() == []


async def test_late_money_for_what_is_half_gone_books_nothing_and_a_person_is_told(
    till: Till,
) -> None:
    payment = await pending(till)
    till.shop.pass_time(minutes=16)
    await till.shop.write(RELEASE, {"appointment": Value("appointment", payment)})
    await held(till.shop, wanted("16:00", "mary"), "thread-2")
    assert await till.call_back()
    assert {row[1] for row in await stand(till) if row[0] == "bath"} == {"expired"}
    assert (await stand(till))[0][1:3] == ("expired", False)
    assert await till.attention() == ["paid_without_booking"]
    assert await overlaps(till.shop) == 0


async def test_a_prompt_is_not_handed_over_for_half_a_bundle(till: Till) -> None:
    await pending(till)
    await till.shop.gate.execute(
        "UPDATE {t}.appointments SET status = 'cancelled' WHERE service_id = 'bath'"
    )
    await till.send()
    assert not till.book.prompts


async def test_release_and_callback_at_once_leave_both_or_neither(till: Till) -> None:
    chance = random.Random(5)  # noqa: S311 - a repeatable race
    payment = await pending(till)
    shop = till.shop

    async def let_go() -> None:
        await asyncio.sleep(chance.random() / 50)
        async with transaction(shop.database, shop.tenant) as tx:
            await give_up(tx, payment, shop.clock.now())

    token = await till.token()
    await asyncio.gather(let_go(), till.call_back(token=token), let_go())
    assert await statuses(till) == ["confirmed", "confirmed"]
    assert await till.attention() == []


async def test_other_people_s_bookings_are_left_alone(till: Till) -> None:
    other = await held(till.shop, {"service": CUT, "time": at("09:00")}, "thread-3")
    assert (await till.shop.write(CONFIRM, {**other, "until_paid": True}))[0] == "done"
    await pending(till)
    await till.call_back(1032)
    rows = await till.shop.gate.fetch_all(
        "SELECT status FROM {t}.appointments WHERE thread_id = 'thread-3'"
    )
    assert rows == [("pending",)]


async def mine(till: Till) -> dict[object, Value]:
    """The customer's bookings by service."""
    options = (await MINE.answer(till.shop.turn(), {})).options
    return {one.facts["service"]: one for one in options}


async def sent(till: Till) -> str:
    """Hand the prompt to M-Pesa; gives its id."""
    await till.send()
    row = await till.shop.gate.fetch_one("SELECT checkout_request_id FROM {t}.payments")
    assert row is not None
    return str(row[0])


async def due(till: Till) -> tuple[object, ...]:
    """What is asked for, and what the latest prompt asks for."""
    row = await till.shop.gate.fetch_one(
        "SELECT p.amount_kes::int, a.amount_kes::int FROM {t}.payments p"
        " JOIN {t}.payment_attempts a ON a.payment_id = p.id ORDER BY a.number DESC LIMIT 1"
    )
    assert row is not None
    return row


@pytest.mark.parametrize(("chosen", "other", "rest"), [("cut", "bath", 810), ("bath", "cut", 1350)])
async def test_one_of_two_unpaid_is_cancelled_alone_and_the_other_asked_for_alone(
    till: Till, chosen: str, other: str, rest: int
) -> None:
    payment = await pending(till, 2160)
    assert (await till.shop.write(CANCEL, {"appointment": (await mine(till))[chosen]}))[0] == "done"
    now = {row[0]: row[1:] for row in await stand(till)}
    assert now[chosen][:2] == ("cancelled", False)
    assert now[other] == ("pending", True, rest)
    assert await due(till) == (rest, rest)
    prompt = await sent(till)
    assert [int(one.push.amount) for one in till.book.prompts.values()] == [rest]
    await till.call_back(1032, checkout_request_id=prompt)
    assert {row[0]: row[1] for row in await stand(till)} == {
        chosen: "cancelled",
        other: "cancelled",
    }
    assert await till.prompt(payment, price=rest) == ""
    assert {row[0]: row[1] for row in await stand(till)} == {chosen: "cancelled", other: "pending"}
    await till.call_back(amount=Decimal(rest), receipt="UF15ABCDEG")
    assert {row[0]: row[1] for row in await stand(till)} == {
        chosen: "cancelled",
        other: "confirmed",
    }
    assert await till.attention() == []


@pytest.mark.parametrize("chosen", ["cut", "bath"])
async def test_a_prompt_for_both_that_is_on_the_phone_is_too_much_for_the_other(
    till: Till, chosen: str
) -> None:
    await pending(till, 2160)
    prompt = await sent(till)
    await till.shop.write(CANCEL, {"appointment": (await mine(till))[chosen]})
    await till.call_back(amount=Decimal(2160), checkout_request_id=prompt)
    assert {row[0]: row[1] for row in await stand(till)} == {
        "cut": "confirmed", "bath": "confirmed", chosen: "cancelled",
    }  # fmt: skip
    assert await till.attention() == ["paid_too_much"]
    (booking,) = (await mine(till)).values()
    assert booking.facts["paid"] == booking.facts["price"]


async def test_declined_for_both_the_conversation_is_told_the_other_s_price(till: Till) -> None:
    await pending(till, 2160)
    prompt = await sent(till)
    await till.shop.write(CANCEL, {"appointment": (await mine(till))["cut"]})
    await till.call_back(1032, checkout_request_id=prompt)
    row = await till.shop.gate.fetch_one("SELECT body -> 'gives' -> 'price' FROM {t}.inbox")
    assert row is not None
    assert row[0]["value"] == 810
    assert await statuses(till) == ["cancelled", "cancelled"]


async def test_the_other_of_two_is_let_go_with_its_prompt(till: Till) -> None:
    payment = await pending(till, 2160)
    await sent(till)
    await till.shop.write(CANCEL, {"appointment": (await mine(till))["cut"]})
    till.shop.pass_time(minutes=16)
    await till.shop.write(RELEASE, {"appointment": Value("appointment", payment)})
    assert await statuses(till) == ["cancelled", "expired"]
    assert (await till.states())[3] == ["unknown"]


@pytest.mark.parametrize("order", [("cut", "bath"), ("bath", "cut")])
async def test_each_of_two_paid_shows_its_own_share_once(
    till: Till, order: tuple[str, str]
) -> None:
    await pending(till, 2160)
    await till.call_back(amount=Decimal(2160))
    share = {"cut": 1350, "bath": 810}
    for left, service in zip((2160, share[order[1]]), order, strict=True):
        booking = (await mine(till))[service]
        assert (booking.facts["paid"], booking.facts["paid_both"]) == (share[service], left)
        outcome, answer = await till.shop.write(CANCEL, {"appointment": booking})
        assert outcome == "done"
        assert answer.gives["cancellation"].facts["paid"] == share[service]
    items = await till.shop.gate.fetch_all(
        "SELECT (details ->> 'paid')::int FROM {t}.attention_items ORDER BY 1"
    )
    assert items == [(810,), (1350,)]


async def test_both_of_two_paid_are_told_of_as_one_sum(till: Till) -> None:
    await pending(till, 2160)
    await till.call_back(amount=Decimal(2160))
    held_both = await mine(till)
    both = {"appointment": held_both["bath"], "beside": held_both["cut"]}
    outcome, answer = await till.shop.write(CANCEL, both)
    assert (outcome, answer.gives["cancellation"].facts["paid"]) == ("done", 2160)
    items = await till.shop.gate.fetch_all("SELECT details ->> 'paid' FROM {t}.attention_items")
    assert items == [("2160",)]
