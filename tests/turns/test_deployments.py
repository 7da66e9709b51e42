"""What is shipped changes beneath conversations that were left in the version they began with."""

from tests.publishing import AMINA, COLOURS, PATIENT, gate, wish
from tests.turns.spa import Customer, Spa
from tools.publishing.records import Published
from tools.publishing.service import Publishing

TOOL_GONE = "UPDATE public.flow_texts SET source = replace(source, %s, %s)"


async def choosing(spa: Spa, phone: str = "+254712000001") -> Customer:
    customer = await spa.customer(phone).says("book a swedish massage")
    assert customer.state == "COLLECT_STAFF"
    return customer


async def publish(spa: Spa, source: str, *, pin: bool) -> None:
    publishing = Publishing(spa.house.engine.core.database, gate(), spa.clock)
    done = await publishing.publish(spa.tenant, AMINA, wish(source, spa.tenant, pin=pin))
    assert isinstance(done, Published), done


async def test_pinned_conversations_outlive_a_deployment(spa: Spa, deployed: Spa) -> None:
    customer = await choosing(spa)
    await publish(spa, COLOURS, pin=True)
    customer.spa = deployed
    assert (await customer.says("hello")).state == "COLLECT_STAFF"
    assert (await customer.taps("staff=mary")).state == "COLLECT_SLOT"
    assert (await customer.says("tomorrow at 3pm")).state == "CONFIRM"
    fresh = await deployed.customer("+254712000002").says("book a swedish massage")
    assert fresh.state == "PICK_SOMEBODY"


async def test_who_was_not_pinned_goes_on_in_the_newer_release(spa: Spa, deployed: Spa) -> None:
    await publish(spa, PATIENT, pin=False)
    customer = await choosing(spa)
    customer.spa = deployed
    assert (await customer.says("hello")).state == "PICK_SOMEBODY"


async def test_a_release_that_no_longer_serves_the_older_text_takes_them_along(
    spa: Spa, deployed: Spa
) -> None:
    customer = await choosing(spa)
    await publish(spa, COLOURS, pin=True)
    await spa.gate.execute(TOOL_GONE, ["tentatively_reserve", "no_such_tool"])
    try:
        customer.spa = deployed
        assert (await customer.says("hello")).state == "PICK_SOMEBODY"
    finally:
        await spa.gate.execute(TOOL_GONE, ["no_such_tool", "tentatively_reserve"])


async def test_what_is_shipped_is_kept_once(spa: Spa, deployed: Spa) -> None:
    """Once a release: the next one keeps its own texts when somebody first talks to it."""
    await publish(spa, COLOURS, pin=True)
    kept = await counts(spa)
    await publish(spa, PATIENT, pin=False)
    assert await counts(spa) == kept
    assert (await deployed.customer().says("book a swedish massage")).state == "PICK_SOMEBODY"
    newer = await counts(spa)
    another = await deployed.customer("+254712000002").says("book a swedish massage")
    assert another.state == "PICK_SOMEBODY"
    assert await counts(spa) == newer


async def counts(spa: Spa) -> tuple[int, int]:
    (row,) = await spa.rows(
        "SELECT (SELECT count(*) FROM public.flow_texts),"
        " (SELECT count(*) FROM public.flow_shelves)"
    )
    return int(row[0]), int(row[1])
