"""Several check at once: what one has explored the other takes, and nothing is forked."""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from ratiba.checking.proofs import Proofs
from tests.proof.test_kept import Told, repertoire

PATIENCE_S = 60


@pytest.fixture
def beside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as threads:
        yield threads


def test_what_another_explores_already_is_not_explored_twice(
    tmp_path: Path, beside: ThreadPoolExecutor
) -> None:
    """The second comes while the first explores, and has looked at the shelf before it waits."""
    first, second, has_looked = Told(), Told(), Event()
    under_way: list[Future[object]] = []

    def hear_second(words: str) -> None:
        second.hear(words)
        has_looked.set()

    def hear_first(words: str) -> None:
        first.hear(words)
        if first and not under_way:
            late = Proofs(tmp_path, hear_second)
            under_way.append(beside.submit(late.verdicts, [repertoire()]))
            assert has_looked.wait(PATIENCE_S)

    found = beside.submit(Proofs(tmp_path, hear_first).verdicts, [repertoire()])
    assert found.result(PATIENCE_S) == under_way[0].result(PATIENCE_S)
    assert set(first) == {"visit", "handoff", "start"}
    assert second == []


def test_a_process_with_threads_is_not_forked(tmp_path: Path, beside: ThreadPoolExecutor) -> None:
    """The child would find every lock that another thread holds held for ever."""
    forks: list[int] = []
    os.register_at_fork(before=lambda: forks.append(1))
    apart = beside.submit(Proofs(tmp_path / "apart").verdicts, [repertoire()])
    found = apart.result(PATIENCE_S)
    assert forks == []
    assert found == Proofs(tmp_path / "here").verdicts([repertoire()])
