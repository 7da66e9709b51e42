"""Callbacks that are not what they seem: kept for people, without effect."""

import pytest

from tests.tools.payments.conftest import CHECKOUT, Till

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
