"""How well customers are understood: counted from what was said, told of once."""

from datetime import timedelta
from typing import Any

import pytest
import structlog

from engine.settings import Settings
from ratiba.keeping.change import change
from tests.turns.conftest import open_spa
from tests.turns.spa import Spa
from tools.quality.counting import SETTLED, count
from tools.quality.standing import WATCHED, Example, Standing, examples, standing
from tools.quality.watch import QualityWatch
from tools.tenants.options import read_options

BOOKS = "massage tomorrow at 3pm"
WHOLE = "a haircut tomorrow at 3pm"
ADMIN = "+254700000009"


async def look(spa: Spa) -> list[dict[str, Any]]:
    """Count as a worker does, once the turns are settled; what the log says of it."""
    spa.clock.advance(SETTLED + timedelta(seconds=1))
    with structlog.testing.capture_logs() as logs:
        await QualityWatch(spa.house.engine.core.database, spa.clock).do(spa.tenant)
    return [dict(one) for one in logs if str(one["event"]).startswith("quality.")]


async def stands(spa: Spa) -> Standing:
    return await standing(spa.gate, spa.clock.now())


async def found(spa: Spa) -> list[tuple[str, str]]:
    await look(spa)
    return [(one.signal.value, one.said) for one in await examples(spa.gate)]


async def items(spa: Spa) -> list[Any]:
    rows = await spa.rows(
        "SELECT reason, resolved_at IS NULL FROM {t}.attention_items"
        " WHERE ref = 'understanding' ORDER BY opened_at, id"
    )
    return [tuple(row) for row in rows]


async def told(spa: Spa) -> list[Any]:
    return list(await spa.rows("SELECT recipient FROM {t}.outbox WHERE kind = 'notify'"))


async def setting(spa: Spa, *pairs: str) -> None:
    spa.tenant = await change(spa.house.engine.core, spa.tenant.slug, read_options(pairs), None)


@pytest.mark.parametrize(
    ("first", "then", "signal"),
    [
        (WHOLE, "that's not what I meant", "not_meant"),
        ("nataka kunyolewa kesho saa nane", "sikumaanisha hivyo", "not_meant"),
        (WHOLE, "no, at 4pm", "corrected"),
        (WHOLE, "qwerty zxcvb asdf", "no_match"),
        (WHOLE, "can I talk to a person please", "handoff"),
        ("how much is a haircut", "nataka kuongea na mtu", "handoff"),
    ],
)
async def test_the_next_words_show_what_was_misheard(
    spa: Spa, first: str, then: str, signal: str
) -> None:
    customer = await spa.customer().says(first)
    spa.clock.advance(timedelta(minutes=1))
    await customer.says(then)
    assert await found(spa) == [(signal, first)]


@pytest.mark.parametrize(
    "talk",
    [
        (WHOLE, "yes"),
        (BOOKS, "swedish", "anyone"),
        ("how much is a haircut", "yes please"),
        ("asante", "qwerty zxcvb asdf"),
        ("I want a person", "can I talk to a person please"),
        (WHOLE, "what are your opening hours", "make it 4pm please"),
    ],
)
async def test_what_goes_well_is_not_misheard(spa: Spa, talk: tuple[str, ...]) -> None:
    customer = spa.customer()
    for words in talk[:-1]:
        await customer.says(words)
        spa.clock.advance(timedelta(minutes=1))
    await customer.says(talk[-1])
    assert not await found(spa)


async def test_each_turn_counts_once_whoever_counts(spa: Spa) -> None:
    customer = await spa.customer().says(WHOLE)
    await look(spa)
    await customer.says("that's not what I meant")
    await look(spa)
    await look(spa)
    count = (await stands(spa)).count
    assert (count.turns, count.misheard) == (1, 1)


async def test_what_comes_much_later_speaks_of_something_else(spa: Spa) -> None:
    customer = await spa.customer().says(WHOLE)
    spa.clock.advance(timedelta(minutes=20))
    await customer.says("that's not what I meant")
    assert not await found(spa)


async def test_a_day_later_it_is_forgotten(spa: Spa) -> None:
    await (await spa.customer().says(WHOLE)).says("qwerty zxcvb asdf")
    await look(spa)
    spa.clock.advance(timedelta(hours=26))
    await look(spa)
    assert (await stands(spa)).count.turns == 0
    (kept,) = await examples(spa.gate)
    assert kept.said == WHOLE, "the examples of earlier days can still be looked at"


