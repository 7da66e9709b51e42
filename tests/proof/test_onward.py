"""What a flow goes on with is proved in its own exploration, with all that may be carried along."""

from pathlib import Path

from engine.assembly.library import Repertoire
from engine.model.flow import FlowSet
from engine.proof.proof import prove
from engine.proof.result import Fault, Proof
from engine.proof.scope import BEGUN, scope
from ratiba.checking.exploring import keys_of
from ratiba.checking.proofs import Proofs
from tests.proof.small import LOOK, SOUND, Slip, Slips, book, flows

UNCONFIRMED = Slip("visit", "  sure: {confirm: {declined: gone}, say: summary}\n", "")
BOOKS_WHAT_IS_DEAR = Slips(
    Slip("visit", "rules:\n", "rules:\n  dear: first and service.price > 900\n"),
    Slip("visit", "  know: {do", "  early: {branch: {dear: book}}\n  know: {do"),
)
"""Nothing is known of a service that was only heard; of one that another flow looked up it is."""
ONLY_AFTERWARDS = Slips(
    UNCONFIRMED,
    Slip("visit", "start: {intents: [book]}", "start: {event: look.no_more}"),
    Slip("start", "book: visit, ", ""),
)


def world(slip: Slip | Slips) -> FlowSet:
    """The small business with a task that goes on with the visit."""
    found = flows(slip, names=LOOK)
    assert isinstance(found, FlowSet), found
    return found


def proof(slip: Slip | Slips) -> Proof:
    return prove(world(slip), book())


def found_by(proved: Proof, flow: str) -> set[str]:
    return {wrong.sort for wrong, _, _ in proved.units[flow].wrong}


def told(proved: Proof, sort: str) -> Fault:
    return next(one for one in proved.faults if one.sort == sort and one.conversation)


def test_a_fault_beyond_is_found_in_the_proof_of_the_flow_that_has_it() -> None:
    proved = proof(UNCONFIRMED)
    assert found_by(proved, "visit") == {"unconfirmed"}
    assert found_by(proved, "look") == set()


def test_a_fault_that_needs_what_is_carried_along_is_found() -> None:
    """What is looked up in a first message comes too late for the branch, unless it was before."""
    proved = proof(BOOKS_WHAT_IS_DEAR)
    fault = told(proved, "never")
    assert (fault.flow, fault.step) == ("visit", "book")
    assert fault.conversation[0].words == "(goes on from: See what there is)"
    alone = flows(BOOKS_WHAT_IS_DEAR)
    assert isinstance(alone, FlowSet)
    assert "never" not in found_by(prove(alone, book()), "visit")


def test_a_flow_that_only_comes_after_another_is_proved_from_there() -> None:
    fault = told(proof(ONLY_AFTERWARDS), "unconfirmed")
    assert fault.conversation[0].what == "onward:look.to_visit"


def test_an_exploration_depends_on_nothing_of_the_flow_that_comes_next() -> None:
    before, after = keys_of(world(SOUND)), keys_of(world(UNCONFIRMED))
    assert {name for name in before if before[name] != after[name]} >= {"visit"}
    assert before["look"] == after["look"]


def test_it_depends_on_what_other_flows_carry_along_and_on_nothing_else_of_them() -> None:
    before = keys_of(world(SOUND))
    rings = Slip("look", "{quiet: 30m, go", "{quiet: 30m, say: visit.hello, go")
    spoken = keys_of(world(rings))
    assert spoken["look"] != before["look"]
    assert spoken["visit"] == before["visit"]
    nothing = keys_of(world(Slip("look", "  which: {ask: service, exits: {none: no_more}}\n", "")))
    assert nothing["visit"] != before["visit"]


def test_an_outline_begins_and_is_over() -> None:
    met = scope(world(SOUND), "look")
    assert set(met.flows["visit"].states) == {BEGUN}
    assert not met.flows["visit"].slots
    assert "book_time" not in met.tools
    assert set(met.flows["look"].states) > {"which", "to_visit"}


def test_two_businesses_that_differ_beyond_share_the_proof(tmp_path: Path) -> None:
    words: list[str] = []
    worlds = [Repertoire(world(slip), book()) for slip in (SOUND, UNCONFIRMED)]
    Proofs(tmp_path, words.append).verdicts(worlds)
    assert sum(one.endswith(": look") for one in words) == 1
