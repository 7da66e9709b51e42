"""Kinds of answer: those of every flow, and a flow's own."""

from collections.abc import Mapping

from engine.document.place import Place, top
from engine.document.problem import Faults, Problems
from engine.document.tree import Document
from engine.document.upgrades import upgraded
from engine.model.flow import SlotType
from engine.model.thresholds import USUAL, Thresholds, thresholds
from engine.model.tool import OWN, ToolDefinition
from engine.spec.language.conform import conform
from engine.spec.language.vocabulary import TYPES_FILE

END = "end"
"""Where a timer that every flow has leads: as the question's own last timer."""
SURE = 0.85
"""Threshold of a type that names none (seeds/003, 5.2)."""


class Common(dict[str, SlotType]):
    """What every flow has in common: kinds of answer by name, how sure is sure, what silence does.

    Attributes:
        timers: those that every question has where its flow gives it none on that channel.
        thresholds: of acts, of languages, of clarifications.
    """

    def __init__(
        self,
        types: Mapping[str, SlotType] | None = None,
        timers: tuple[Place, ...] = (),
        thresholds: Thresholds = USUAL,
    ) -> None:
        """Join them."""
        super().__init__(types or {})
        self.timers = timers
        self.thresholds = thresholds


def compile_types(
    document: Document, definitions: Mapping[str, ToolDefinition]
) -> Common | Problems:
    """Return what a file (`flows/types.yaml`) gives every flow, or everything wrong with it."""
    faults = Faults()
    current = upgraded(document, faults)
    if current is None:
        return faults.problems()
    root = top(current.root)
    conform(root, TYPES_FILE, faults)
    found = {} if len(faults) else types_of(root, definitions, faults)
    for timer in root.many("timers"):
        goes = timer.get("go")
        if goes is not None and goes.text != END:
            faults.add(goes.at, goes.key, f"'{goes.text}' is a step of one flow", f"Write {END}")
    if len(faults):
        return faults.problems()
    return Common(found, tuple(root.many("timers")), _thresholds(root))


def _thresholds(root: Place) -> Thresholds:
    place = root.get("thresholds")
    return thresholds({name: one.value for name, one in place.items()} if place else {})


def types_of(
    root: Place, definitions: Mapping[str, ToolDefinition], faults: Faults
) -> dict[str, SlotType]:
    """Return the types that a file or flow declares; `root` has been held against its shape."""
    place = root.get("types")
    return {
        name: _type(name, body, definitions, faults)
        for name, body in (place.items() if place else ())
    }


def refuse_assume(faults: Faults, place: Place, type_: SlotType) -> None:
    """Note that an answer of this type is never taken on trust, or not at that confidence."""
    if not type_.trusted:
        fault = f"'{type_.name}' is never taken on trust"
        faults.add(place.at, place.key, fault, "Leave it out")
    elif type_.assume is not None and type_.assume > type_.sure:
        fault = f"is above sure ({type_.sure:g}), from which it is taken anyway"
        faults.add(place.at, place.key, fault, "Write a lower one")


def _type(
    name: str, body: Place, definitions: Mapping[str, ToolDefinition], faults: Faults
) -> SlotType:
    sure, assume = _number(body, "sure"), _number(body, "assume")
    own = body.get("listed")
    lists = OWN if own is not None and own.value is True else name
    options, like, example = body.get("options"), body.get("like"), body.get("example")
    lister = next((tool for tool in definitions.values() if tool.lists == lists), None)
    found = SlotType(
        name=name,
        sure=SURE if sure is None else sure,
        assume=assume,
        lister=lister.name if lister else None,
        trusted=lister is not None and lister.trusted,
        like=like.text if like else None,
        example=example.text if example else None,
        options=tuple(place.text for place in options.each()) if options else (),
    )
    if place := body.get("assume"):
        refuse_assume(faults, place, found)
    if lists == OWN and (options or like):
        fault = "has a list of the business's own, and more"
        faults.add(body.at, body.key, fault, "Leave out options and like")
    if options and like:
        fault = "has both like and options"
        faults.add(body.at, body.key, fault, "Write one of the two")
    return found


def _number(body: Place, key: str) -> float | None:
    place = body.get(key)
    value = place.value if place else None
    return float(value) if isinstance(value, int | float) else None
