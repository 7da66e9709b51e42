"""What was proved before a release was shipped: `flows/proved.json`, read with the flows.

It is taken for true where its hashes fit, so that a fresh clone has nothing to prove. What looks
into it never writes it, and what is held against it never looks into it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.document.problem import Problem
from engine.spec.report import GIVEN, Counts, Layer
from ratiba.checking.look import Look

FILE = "flows/proved.json"
ABOUT = (
    "Proved without a fault: by layer the hash of its files and of the code that checks them, the "
    "hash of what its proof stands on, and how much there was. `ratiba check --record write`."
)
REMEDY = "Write it anew: ratiba check --record write"
LISTED = 3


def read_record(root: Path, keys: Mapping[str, str]) -> dict[str, Look]:
    """The layers that are recorded as they are now; one that cannot be read is none.

    Args:
        root: the folder that holds `flows/`.
        keys: the hash of each layer.
    """
    return {
        name: look
        for name, entry in _entries(root).items()
        if entry.get("content") == keys.get(name) and (look := _look(name, entry)) is not None
    }


def proofs_of(root: Path) -> Iterator[Look]:
    """Whatever is recorded, of these files or others: what a proof stands on may be the same."""
    for name, entry in _entries(root).items():
        if (look := _look(name, entry)) is not None and look.proof:
            yield look


def write_record(root: Path, keys: Mapping[str, str], looks: Mapping[str, Look]) -> None:
    """Record the layers of which there is nothing to tell."""
    lines = [
        f"    {json.dumps(name)}: {json.dumps(entry)}"
        for name, entry in _recorded(keys, looks).items()
    ]
    text = f'{{\n  "about": {json.dumps(ABOUT)},\n  "layers": {{\n' + ",\n".join(lines)
    (root / FILE).write_text(text + "\n  }\n}\n", "utf-8")


def wrong_record(
    root: Path, keys: Mapping[str, str], looks: Mapping[str, Look]
) -> Iterator[Problem]:
    """What the record says otherwise than was found.

    Args:
        root: the folder that holds `flows/`.
        keys: the hash of each layer.
        looks: what was found, without a look into the record.
    """
    written, right = _entries(root), _recorded(keys, looks)
    stale = [
        name
        for name in {**right, **written}
        if written.get(name, {}).get("content") != right.get(name, {}).get("content")
    ]
    if stale:
        more = f" and {len(stale) - LISTED} more" if len(stale) > LISTED else ""
        fault = "was written for other files, or by another engine"
        yield Problem(FILE, 1, "", f"{', '.join(stale[:LISTED])}{more}: {fault}", REMEDY)
    for name in right:
        if name not in stale and written[name] != right[name]:
            differ = [key for key in right[name] if written[name].get(key) != right[name][key]]
            fault = f"is not what is found: {', '.join(differ) or 'it says more'}"
            yield Problem(FILE, 1, f"layers.{name}", fault, REMEDY)


def _recorded(keys: Mapping[str, str], looks: Mapping[str, Look]) -> dict[str, dict[str, Any]]:
    return {
        name: {
            "content": keys[name],
            "proof": look.proof,
            "situations": look.situations,
            "moves": look.moves,
            "tools": look.tools,
            "counts": asdict(look.layer.counts),
            "phrases": sorted(look.layer.phrases),
        }
        for name, look in looks.items()
        if look.sound and name in keys and name != GIVEN
    }


def _entries(root: Path) -> dict[str, dict[str, Any]]:
    try:
        found = json.loads((root / FILE).read_text("utf-8"))["layers"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    pairs: Iterable[tuple[str, Any]] = found.items() if isinstance(found, dict) else ()
    return {name: entry for name, entry in pairs if isinstance(entry, dict)}


def _look(name: str, entry: Mapping[str, Any]) -> Look | None:
    try:
        counts, phrases = Counts(**entry["counts"]), frozenset(entry["phrases"])
        layer = Layer(name, (), (), counts, phrases)
        return Look(
            layer,
            situations=int(entry["situations"]),
            moves=int(entry["moves"]),
            proof=str(entry["proof"]),
            tools=int(entry["tools"]),
            recorded=True,
        )
    except (KeyError, TypeError, ValueError):
        return None
