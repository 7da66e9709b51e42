"""Entries written by older code, lifted to the present shape as they are read."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from engine.errors import ConflictError

Stored: TypeAlias = Mapping[str, Any]
"""An entry as stored: plain JSON, keys as in `Entry`, defaults left out."""

SHAPE = 2
"""The shape in which entries are written; each one says its own, those of shape 1 none."""
RUN = "run "


def _which_calls_ran(stored: Stored) -> Stored:
    """Shape 1 told what was carried out by the tool's name alone: its last calls of the turn."""
    called = [call["tool"] for call, _ in stored["answers"]]
    ran = [name.removeprefix(RUN) for name in stored["effects"] if name.startswith(RUN)]
    places = {
        tool: [place for place, one in enumerate(called) if one == tool][-ran.count(tool) :]
        for tool in set(ran)
    }
    return {**stored, "runs": [places[tool].pop(0) for tool in ran]}


UPGRADES: Mapping[int, Callable[[Stored], Stored]] = {1: _which_calls_ran}
"""For each shape the pure function that makes the next one of it; never changed afterwards.

A field that is new and has a true default needs none; one that is renamed, moved, means something
else or must be worked out raises `SHAPE` and gets its function here.
"""


def migrate_entry_shape(
    stored: Stored, upgrades: Mapping[int, Callable[[Stored], Stored]] = UPGRADES
) -> Stored:
    """Lift a stored entry to the present shape, one pure step for each version.

    Args:
        stored: the entry as JSON; not changed.
        upgrades: for each version the function to the next.

    Raises:
        ConflictError: newer code wrote it.
    """
    newest = max(upgrades) + 1
    shape = stored.get("shape", 1)
    if shape > newest:
        raise ConflictError(
            "entry.newer",
            f"A journal entry has shape {shape}, this code knows {newest}. Finish the rolling "
            "update, or read the journal with the newer code.",
            shape=shape,
        )
    for step in range(shape, newest):
        stored = upgrades[step](stored)
    return {**stored, "shape": newest}
