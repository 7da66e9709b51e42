"""The declared map from an older version of a flow to a newer one: `moved`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from engine.model.event import Due, Event, Tap
from engine.model.flow import Flow, FlowSet
from engine.model.session import Frame, Session

Older: TypeAlias = Mapping[str, Flow]
"""Older versions by digest, as far as they are known."""


@dataclass(frozen=True, slots=True)
class Renames:
    """New names by old ones; what is not named keeps its name."""

    steps: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, str | None] = field(default_factory=dict)

    def step(self, name: str) -> str:
        """The newer name of a step."""
        return self.steps.get(name, name)

    def slot(self, name: str) -> str | None:
        """The newer name of a slot; None: it is dropped."""
        return self.slots.get(name, name)


def renames(flow: Flow, digest: str) -> Renames:
    """What the newer version says of conversations of the version `digest`."""
    moved = flow.moved
    if moved is None or digest == flow.digest:
        return Renames()
    speaks = not moved.since or any(digest.startswith(since) for since in moved.since)
    return Renames(moved.steps, moved.slots) if speaks else Renames()


def at_home(session: Session, flows: FlowSet) -> bool:
    """Whether every frame is of the versions in `flows`."""
    known = flows.flows
    return all(f.flow in known and known[f.flow].digest == f.digest for f in session.frames)


def renamed(event: Event, before: Session, flows: FlowSet) -> Event:
    """An event that names steps or slots of an older version, in the names of `flows`.

    Args:
        event: what happened: a timer that was armed, a chip that was shown earlier.
        before: the session as it was stored.
        flows: the newer versions.
    """
    match event:
        case Due(frame=uid, step=step):
            frame = next((f for f in before.frames if f.uid == uid), None)
            return replace(event, step=_of(frame, flows).step(step)) if frame else event
        case Tap(value=value) if "=" in value:
            name, _, raw = value.partition("=")
            for frame in reversed(before.frames):
                if (new := _of(frame, flows).slot(name)) != name:
                    return replace(event, value=f"{new or name}={raw}")
            return event
        case _:
            return event


def _of(frame: Frame, flows: FlowSet) -> Renames:
    flow = flows.flows.get(frame.flow)
    return renames(flow, frame.digest) if flow else Renames()
