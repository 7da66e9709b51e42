"""What a picture of a flow is made of; no coordinates yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.model.flow import Kind


class Tone(StrEnum):
    """What a chip tells, and so how it looks."""

    WHEN = "when"
    AGAIN = "again"
    ON = "on"
    STOP = "stop"
    PERSON = "person"
    FLOW = "flow"
    TIME = "time"


SIGNS: Mapping[Tone, str] = {
    Tone.WHEN: "?",
    Tone.AGAIN: "↺",
    Tone.ON: "→",
    Tone.STOP: "■",
    Tone.PERSON: "☎",
    Tone.FLOW: "↗",
    Tone.TIME: "◷",
}
"""The mark before a chip's words."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A way that does not lead on: it stops, repeats, waits, hands over or is conditional."""

    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A step."""

    id: str
    title: str
    kind: Kind
    about: str
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A way that leads on to another box; `label` is "" on the main way."""

    source: str
    target: str
    label: str = ""

    @property
    def main(self) -> bool:
        """Whether it is the main way."""
        return not self.label


@dataclass(frozen=True, slots=True)
class Picture:
    """A flow, drawn.

    Attributes:
        name: the flow's.
        title: in plain words.
        header: what begins it, and what holds at every wait.
        boxes: in file order, the first is where it starts.
        lines: what leads on, main ways included.
    """

    name: str
    title: str
    header: tuple[str, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
