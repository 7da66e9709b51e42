"""Callbacks that are not what they seem: kept for people, without effect."""

import json

import pytest

from engine.model.payment import StkCallback
from tests.tools.payments.conftest import CHECKOUT, Till
from tools.payments.strays import FROM_A_TOKEN, FROM_STRANGERS, LONGEST_BODY

UNTOUCHED = ("pending", True, "created", ["created"])


@pytest.mark.parametrize("token", ["made-up", "x" * 300, "nul\x00byte", "%s'; --"])
async def test_an_unknown_token_is_kept_without_effect(till: Till, token: str) -> None:
    await till.pending()
    before = len(await till.unrouted())
    assert not await till.call_back(token=token)
    assert await till.states() == UNTOUCHED
    assert (await till.unrouted())[before:] == ["unknown_token"]


async def test_a_body_that_is_no_callback_is_kept(till: Till) -> None:
    await till.pending()
    assert not await till.callbacks.take(await till.token(), None, "<html>\x00")
    assert (await till.unrouted())[-1] == "no_callback"
    assert await till.states() == UNTOUCHED


async def test_a_receipt_of_another_payment_pays_nothing(till: Till) -> None:
    await till.pending()
    await till.call_back(receipt="UF15STOLEN")
    second = await till.book_unpaid("16:00")
    await till.prompt(second)
    assert not await till.call_back(
        token=await till.token(second), receipt="UF15STOLEN", checkout_request_id="ws_CO_2"
    )
    assert (await till.unrouted())[-1] == "receipt_used"
    row = await till.shop.gate.fetch_one("SELECT state FROM {t}.payments WHERE id = %s", [second])
    assert row == ("created",)


async def test_a_word_on_another_prompt_is_not_believed(till: Till) -> None:
    await till.pending()
    await till.send()
    assert not await till.call_back(checkout_request_id="ws_CO_of_somebody_else")
    assert (await till.unrouted())[-1] == "other_prompt"
    assert (await till.states())[0] == "pending"


async def test_paid_without_a_receipt_is_not_believed(till: Till) -> None:
    await till.pending()
    assert not await till.call_back(receipt=None)
    assert (await till.unrouted())[-1] == "paid_without_receipt"


async def test_a_callback_before_our_push_was_answered_counts_and_names_the_prompt(
    till: Till,
) -> None:
    await till.pending()
    assert await till.call_back()
    row = await till.shop.gate.fetch_one("SELECT checkout_request_id FROM {t}.payments")
    assert row == (CHECKOUT,)


async def test_a_callback_for_a_deleted_tenant_is_kept(till: Till) -> None:
    await till.pending()
    token, slug = await till.token(), till.shop.tenant.slug
    await till.shop.gate.execute(
        "UPDATE public.tenants SET slug = 'gone_for_now' WHERE slug = %s", [slug]
    )
    try:
        assert not await till.call_back(token=token)
        assert (await till.unrouted())[-1] == "tenant_gone"
    finally:
        await till.shop.gate.execute(
            "UPDATE public.tenants SET slug = %s WHERE slug = 'gone_for_now'", [slug]
        )


async def test_a_provider_s_odd_words_are_kept_as_far_as_they_can_be(till: Till) -> None:
    await till.pending()
    assert await till.call_back(1, result_text="no \x00 funds \ud800")
    row = await till.shop.gate.fetch_one("SELECT result_text FROM {t}.payment_attempts")
    assert row == ("no  funds ?",)


async def stray(till: Till, token: str) -> list[tuple[object, ...]]:
    rows = await till.shop.gate.fetch_all(
        "SELECT tenant, reason, body, checkout_request_id FROM public.payment_callbacks_unrouted"
        " WHERE token = %s ORDER BY id",
        [token],
    )
    return [tuple(row) for row in rows]


async def test_of_a_stranger_only_bare_facts_are_kept(till: Till) -> None:
    await till.pending()
    callback = StkCallback(CHECKOUT, "1", 0, "x", receipt="UF15ABCDEF", phone="+254712345678")
    raw = '{"PhoneNumber": 254712345678}' * 1000
    token = "a-token-that-we-never-gave-out"
    for _ in range(3):
        assert not await till.callbacks.take(token, callback, raw)
    ((tenant, reason, body, checkout),) = await stray(till, token)
    assert (tenant, reason, checkout) == (None, "unknown_token", CHECKOUT)
    assert "254712345678" not in str(body)
    facts = json.loads(str(body))
    assert (facts["receipt"], facts["result_code"]) == ("UF15ABCDEF", 0)
    assert len(str(body)) < 200


async def test_strangers_cannot_fill_the_table_nor_crowd_out_a_token_of_ours(till: Till) -> None:
    await till.pending()
    till.shop.pass_time(days=30)
    for number in range(FROM_STRANGERS + 5):
        assert not await till.callbacks.take(f"flood-{till.shop.tenant.slug}-{number}", None, "{}")
    rows = await till.shop.gate.fetch_one(
        "SELECT count(*) FROM public.payment_callbacks_unrouted WHERE token LIKE %s",
        [f"flood-{till.shop.tenant.slug}-%"],
    )
    assert rows == (FROM_STRANGERS,)
    token = await till.token()
    for number in (*range(FROM_A_TOKEN + 5), 0):
        assert not await till.callbacks.take(token, None, f"<html>{number}" + "x" * 9_000)
    kept = await stray(till, token)
    assert len(kept) == FROM_A_TOKEN
    assert {len(str(body)) for _, _, body, _ in kept} == {LONGEST_BODY}
    till.shop.pass_time(hours=1, minutes=1)
    assert not await till.callbacks.take(token, None, "<html> later")
    assert len(await stray(till, token)) == FROM_A_TOKEN + 1


async def test_a_token_is_known_if_we_gave_it_out(till: Till) -> None:
    await till.pending()
    token = await till.token()
    assert await till.callbacks.knows(token)
    assert not await till.callbacks.knows(token[::-1])
