"""Sets as they lie in files: one JSON record a line; what kind they are is seen by their shape."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from engine.document.problem import Problem
from ratiba.evaluating.kinds.case import Record, Utterance
from ratiba.evaluating.kinds.dialogues import Dialogue
from ratiba.evaluating.kinds.intents import IntentCase, SpokenCase
from ratiba.evaluating.kinds.talks import WholeTalk
from ratiba.evaluating.kinds.times import BookedWords, TimeCase


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of sets: records that have these keys are read as `record`."""

    name: str
    keys: frozenset[str]
    record: type[Record]

    @property
    def led(self) -> bool:
        """Whether its records are whole conversations."""
        return not issubclass(self.record, Utterance)


KINDS = (
    Kind("times", frozenset({"text", "now", "action"}), TimeCase),
    Kind("booked words", frozenset({"text", "now", "kind", "gold"}), BookedWords),
    Kind("intents", frozenset({"text", "map"}), IntentCase),
    Kind("spoken intents", frozenset({"text", "intent", "entities"}), SpokenCase),
    Kind("dialogues", frozenset({"services", "turns"}), Dialogue),
    Kind("conversations", frozenset({"business", "now", "given", "turns", "end"}), WholeTalk),
)
"""In the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A record with its place, `file:line`."""

    at: str
    record: Record


@dataclass(frozen=True, slots=True)
class EvalSet:
    """One file."""

    path: Path
    kind: Kind
    records: tuple[Placed, ...]

    @property
    def name(self) -> str:
        """Of the file, without its ending."""
        return self.path.stem


def read_set(path: Path) -> EvalSet | Sequence[Problem] | None:
    """Read a file; None: it is of no kind that is scored.

    Returns:
        Every fault of the file, where it has any.
    """
    faults: list[Problem] = []
    lines = list(_objects(path, faults))
    kind = next((kind for _, data in lines if (kind := kind_of(data))), None)
    if kind is None:
        return None
    placed = [one for number, data in lines if (one := _read(path, number, data, kind, faults))]
    return sorted(faults, key=lambda one: one.line) or EvalSet(path, kind, tuple(placed))


def kind_of(data: object) -> Kind | None:
    """The kind of a record, by the keys that it has."""
    if not isinstance(data, dict):
        return None
    return next((kind for kind in KINDS if kind.keys <= data.keys()), None)


def _objects(path: Path, faults: list[Problem]) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError):
            faults.append(_problem(path, number, "", "is no JSON", "Write one object a line"))


def _read(
    path: Path, number: int, data: object, kind: Kind, faults: list[Problem]
) -> Placed | None:
    try:
        return Placed(f"{path}:{number}", kind.record.model_validate(data))
    except ValidationError as error:
        for one in error.errors(include_url=False):
            key = ".".join(map(str, one["loc"]))
            fault = one["msg"].removeprefix("Value error, ")
            faults.append(_problem(path, number, key, fault, f"Its file is a set of {kind.name}"))
        return None


def _problem(path: Path, number: int, key: str, fault: str, remedy: str) -> Problem:
    return Problem(str(path), number, key, fault, remedy)
