"""A small business whose every conversation can be proved in a moment, and slips made in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.document.problem import Problem, Problems
from engine.document.reader import read
from engine.document.tree import Document, plain
from engine.model.flow import FlowSet, SlotType
from engine.proof.proof import prove
from engine.proof.result import Fault, Proof
from engine.render.book import PhraseBook
from engine.spec.compile import compile_flows
from engine.spec.parts.slot_types import compile_types
from tests.spec.world import BASE as TYPES
from tests.spec.world import TOOLS

HERE = Path(__file__).parent
FLOWS = ("visit", "till", "handoff", "start")
LOOK = (*FLOWS, "look")
"""With a task that goes on with the visit."""
LOCALES = ("en", "sw")


@dataclass(frozen=True, slots=True)
class Slip:
    """One change of one file: `flows` or `phrases` by name, and the words put for others."""

    file: str
    old: str
    new: str

    def on(self, name: str, text: str) -> str:
        """The text of a file with the slip, if it is that file's."""
        if name != self.file:
            return text
        assert text.count(self.old) >= 1, (self.file, self.old)
        return text.replace(self.old, self.new, 1)


class Slips:
    """Several slips at once."""

    def __init__(self, *slips: Slip) -> None:
        self._slips = slips

    def on(self, name: str, text: str) -> str:
        """The text of a file with those of the slips that are its."""
        for slip in self._slips:
            text = slip.on(name, text)
        return text


SOUND = Slip("", "", "")


def document(text: str, name: str) -> Document:
    """A file of the small business, read."""
    found = read(text, name)
    assert isinstance(found, Document), found
    return found


def types() -> Mapping[str, SlotType]:
    """The kinds of answer."""
    found = compile_types(document((TYPES / "types.yaml").read_text(), "types.yaml"), TOOLS)
    assert not isinstance(found, Problems), found
    return found


def book(slip: Slip | Slips = SOUND) -> PhraseBook:
    """The phrases."""
    texts = {
        locale: plain(document(slip.on(locale, _read(f"phrases/{locale}")), locale).root)
        for locale in LOCALES
    }
    return PhraseBook.from_texts(texts)  # type: ignore[arg-type]


def flows(
    slip: Slip | Slips = SOUND, *, roads: bool = False, names: Sequence[str] = FLOWS
) -> FlowSet | Problems:
    """The flows; without the checks of their graphs, which are tested elsewhere."""
    documents = [document(slip.on(name, _read(f"base/{name}")), f"{name}.yaml") for name in names]
    said = book(slip)
    printed = {
        locale: {one: said.prints(one) for one in said.phrases if said.entry(locale, one)}
        for locale in said.locales
    }
    return compile_flows(documents, TOOLS, printed, types(), roads=roads)


def faults(slip: Slip = SOUND) -> list[Fault | Problem]:
    """Everything that is wrong with the slip: of the words, else of the conversations."""
    found = flows(slip)
    if isinstance(found, Problems):
        return list(found)
    return list(prove(found, book(slip)).faults)


def proof() -> Proof:
    """The small business as it should be."""
    found = flows()
    assert isinstance(found, FlowSet), found
    return prove(found, book())


def _read(name: str) -> str:
    return (HERE / f"{name}.yaml").read_text(encoding="utf-8")
