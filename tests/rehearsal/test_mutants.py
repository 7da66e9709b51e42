"""A flow file with a slip in it is accepted and runs, or is told what is wrong."""

from tests.rehearsal.mutants import mutate

FILES, TURNS = 120, 60


def test_no_file_brings_anything_down() -> None:
    figures, wrong, _ = mutate(FILES, TURNS, "suite")
    assert not wrong
    assert figures["told"] > figures["accepted"] > 0