async def test_what_is_misheard_is_counted_as_long_as_the_turns_are(spa: Spa) -> None:
    spa.clock.advance(timedelta(minutes=10))
    await misheard(spa, 1)
    spa.clock.advance(timedelta(hours=23, minutes=40))
    await look(spa)
    early = (await stands(spa)).count
    spa.clock.advance(timedelta(minutes=15))
    late = (await stands(spa)).count
    assert (early.turns, early.misheard) == (late.turns, late.misheard) == (1, 1)
    spa.clock.advance(timedelta(hours=1))
    gone = (await stands(spa)).count
    assert (gone.turns, gone.misheard) == (0, 0)


async def misheard(spa: Spa, number: int) -> None:
    """So many customers whose wish was misheard, each with one turn that counts."""
    for one in range(number):
        customer = await spa.customer(f"+2547120001{one:02}").says("how much is a haircut")
        await customer.says("that's not what I meant")


async def heard(spa: Spa, number: int) -> None:
    for one in range(number):
        await spa.customer(f"+2547120002{one:02}").says("how much is a haircut")


async def test_one_of_three_is_no_alarm(spa: Spa) -> None:
    await misheard(spa, 1)
    await heard(spa, 2)
    assert not await look(spa)
    assert not await items(spa)
    assert (await stands(spa)).level == "good"


async def test_a_limit_that_is_passed_is_told_once(spa: Spa) -> None:
    await setting(
        spa,
        "misheard_least_turns=10",
        "misheard_soft_percent=20",
        "misheard_hard_percent=40",
        f"admin_whatsapp={ADMIN}",
    )
    await heard(spa, 9)
    await misheard(spa, 3)
    (soft,) = await look(spa)
    assert (soft["event"], soft["log_level"]) == ("quality.soft", "warning")
    assert (soft["misheard"], soft["turns"], soft["percent"]) == (3, 12, 25.0)
    assert await items(spa) == [("misheard", True)]
    assert not await told(spa), "only the list is told"
    assert not await look(spa)
    await misheard(spa, 9)
    (hard,) = await look(spa)
    assert (hard["event"], hard["log_level"]) == ("quality.hard", "error")
    assert await items(spa) == [("misheard", True), ("misheard_often", True)]
    assert await told(spa) == [(f"whatsapp:{ADMIN.removeprefix('+')}",)]
    assert not await look(spa), "a process that starts anew knows what was told"
    spa.clock.advance(timedelta(hours=26))
    (better,) = await look(spa)
    assert (better["event"], better["level"]) == ("quality.better", "good")
    assert await items(spa) == [("misheard", False), ("misheard_often", False)]


async def test_examples_hide_numbers_and_tell_what_was_made_of_the_words(spa: Spa) -> None:
    first = "call me on 0712 345 678 or jo@example.com about a haircut tomorrow at 3pm"
    await (await spa.customer().says(first)).says("that's not what I meant, 0712345678")
    await look(spa)
    (one,) = await examples(spa.gate)
    assert isinstance(one, Example)
    assert "345" not in one.said + one.then
    assert "@" not in one.said
    assert "haircut tomorrow at 3pm" in one.said
    assert "service" in one.taken


async def test_what_is_misheard_in_one_business_is_nothing_to_another(
    spa: Spa, settings: Settings
) -> None:
    async with open_spa(settings) as other:
        await setting(spa, "misheard_least_turns=1", "misheard_hard_percent=1")
        await setting(other, "misheard_least_turns=1", "misheard_hard_percent=1")
        await misheard(spa, 3)
        assert await look(spa)
        assert not await look(other)
        assert (await stands(spa)).count.misheard == 3
        there = await stands(other)
        assert (there.count.turns, there.count.misheard, there.level) == (0, 0, "good")
        assert await items(spa)
        assert not await items(other)
        assert not await other.rows("SELECT id FROM {t}.model_calls")
        assert not await examples(other.gate)


async def test_whether_a_worker_looks_is_known_and_looking_on_changes_nothing(spa: Spa) -> None:
    await spa.customer().says(WHOLE)
    assert not (await stands(spa)).watched(spa.clock.now())
    await look(spa)
    assert (await stands(spa)).watched(spa.clock.now())
    spa.clock.advance(WATCHED + timedelta(seconds=1))
    await count(spa.house.engine.core.database, spa.gate, spa.clock.now())
    assert not (await stands(spa)).watched(spa.clock.now())


async def test_turns_count_by_the_threshold_of_their_business(spa: Spa) -> None:
    """An act that decided nothing here was not taken for anything."""
    for act_from, turns in (("0.95", 0), ("0.7", 1)):
        await setting(spa, f"act_from={act_from}")
        await spa.customer(f"+25471200{act_from[-1]:0>4}").says("can I come in")
        await look(spa)
        assert (await stands(spa)).count.turns == turns
