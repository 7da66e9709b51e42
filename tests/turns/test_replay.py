"""Conversations run again from the journal: on the same flows the same, on others classed."""

import shutil
from pathlib import Path

from engine.assembly.library import ROOT, load_library
from engine.journal.deeds import own_ids
from engine.journal.differences import differences
from engine.journal.entry import Entry, read_entry
from engine.journal.recording import Recording
from engine.journal.replay import Class, Replayed, Stop, replay, replayed
from engine.model.flow import FlowSet
from ratiba.replaying.words import told
from tests.turns.spa import Spa
from tools.definitions import load_definitions
from tools.publishing.recordings import recordings

SINCE_2 = {"shape", "runs"}
"""What entries of the first shape lack."""
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
        "OUT_OF_MIND",
        "PAYMENT_PENDING",
    }
    assert [result for result in told if result.kind is not Class.SAME] == []


async def test_other_words_are_told_from_other_deeds_and_new_questions(
    spa: Spa, tmp_path: Path
) -> None:
    recording = await recorded(spa)
    said = draft(tmp_path / "a", "recap: {say: recap}", "recap: {say: lost}")
    assert kinds(list(replay(said, recording)))["BOOKED"] is Class.SAID_OTHERWISE
    asked = draft(
        tmp_path / "b",
        "  hold: {do",
        "  colour: {ask: colour, type: text}\n  hold: {do",
        {"colour": "Which colour?"},
    )
    results = list(replay(asked, recording))
    assert kinds(results)["BOOKED"] is Class.CANNOT_GO_ON
    assert {(result.why, result.where) for result in results if result.where} == {
        (Stop.NEW_QUESTION, "booking.colour")
    }


async def test_a_booking_on_other_terms_is_not_taken_for_the_one_that_was_made(
    spa: Spa, tmp_path: Path
) -> None:
    free = draft(tmp_path, "deposit: 100%", "deposit: 0%")
    paid = next(p for p in await recorded(spa) if p.end == "BOOKED")
    result = replayed(free, paid)
    assert (result.kind, result.end) == (Class.DEEDS_OTHERWISE, "BOOKED")
    assert [(one.deed, one.part, one.was, one.became) for one in result.differences] == [
        ("run confirm_booking", "until_paid", True, False),
        ("run initiate_stk_push", "", None, None),
        ("emit payment.settled", "", None, None),
    ]


async def test_a_charge_of_another_share_is_told(spa: Spa, tmp_path: Path) -> None:
    half = draft(tmp_path, "deposit: 100%", "deposit: 50%")
    results = list(replay(half, await recorded(spa)))
    assert sorted((one.was, one.kind) for one in results) == [
        ("ABANDONED", Class.SAME),
        ("BOOKED", Class.DEEDS_OTHERWISE),
        ("OUT_OF_MIND", Class.DEEDS_OTHERWISE),
        ("PAYMENT_PENDING", Class.DEEDS_OTHERWISE),
    ]
    (charged,) = next(one for one in results if one.was == "BOOKED").differences
    assert (charged.turn, charged.deed, charged.part) == (2, "run initiate_stk_push", "share")
    assert told(charged, load_definitions()) == (
        "Send the M-Pesa prompt: share 100% then, 50% now (price KES 1,500)"
    )


async def test_ids_that_tools_made_up_do_not_count(spa: Spa) -> None:
    """As many conversations as one has: each with its own contact, hold and booking."""
    first = await spa.customer("+254712000025").says(HAIRCUT)
    await first.says("no")
    await spa.wait(minutes=31)
    again = await spa.customer("+254712000025").says(HAIRCUT)
    await again.says("no")
    one, other = await recordings(spa.gate, spa.tenant, most=2)
    own = own_ids(one.entries) | own_ids(other.entries)
    assert one.deeds != other.deeds
    assert differences(one.deeds, other.deeds, own) == ()
    assert differences(one.deeds, other.deeds, frozenset()) != ()


async def test_entries_of_the_first_shape_are_read_and_run_again(spa: Spa) -> None:
    now = await recorded(spa)
    rows = await spa.rows("SELECT thread_id, entry FROM {t}.journal ORDER BY id")
    first: dict[str, list[Entry]] = {thread: [] for thread, _ in rows}
    for thread, stored in rows:
        first[thread].append(read_entry({k: v for k, v in stored.items() if k not in SINCE_2}))
    then = {
        thread: Recording(thread, spa.tenant.locale, entries) for thread, entries in first.items()
    }
    assert {one.thread_id: one.entries for one in now} == {
        thread: tuple(one.entries) for thread, one in then.items()
    }


async def test_the_same_record_gives_the_same_bytes(spa: Spa) -> None:
    recording = await recorded(spa)
    assert repr(list(replay(flows(), recording))) == repr(list(replay(flows(), recording)))
