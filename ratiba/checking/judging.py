"""Layers read, compiled and proved: what a check does where nothing is known of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from engine.assembly.library import Repertoire
from engine.document.problem import Problem, Problems
from engine.document.tree import Document
from engine.render.book import PhraseBook
from engine.spec.check import BELOW, check_layers
from engine.spec.report import SHIPPED, Layer
from ratiba.checking.look import Look
from ratiba.checking.proofs import Proofs, Verdict, problems
from tools.definitions import load_definitions
from tools.tenants.unmet import unmet_in
from tools.tenants.verticals import read_vertical


def judged(
    root: Path, paths: Sequence[Path], wanted: Collection[str] | None, proofs: Proofs
) -> dict[str, Look]:
    """Check layers, and prove everything with which conversations can be had.

    Args:
        root: the folder that holds `flows/`, `prompts/` and `verticals/`.
        paths: files and folders that were named.
        wanted: the names of the layers; None: all of them.
        proofs: makes the proofs.

    Raises:
        DefinitionError: the tools themselves do not hold together.
    """
    layers = layers_of(root, paths, None if wanted is None else {SHIPPED, *wanted})
    worlds = {one.name: world for one in layers if (world := world_of(one)) is not None}
    verdicts = _verdicts(worlds, proofs)
    base = verdicts[SHIPPED].faults if SHIPPED in verdicts else ()
    looks = {
        one.name: Look(
            replace(one, world=None),
            tools=_tools(),
            unproved=one.name in worlds and one.name not in verdicts,
        )
        for one in layers
    }
    for name, verdict in verdicts.items():
        looks[name] = replace(
            looks[name],
            proved=tuple(problems(worlds[name], verdict, base)),
            situations=verdict.situations,
            moves=verdict.moves,
            proof=verdict.proof,
        )
    return {name: look for name, look in looks.items() if wanted is None or name in wanted}


def _verdicts(worlds: Mapping[str, Repertoire], proofs: Proofs) -> dict[str, Verdict]:
    """Prove what is shipped first: where it is at fault, what stands on it is not proved.

    It would be at fault in every kind of business, some twenty times as slowly.
    """
    found: dict[str, Verdict] = {}
    beneath = [name for name in worlds if name == SHIPPED]
    for names in (beneath, [name for name in worlds if name != SHIPPED]):
        if any(verdict.faults for verdict in found.values()):
            break
        made = proofs.verdicts([worlds[name] for name in names])
        found |= zip(names, made, strict=True)
    return found


def layers_of(
    root: Path, paths: Sequence[Path] = (), wanted: Collection[str] | None = None
) -> list[Layer]:
    """Read and compile layers, without a proof.

    Raises:
        DefinitionError: the tools themselves do not hold together.
    """

    def vertical(document: Document) -> Iterable[Problem]:
        found = read_vertical(root / document.file, root)
        return found if isinstance(found, Problems) else ()

    definitions, book = load_definitions(), PhraseBook.from_texts
    layers = check_layers(root, definitions, book, vertical, paths, wanted=wanted)
    return [_asked(root, one) for one in layers]


def _asked(root: Path, layer: Layer) -> Layer:
    """A layer, with what its rules ask in vain of its catalogue."""
    if layer.world is None or not layer.name.startswith(BELOW):
        return layer
    vain = unmet_in(root / layer.name, root, layer.world.flows)
    return replace(layer, warnings=(*layer.warnings, *vain))


def world_of(layer: Layer) -> Repertoire | None:
    """What conversations can be had with, if there is anything."""
    if layer.world is None or not isinstance(layer.world.book, PhraseBook):
        return None
    return Repertoire(layer.world.flows, layer.world.book, blame=layer.world.blame)


def _tools() -> int:
    return len(load_definitions())
