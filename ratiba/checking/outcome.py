"""The outcome of a check: what is known of each layer, and what has to be found out."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from engine.document.listing import asked_of
from ratiba.checking.inputs import here, layer_keys
from ratiba.checking.look import Look, together
from ratiba.checking.models import model_faults
from ratiba.checking.record import proofs_of, read_record, write_record, wrong_record
from ratiba.checking.said import said_faults
from ratiba.checking.shelf import LOOKS, Shelf
from ratiba.checking.trust import Record
from ratiba.checking.verdict import Checked

Told = Callable[[str], None]
Progress = Callable[[], AbstractContextManager[Told]]
"""Begins to show what is being done, if anything is."""


@dataclass(frozen=True, slots=True)
class Check:
    """What is checked, and what is trusted.

    Attributes:
        root: the folder that holds `flows/`, `prompts/` and `verticals/`.
        home: the folder where proofs are kept.
        paths: files and folders of which alone problems are told; none: of all.
        afresh: nothing is taken for true that was found before.
        record: what is done with what was proved before the release was shipped.
    """

    root: Path
    home: Path
    paths: tuple[Path, ...] = ()
    afresh: bool = False
    record: Record = Record.USE

    def outcome(self, progress: Progress) -> Checked:
        """Check; what was found before for the same content is told again.

        Raises:
            DefinitionError: the tools themselves do not hold together.
        """
        wanted = asked_of(self.paths, self.root)
        if said := said_faults(self.home, afresh=self.afresh):
            return replace(together((), wanted), problems=said)  # nothing is heard, nor proved
        keys = layer_keys(self.root, self.paths)
        looks, known = dict[str, Look](), self._known(keys)
        ms = 0.0
        if not keys or len(known) < len(keys):
            began = perf_counter()
            with progress() as told:
                looks = self._found(keys, known, told)
            ms = (perf_counter() - began) * 1000
        looks = {name: {**known, **looks}[name] for name in keys or looks}
        found = together(list(looks.values()), wanted, ms)
        models = model_faults(self.root, self.home, wanted, afresh=self.afresh)
        found = replace(found, problems=(*found.problems, *models)) if models else found
        return self._recorded(keys, looks, found)

    @property
    def _trusting(self) -> bool:
        return self.record is Record.USE and not self.afresh

    def _known(self, keys: Mapping[str, str]) -> dict[str, Look]:
        shelf, libraries = Shelf(self.home, LOOKS, blind=self.afresh), here()
        kept = {name: shelf.take(_on(key, libraries), Look) for name, key in keys.items()}
        found = read_record(self.root, keys) if self._trusting else {}
        found |= {name: look for name, look in kept.items() if look is not None}
        return {n: look for n, look in found.items() if self._trusting or not look.recorded}

    def _found(
        self, keys: Mapping[str, str], known: Mapping[str, Look], told: Told
    ) -> dict[str, Look]:
        """What is found out now, and kept if nothing has changed meanwhile."""
        from ratiba.checking.judging import judged  # compiles and proves: a second of imports
        from ratiba.checking.proofs import Proofs, Verdict

        recorded = {one.proof: one for one in proofs_of(self.root)} if self._trusting else {}
        verdicts = [Verdict((), one.situations, one.moves, key) for key, one in recorded.items()]
        proofs = Proofs(self.home, told, afresh=self.afresh, recorded=verdicts)
        wanted = [name for name in keys if name not in known] if keys else None
        found = judged(self.root, self.paths, wanted, proofs).items()
        looks = {name: replace(look, recorded=look.proof in recorded) for name, look in found}
        if keys and layer_keys(self.root, self.paths) == keys:
            shelf, libraries = Shelf(self.home, LOOKS), here()
            for name, look in looks.items():
                if look.unproved:
                    continue
                shelf.keep(_on(keys[name], libraries), look)
        return looks

    def _recorded(
        self, keys: Mapping[str, str], looks: Mapping[str, Look], found: Checked
    ) -> Checked:
        """The record written, or held against what was found."""
        if self.record is Record.WRITE and not found.problems:
            write_record(self.root, keys, looks)
        if self.record is not Record.CHECK or found.problems:
            return found
        return replace(found, problems=tuple(wrong_record(self.root, keys, looks)))


def _on(key: str, libraries: str) -> str:
    return sha256(f"{key} {libraries}".encode()).hexdigest()
