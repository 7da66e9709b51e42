"""One act tried on a copy of a conversation."""

from typing import TypeAlias

from engine.errors import RatibaError
from engine.machine.working.errors import Broken
from engine.rehearsal.fixtures.fixture import Act, Meanwhile, Waits
from engine.rehearsal.searching.moves import in_minutes
from engine.rehearsal.staging.acting import event_of
from engine.rehearsal.staging.stage import Met, Stage

Did: TypeAlias = tuple[Stage, tuple[Met, ...]]
"""The conversation after an act, and what happened."""


def did(here: Stage, act: Act) -> Did | None:
    """Do an act; None where it cannot be done.

    Raises:
        Broken: the flow breaks a promise of the language.
    """
    stage = here.copy()
    try:
        if isinstance(act, Meanwhile):
            stage.meanwhile(act.facts)
            return stage, ()
        if isinstance(act, Waits):
            return stage, tuple(stage.wait(in_minutes(act).span))
        return stage, (stage.meet(event_of(stage, act, ())),)
    except RatibaError:
        return None


def tried(here: Stage, act: Act) -> Did | None:
    """Do an act; None where it cannot be done or breaks: who explores tells the faults."""
    try:
        return did(here, act)
    except Broken:
        return None
