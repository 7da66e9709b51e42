"""Flow files with a slip in them: a character, a line or a value changed, put in or taken out.

`python -m tests.rehearsal.mutants 5000` tries that many and tells the figures.
"""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from engine.assembly.library import ROOT, flow_files, load_library, printed_names
from engine.model.flow import FlowSet, SlotType
from engine.rehearsal.fuzz import walks
from engine.rehearsal.world import World
from engine.spec.compile import compile_flows
from engine.spec.document.files import read_file
from engine.spec.document.problem import Problems
from engine.spec.document.reader import read
from engine.spec.document.tree import Document
from engine.spec.parts.slot_types import compile_types
from ratiba.testing.worlds import world_of
from tools.definitions import load_definitions

TOO_LONG_S = 2.0
LETTERS = "abcdefgoxyz _:{}[],-#'\"&*!%@.0123456789\n\t"
TURNS_A_WALK = 12
CRASH = re.compile(r"(\w+Error|Broken|UnknownPhrase): ")
"""What no conversation may meet; broken promises of a changed flow are the prover's to find."""


@cache
def shipped() -> dict[str, str]:
    return {path.as_posix(): path.read_text("utf-8") for path in flow_files(ROOT)}


@cache
def names() -> Mapping[str, Mapping[str, frozenset[str]]]:
    return printed_names(load_library(load_definitions()).book)


@cache
def kinds() -> Mapping[str, SlotType]:
    document = read_file(ROOT / "flows" / "types.yaml", ROOT)
    assert isinstance(document, Document)
    found = compile_types(document, load_definitions())
    assert not isinstance(found, Problems)
    return found


@cache
def documents() -> dict[str, Document]:
    read_ = {file: read_file(Path(file), ROOT) for file in shipped()}
    return {file: one for file, one in read_.items() if isinstance(one, Document)}


def slipped(text: str, random: Random) -> str:
    """The text with one to three slips."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice((letter, line, value))(text, random)
    return text


def letter(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    new = random.choice(("", random.choice(LETTERS), text[at] * 2))
    return text[:at] + new + text[at + 1 :]


def line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    at = random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            lines.pop(at)
        case 1:
            lines.insert(random.randrange(len(lines)), lines[at])
        case 2:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = "  " * random.randrange(4) + lines[at].lstrip()
    return "".join(lines) or "\n"


def value(text: str, random: Random) -> str:
    """One word in the place of another of the same file."""
    words = [word.strip("{}[],:") for word in text.split()]
    words = [word for word in words if word]
    if not words:
        return text
    old, new = random.choice(words), random.choice(words)
    spots = [at for at in range(len(text)) if text.startswith(old, at)]
    at = random.choice(spots)
    return text[:at] + new + text[at + len(old) :]


def tried(file: str, text: str) -> FlowSet | Problems:
    """Read and compile a file in the place of the shipped one."""
    found = read(text, file)
    if isinstance(found, Problems):
        return found
    others = [one for name, one in documents().items() if name != file]
    return compile_flows([*others, found], load_definitions(), names(), kinds())


def mutate(number: int, turns: int, seed: str) -> tuple[Counter[str], list[str], float]:
    """Try that many files; the figures, what went wrong, the longest time in seconds."""
    world = world_of("spa")
    figures: Counter[str] = Counter()
    wrong: list[str] = []
    longest = 0.0
    for one in range(number):
        random = Random(f"{seed}:{one}")  # noqa: S311 - repeatable
        file = random.choice(sorted(shipped()))
        text = slipped(shipped()[file], random)
        began = process_time()
        found = tried(file, text)
        took = process_time() - began
        longest = max(longest, took)
        figures["accepted" if isinstance(found, FlowSet) else "told"] += 1
        if took > TOO_LONG_S:
            wrong.append(f"{seed}:{one} took {took:.1f} s")
        if isinstance(found, Problems) and not len(found):
            wrong.append(f"{seed}:{one} was refused without a word")
        if isinstance(found, FlowSet) and text != shipped()[file]:
            wrong += crashes(world, found, f"{seed}:{one}", turns)
            figures["walked"] += turns
    return figures, wrong, longest


def crashes(world: World, flows: FlowSet, seed: str, turns: int) -> list[str]:
    """What random conversations over an accepted file make of it, but for promises of its own."""
    walked = walks(replace(world, flows=flows), seed, max(1, turns // TURNS_A_WALK))
    crashed = (one for one in walked.failures if CRASH.match(one.why))
    return [f"{seed}: {one.why}" for one in crashed][:1]


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    walked = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    began_at = perf_counter()
    told, faults, slowest = mutate(count, walked, sys.argv[3] if len(sys.argv) > 3 else "1")
    out = [
        f"{count} files: {dict(told)}; slowest {slowest:.2f} s; {perf_counter() - began_at:.0f} s"
    ]
    sys.stdout.write("\n".join([*out, *faults, ""]))
