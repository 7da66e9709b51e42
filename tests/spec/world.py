"""A small world for flows under test: its tools, kinds of answer, phrases and neighbours."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from engine.document.files import read_file
from engine.document.listing import yaml_files
from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.flow import FlowSet, SlotType
from engine.model.tool import Safety, ToolDefinition
from engine.spec.blame import blame
from engine.spec.compile import compile_flows
from engine.spec.layers.layers import layered
from engine.spec.parts.slot_types import compile_types
from engine.spec.world import Phrases

HERE = Path(__file__).parent
BASE = HERE / "base"
SLOTS = frozenset({"service", "staff", "time", "price", "phone"})


def tool(name: str, safety: Safety = Safety.REVERSIBLE, **more: object) -> ToolDefinition:
    return ToolDefinition(name, f"{name} for tests", safety, **more)  # type: ignore[arg-type]


TOOLS: Mapping[str, ToolDefinition] = {
    one.name: one
    for one in (
        tool(
            "list_services",
            Safety.READ,
            lists="service",
            trusted=True,
            facts={"service": {"price": "money", "is_*": "flag"}},
        ),
        tool("list_people", Safety.READ, takes=("service",), lists="staff", trusted=True),
        tool("list_openings", Safety.READ, takes=("service",), may=("staff",), lists="opening"),
        tool(
            "upsert_contact",
            gives={"contact": "contact", "phone": "phone"},
            maybe=("phone",),
            verified=frozenset({"phone"}),
        ),
        tool(
            "hold_time",
            takes=("service", "time"),
            may=("staff",),
            gives={"hold": "hold", "price": "money"},
            outcomes=("held", "taken"),
            undo="release",
        ),
        tool("release", takes=("hold",)),
        tool("look_up", Safety.READ, outcomes=("found", "nothing")),
        tool(
            "read_mood",
            Safety.READ,
            gives={"mood": "mood", "reason": "reason"},
            values={"mood": ("happy", "cross")},
            facts={"mood": {"since": "day", "whose": "text"}},
        ),
        tool(
            "book_time",
            Safety.IRREVERSIBLE,
            takes=("hold", "time", "price"),
            may=("until_paid",),
            gives={"appointment": "appointment"},
            facts={"appointment": {"starts_at": "opening"}},
            outcomes=("done", "lost"),
            shown=("time", "price"),
        ),
        tool(
            "push",
            Safety.IRREVERSIBLE,
            takes=("price", "phone"),
            may=("share",),
            gives={"payment": "payment"},
            outcomes=("settled", "refused"),
            late=True,
            shown=("price", "phone"),
            facts={"payment": {"prompts": "number"}},
        ),
        tool("query", takes=("payment",), outcomes=("asked",)),
        tool("notify", outcomes=("handed_back", "closed"), late=True, takes_over=True),
    )
}


class Said(Mapping[str, frozenset[str]]):
    """Phrases of one language: all there are, and each prints every slot.

    Names tell of exceptions: `gone_...` is in no language, `english_...` in English only,
    and `bare_...` prints nothing.
    """

    def __init__(self, locale: str) -> None:
        self._locale = locale

    def __getitem__(self, phrase: str) -> frozenset[str]:
        name = phrase.rsplit(".", maxsplit=1)[-1]
        if name.startswith("gone_") or (name.startswith("english_") and self._locale != "en"):
            raise KeyError(phrase)
        return frozenset() if name.startswith("bare_") else SLOTS

    def __iter__(self) -> Iterator[str]:
        return iter(("visit.summary", "visit.taken", "chips.stop"))

    def __len__(self) -> int:
        return 3


PHRASES: Phrases = {"en": Said("en"), "sw": Said("sw")}


class World(NamedTuple):
    """What stands around a flow under test."""

    types: Mapping[str, SlotType]
    flows: tuple[Document, ...]


def document(path: Path) -> Document:
    found = read_file(path, HERE)
    assert isinstance(found, Document), str(found)
    return found


def base() -> World:
    types = compile_types(document(BASE / "types.yaml"), TOOLS)
    assert not isinstance(types, Problems), str(types)
    paths = (path for path in yaml_files(BASE) if path.name != "types.yaml")
    return World(types, tuple(document(path) for path in paths))


def compile_beside(own: Document, world: World) -> FlowSet | Problems:
    """Compile a flow among those of the base; it stands for one of its own name."""
    name = top(own.root).get("flow")
    others = [one for one in world.flows if name is None or named(one) != name.text]
    return compile_flows([*others, own], TOOLS, PHRASES, world.types)


def compile_laid(own: Sequence[Document], world: World) -> FlowSet | Problems:
    """Compile overlays and flows laid on the base, each a layer of its own."""
    below = compile_laid(own[:-1], world) if own else None
    faults = Faults()
    laid = layered([world.flows, *([one] for one in own)], faults)
    flows = [one for one in laid.flows if named(one) not in laid.unread]
    beneath = below if isinstance(below, FlowSet) else None
    made = compile_flows(flows, TOOLS, PHRASES, world.types, laid.unread, beneath=beneath)
    if isinstance(made, Problems):
        faults.take(map(blame(world.flows, laid.touched).tell, made))
    return faults.problems() if len(faults) or isinstance(made, Problems) else made


def named(one: Document) -> str:
    place = top(one.root).get("flow")
    return place.text if place else ""


def compile_text(text: str, world: World, file: str = "flow.yaml") -> FlowSet | Problems:
    own = read(text, file)
    return own if isinstance(own, Problems) else compile_beside(own, world)
