"""Conversations run again from the journal: on the same flows the same, on others classed."""

import shutil
from pathlib import Path

from engine.assembly.library import ROOT, load_library
from engine.journal.recording import Recording
from engine.journal.replay import Class, Replayed, replay, replayed
from engine.model.flow import FlowSet
from tests.turns.spa import Spa
from tools.definitions import load_definitions
from tools.publishing.recordings import recordings

HAIRCUT = "Hi I want to book a haircut tomorrow at 3pm"


async def recorded(spa: Spa) -> tuple[Recording, ...]:
    """Four customers: one pays, one corrects and declines, one is silent, one taps."""
    payer = await spa.customer("+254712000021").says(HAIRCUT)
    await payer.says("yes")
    await payer.happens("initiate_stk_push.settled")
    other = await spa.customer("+254712000022").says("nataka kunyolewa kesho saa nne asubuhi")
    await other.says("hapana, saa tano")
    await other.says("ndio")
    await other.happens("initiate_stk_push.cancelled")
    await other.says("no")
    await spa.customer("+254712000023").says("book a haircut")
    await spa.wait(minutes=45)
    tapper = await spa.customer("+254712000024").says("book a haircut on Friday at 10am")
    await tapper.taps("act:affirm")
    return await recordings(spa.gate, spa.tenant, most=100)


def flows(root: Path = ROOT) -> FlowSet:
    return load_library(load_definitions(), root).flows


def draft(tmp_path: Path, old: str, new: str, extra: dict[str, str] | None = None) -> FlowSet:
    """The shipped flows with one change in booking.yaml, and phrases that it needs."""
    for folder in ("flows", "prompts", "verticals"):
        shutil.copytree(ROOT / folder, tmp_path / folder, dirs_exist_ok=True)
    path = tmp_path / "flows/booking.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    for locale in ("en", "sw"):
        words = tmp_path / f"prompts/{locale}/booking.yaml"
        more = "".join(f"{name}: '{said}'\n" for name, said in (extra or {}).items())
        words.write_text(words.read_text(encoding="utf-8") + more, encoding="utf-8")
    return flows(tmp_path)


def kinds(results: list[Replayed]) -> dict[str, Class]:
    return {result.was: result.kind for result in results}


async def test_on_the_same_flows_every_conversation_is_the_same(spa: Spa) -> None:
    told = list(replay(flows(), await recorded(spa)))
    assert {result.was for result in told} == {
        "BOOKED",
        "ABANDONED",
        "PAYMENT_PENDING",
    }
    assert [result for result in told if result.kind is not Class.SAME] == []


async def test_other_words_are_told_from_other_deeds_and_new_questions(
    spa: Spa, tmp_path: Path
) -> None:
    recording = await recorded(spa)
    said = draft(tmp_path / "a", "recap: {say: recap}", "recap: {say: lost}")
    assert kinds(list(replay(said, recording)))["BOOKED"] is Class.OTHER_WORDS
    asked = draft(
        tmp_path / "b",
        "  hold: {do",
        "  colour: {ask: colour, type: text}\n  hold: {do",
        {"colour": "Which colour?"},
    )
    results = list(replay(asked, recording))
    assert kinds(results)["BOOKED"] is Class.NEW_QUESTION
    assert {result.where for result in results if result.where} == {"booking.colour"}


async def test_a_booking_on_other_terms_is_not_taken_for_the_one_that_was_made(
    spa: Spa, tmp_path: Path
) -> None:
    free = draft(tmp_path, "deposit: 100%", "deposit: 0%")
    paid = next(p for p in await recorded(spa) if p.end == "BOOKED")
    result = replayed(free, paid)
    assert (result.kind, result.where) == (Class.UNRECORDED, "confirm_booking")


async def test_the_same_record_gives_the_same_bytes(spa: Spa) -> None:
    recording = await recorded(spa)
    assert repr(list(replay(flows(), recording))) == repr(list(replay(flows(), recording)))
