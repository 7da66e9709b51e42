"""A flow file with a slip in it is accepted and runs, or is told what is wrong."""

from tests.rehearsal.mutants import ACCEPTED, TOLD, mutate

FILES, TURNS = 120, 60


def test_no_file_brings_anything_down() -> None:
    tried = mutate(range(FILES), TURNS, "suite")
    assert not tried.wrong
    assert tried.figures[TOLD] > tried.figures[ACCEPTED] > 0
