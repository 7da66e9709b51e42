"""Messages that come twice, out of order, strange, or to nobody; sends that meet refusals."""

import asyncio
import json
from itertools import repeat
from typing import LiteralString

from sandbox.faults import Fault, Kind
from sandbox.graph.book import new_wamid
from sandbox.graph.webhook import Author
from tests.chaos.crowd import own_wish, somebody
from tests.chaos.customer import CANARY, TAKEN, Customer
from tests.chaos.rig import Rig
from tests.chaos.scenario import Group
from tests.chaos.town import TOWN

DELIVERY = Group("delivery")
UNAVAILABLE = 503
BIG = 150_000
MINE: LiteralString = """
SELECT provider_id FROM {t}.inbox WHERE customer_id = %(phone)s AND kind = 'message' ORDER BY seq
"""
TOLD: LiteralString = """
SELECT body ->> 'text' FROM {t}.outbox WHERE recipient = %(to)s AND kind = 'reply' ORDER BY id
"""


@DELIVERY("a webhook posted a hundred times at once")
async def a_hundred_times(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer, key = somebody(rig), new_wamid()
        await asyncio.gather(*(customer.says("hello", one) for one in repeat(key, 100)))
        await rig.calm()
        assert len(await _stored(rig, customer)) == 1
        assert len(rig.at.graph.sent(customer.phone)) == 1, "answered more than once"
    return f"{much} messages, {100 * much} posts, {much} answers"


@DELIVERY("a business's fifty messages of one customer within a second, each with its effect")
async def in_a_burst(rig: Rig, much: int) -> str:
    customer = somebody(rig)
    for _ in range(much):
        keys = [new_wamid() for _ in range(50)]
        await asyncio.gather(*(customer.says("how much is a haircut", key) for key in keys))
        assert await rig.calm(), "not taken in time"
    stored = await _stored(rig, customer)
    said = await rig.rows(TOLD, customer.business, to=f"whatsapp:{customer.phone}")
    assert len(stored) == 50 * much
    assert [text for (text,) in said] == [one.text for one in rig.at.graph.sent(customer.phone)]
    return f"{len(stored)} messages, {len(said)} replies, sent in their order"


@DELIVERY("yes and yes, two messages at once, at the confirmation")
async def yes_yes(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = somebody(rig)
        customer.pays(code=None)
        await customer.says(own_wish(customer))
        await rig.at.graph.wait_sent(customer.phone)
        await asyncio.gather(customer.says("yes"), customer.says("yes"))
        await rig.calm()
        prompts = rig.at.daraja.shown(customer.phone)
        assert len(prompts) == 1, f"{len(prompts)} prompts"
        await customer.answers(prompts[0], code=0)
        assert await customer.goes_on(), "not booked"
    return f"{much} bookings, a prompt each"


@DELIVERY("Postgres down while webhooks come: 503 in time, never 200")
async def no_postgres(rig: Rig, much: int) -> str:
    customer, loop = somebody(rig), asyncio.get_running_loop()
    await asyncio.to_thread(rig.ground.stop_postgres)
    rig.did("Postgres restarted")
    slowest = 0.0
    try:
        for _ in range(3 * much):
            began = loop.time()
            status = await _post_hello(rig, customer)
            slowest = max(slowest, loop.time() - began)
            assert status == UNAVAILABLE, f"answered {status}"
    finally:
        await asyncio.to_thread(rig.ground.start_postgres)
    await customer.says("hello")
    assert await rig.at.graph.wait_sent(customer.phone), "not answered afterwards"
    return f"{3 * much} times 503, the slowest after {slowest:.1f} s"


@DELIVERY("contents that nobody expects, from 150 KB to a voice note")
async def strange(rig: Rig, much: int) -> str:
    contents: list[dict[str, object]] = [
        {"type": "text", "text": {"body": "a" * BIG}},
        {"type": "text", "text": {"body": f"hel\x00lo {{{{7*7}}}} '; drop table x; -- {CANARY}"}},
        {"type": "text", "text": {"body": "\u202e\U0001f600" * 500}},
        {"type": "text", "text": {}},
        {"type": "text"},
        {"type": "image", "image": {"id": "1", "mime_type": "image/jpeg"}},
        {"type": "audio", "audio": {"id": "2", "voice": True}},
        {"type": "location", "location": {"latitude": -1.28, "longitude": 36.8}},
        {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "👍"}},
        {"type": "unsupported", "errors": [{"code": 131051}]},
        {"type": "interactive", "interactive": {"type": "button_reply"}},
        {"type": "hologram", "hologram": [[[]]]},
    ]
    for content in contents * much:
        customer = somebody(rig)
        await customer.deliver(content)
        await rig.calm()
        await customer.says("hello")
        assert await rig.at.graph.wait_sent(customer.phone), f"silent after {content['type']}"
    return f"{len(contents) * much} taken, each thread went on"


@DELIVERY("bodies that are no webhook at all: refused, no row")
async def no_webhook(rig: Rig, much: int) -> str:
    before = [await rig.rows("SELECT count(*) FROM {t}.inbox", one) for one in TOWN]
    deep = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    bodies = (b"", b"nonsense", b"\xff\xfe\x00", b"[]", b'{"entry": 3}', deep)
    for body in bodies * much:
        status = await rig.webhooks.post_raw(body)
        assert 200 <= status < 500, f"answered {status} to {body[:20]!r}"
    forged = json.dumps({"object": "whatsapp_business_account", "entry": []}).encode()
    assert await rig.webhooks.post_raw(forged, "sha256=" + "0" * 64) == 403
    assert before == [await rig.rows("SELECT count(*) FROM {t}.inbox", one) for one in TOWN]
    return f"{len(bodies) * much} refused, a forged one with 403"


@DELIVERY("a number of no business: taken, no row, nobody else's")
async def of_no_tenant(rig: Rig, much: int) -> str:
    for _ in range(much):
        author = Author("254799999999", name="A Customer")
        content = {"id": new_wamid(), "type": "text", "text": {"body": "hello"}}
        assert await rig.webhooks.message("999999999999999", author, content) == TAKEN
    for business in TOWN:
        asked = "SELECT count(*) FROM {t}.inbox WHERE customer_id LIKE '%%99999999'"
        assert await rig.rows(asked, business) == [(0,)]
    return f"{much} taken"


@DELIVERY("WhatsApp refusing for a while: every reply arrives, in order")
async def refused_for_a_while(rig: Rig, much: int) -> str:
    for kind, value in ((Kind.STATUS, "500"), (Kind.STATUS, "429"), (Kind.CODE, "131056")):
        for _ in range(much):
            customer = somebody(rig)
            rig.at.graph.faults.add(Fault(where="messages", kind=kind, value=value, times=1))
            await customer.says("hello")
            await customer.says("how much is a haircut")
            assert await rig.calm(), "not sent in time"
            told = await rig.rows(TOLD, customer.business, to=f"whatsapp:{customer.phone}")
            sent = [one.text for one in rig.at.graph.sent(customer.phone)]
            assert [text for (text,) in told] == sent, f"after {value}"
    return f"{3 * much} refusals, nothing out of order"


async def _stored(rig: Rig, customer: Customer) -> list[str]:
    rows = await rig.rows(MINE, customer.business, phone=f"+{customer.phone}")
    return [key for (key,) in rows]


async def _post_hello(rig: Rig, customer: Customer) -> int:
    content = {"id": new_wamid(), "type": "text", "text": {"body": "hello"}}
    return await rig.webhooks.message(customer.business.account, Author(customer.phone), content)
