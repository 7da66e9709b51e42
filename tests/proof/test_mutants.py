"""Every slip of `mutants.yaml` is found, and told with the conversation that it leads to."""

from pathlib import Path

import pytest

from engine.document.reader import read
from engine.document.tree import Document, plain
from tests.proof.small import Slip, faults, proof

HERE = Path(__file__).parent


def mutants() -> list[dict[str, str]]:
    found = read((HERE / "mutants.yaml").read_text(encoding="utf-8"), "mutants.yaml")
    assert isinstance(found, Document), found
    table = plain(found.root)
    assert isinstance(table, list)
    return table  # type: ignore[return-value]


MUTANTS = mutants()


def test_there_are_forty_and_each_is_another() -> None:
    slips = {(one["file"], one["old"], one["new"]) for one in MUTANTS}
    assert len(slips) == len(MUTANTS) >= 40


def test_without_a_slip_everything_is_proved() -> None:
    found = proof()
    assert found.faults == ()
    assert len(found.situations) > 20


@pytest.mark.parametrize("mutant", MUTANTS, ids=[one["name"] for one in MUTANTS])
def test_a_slip_is_found(mutant: dict[str, str]) -> None:
    found = faults(Slip(mutant["file"], mutant["old"], mutant["new"]))
    told = [one for one in found if mutant["fault"] in one.fault]
    assert told, [one.fault for one in found]
    last = " | ".join(line.words for line in getattr(told[0], "conversation", ())[-4:])
    assert mutant.get("ends", "") in last, last
