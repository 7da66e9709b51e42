"""Flow files with a slip in them: each is told what is wrong with it, or is accepted and talks.

`python -m tests.rehearsal.mutants 5000 1000` tries that many files, lets every accepted one have
as many random turns, in a process a processor at the lowest priority, and tells the figures.
"""

import multiprocessing
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from time import process_time

from engine.assembly.library import ROOT, load_library
from engine.document.files import read_file
from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.flow import FlowSet, SlotType
from engine.proof.proof import prove
from engine.rehearsal.fixtures.fixture import PLAIN, Fixture
from engine.rehearsal.fuzzing.fuzz import walks
from engine.rehearsal.staging.world import World
from engine.spec.compile import compile_flows
from engine.spec.gathered import flow_paths
from engine.spec.parts.slot_types import compile_types
from ratiba.testing.found import find
from ratiba.testing.worlds import world_of
from tests.rehearsal.slips import slipped
from tools.definitions import load_definitions

TOO_LONG_S = 2.0
"""Processor time that one file may take to be checked."""
CHUNK = 10
"""Files that a process takes at once."""
WALKS = 8
"""Conversations between two looks at how many turns there have been."""
LOWEST = 19
TOLD, ACCEPTED, DISPROVED, SAME = "told", "accepted", "refused by the proof", "unchanged"
CRASH = re.compile(r"\w+: ")
"""What no conversation may meet. Whoever publishes has a proof first: a file that is refused by
that is not accepted, and broken promises of a changed flow are all the prover's to find."""


@dataclass(slots=True)
class Tried:
    """What came of a number of files.

    Attributes:
        figures: how many were told, accepted, unchanged; the turns of the accepted ones.
        wrong: each thing that must not be, with the seed that brings it again.
        slowest_s: the longest check of one file, in seconds of the processor.
    """

    figures: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    def add(self, other: "Tried") -> None:
        self.figures += other.figures
        self.wrong += other.wrong
        self.slowest_s = max(self.slowest_s, other.slowest_s)

    def __str__(self) -> str:
        sums = ", ".join(f"{number} {name}" for name, number in sorted(self.figures.items()))
        return "\n".join((f"{sums}; slowest check {self.slowest_s:.2f} s", *self.wrong))


@cache
def shipped() -> Mapping[str, str]:
    return {path.as_posix(): path.read_text("utf-8") for path in flow_paths(ROOT)}


@cache
def names() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What each phrase certainly prints, by locale and id."""
    book = load_library(load_definitions()).book
    return {
        locale: {
            phrase: book.prints(phrase) for phrase in book.phrases if book.entry(locale, phrase)
        }
        for locale in book.locales
    }


@cache
def kinds() -> Mapping[str, SlotType]:
    document = read_file(ROOT / "flows" / "types.yaml", ROOT)
    assert isinstance(document, Document)
    found = compile_types(document, load_definitions())
    assert not isinstance(found, Problems)
    return found


@cache
def documents() -> Mapping[str, Document]:
    read_ = {file: read_file(Path(file), ROOT) for file in shipped()}
    return {file: one for file, one in read_.items() if isinstance(one, Document)}


@cache
def led_by() -> Mapping[str, tuple[Fixture, ...]]:
    """The fixtures of each flow: half of the random conversations follow one for a while."""
    found: dict[str, tuple[Fixture, ...]] = {}
    for case in find(()).cases:
        if case.fixture.vertical == PLAIN:
            found[case.fixture.flow] = (*found.get(case.fixture.flow, ()), case.fixture)
    return found


def tried(file: str, text: str) -> FlowSet | Problems:
    """Read and compile a file in the place of the shipped one."""
    found = read(text, file)
    if isinstance(found, Problems):
        return found
    others = [one for name, one in documents().items() if name != file]
    return compile_flows([*others, found], load_definitions(), names(), kinds())


def mutate(numbers: Iterable[int], turns: int, seed: str) -> Tried:
    """Try the files of these numbers; the same seed and number make the same file."""
    all_ = Tried()
    for one in numbers:
        all_.add(_one(f"{seed}:{one}", turns))
    return all_


def _one(seed: str, turns: int) -> Tried:
    random = Random(seed)  # noqa: S311 - repeatable
    file = random.choice(sorted(shipped()))
    text = slipped(shipped()[file], random)
    began = process_time()
    found = tried(file, text)
    result = Tried(slowest_s=process_time() - began)
    if result.slowest_s > TOO_LONG_S:
        result.wrong.append(f"{seed} took {result.slowest_s:.1f} s")
    if isinstance(found, Problems):
        result.figures[TOLD] += 1
        result.wrong += [] if len(found) else [f"{seed} was refused without a word"]
        return result
    if text == shipped()[file]:
        result.figures[SAME] += 1
        return result
    crash = _talk(replace(world_of(PLAIN), flows=found), Path(file).stem, seed, turns, result)
    refused = bool(crash) and bool(prove(found, world_of(PLAIN).book).faults)
    result.figures[DISPROVED if refused else ACCEPTED] += 1
    result.wrong += [f"{seed}: {crash}"] if crash and not refused else []
    return result


def _talk(world: World, flow: str, seed: str, turns: int, result: Tried) -> str:
    """Let a file have its turns, or fewer if something in them crashes; gives the crash, or ""."""
    known, talked, crash = led_by().get(flow, ()), 0, ""
    for batch in count():
        walked = walks(world, f"{seed}.{batch}", WALKS, known)
        talked += walked.turns + len(walked.failures)
        crash = next((one.why for one in walked.failures if CRASH.match(one.why)), "")
        if crash or talked >= turns:
            break
    result.figures["turns"] += talked
    return crash


def mutate_side_by_side(number: int, turns: int, seed: str) -> Iterator[Tried]:
    """Try the first files of a seed, in a process a processor; a result a chunk as they come."""
    for prepare in (names, kinds, documents, led_by):
        prepare()
    chunks = [
        (range(one, min(one + CHUNK, number)), turns, seed) for one in range(0, number, CHUNK)
    ]
    with multiprocessing.get_context("fork").Pool(os.cpu_count(), os.nice, (LOWEST,)) as pool:
        yield from pool.imap_unordered(_chunk, chunks)


def _chunk(chunk: tuple[Sequence[int], int, str]) -> Tried:
    return mutate(*chunk)


if __name__ == "__main__":
    given = sys.argv[1:]
    files, talks, of_seed = (*given, *("5000", "1000", "1")[len(given) :])
    sums = Tried()
    for part in mutate_side_by_side(int(files), int(talks), of_seed):
        sums.add(part)
        sys.stderr.writelines(f"{one}\n" for one in part.wrong)
    sys.stdout.write(f"{sums}\n")
