"""A person is called in the middle of things, reads what it is about, and hands back: real rows."""

import pytest

from tests.turns.spa import Customer, Spa, settle_latest

WISHES = {"en": "I want to talk to a person", "sw": "nataka kuongea na mtu"}
ROADS = {
    "which person": ("swedish massage tomorrow at 11am",),
    "yes or no": ("book a haircut tomorrow at 3pm",),
    "the prompt is out": ("book a haircut tomorrow at 3pm", "yes"),
    "why it is cancelled": ("book a haircut tomorrow at 3pm", "yes", "paid", "cancel my haircut"),
    "cancel it?": ("book a haircut tomorrow at 3pm", "yes", "paid", "cancel", "I am travelling"),
    "move it when": ("book a haircut tomorrow at 3pm", "yes", "paid", "move my haircut"),
}
"""By what is asked at their end; `paid` is M-Pesa's word."""


async def led(spa: Spa, road: tuple[str, ...]) -> Customer:
    customer = spa.customer()
    for act in road:
        if act == "paid":
            await settle_latest(spa)
            await spa.work()
        else:
            await customer.says(act)
    return customer


@pytest.mark.parametrize("locale", WISHES)
@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
async def test_the_briefing_is_read_and_the_question_comes_again(
    spa: Spa, road: tuple[str, ...], locale: str
) -> None:
    customer = await led(spa, road)
    at = customer.state
    assert (await customer.says(WISHES[locale])).state == "ESCALATE"
    ((reason, summary),) = await spa.rows("SELECT reason, summary FROM {t}.handoff_log")
    assert reason == "asked"
    told, said = summary.split("\n\n")
    assert "service:" in told or "appointment:" in told
    heard = [line.removeprefix("> ") for line in said.splitlines() if line.startswith("> ")]
    every = [*(act for act in road if act != "paid"), WISHES[locale]]
    assert heard == every[-len(heard) :]
    assert len(heard) == min(5, len(every) if "paid" not in road else len(road[3:]) + 1)
    spoken = len(await customer.replies())
    assert (await customer.happens("notify_admin.handed_back")).state == at
    assert len(await customer.replies()) > spoken
    assert customer.session is not None
    assert customer.session.prompt is not None or at == "PAYMENT_PENDING"
