"""A flow as it was written, its parts found: what the checks and the compiler work on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.document.once import once
from engine.document.place import Place, top
from engine.document.problem import Faults, Problems
from engine.document.tree import Document, Node
from engine.model.flow import Kind
from engine.spec.language.conform import conform, kind_of
from engine.spec.language.names import NAME, STEP
from engine.spec.language.vocabulary import FLOW, KINDS, MAX_STEPS


@dataclass(frozen=True, slots=True)
class StepDraft:
    """One step.

    Attributes:
        kind: None if the block does not say it.
        broken: whether the block has faults; they have been told, and what follows is not.
        below: the step below, where a left-out main way leads.
    """

    id: str
    kind: Kind | None
    body: Place
    broken: bool = False
    below: str | None = None

    def what(self) -> str:
        """The kind's own word: the slot, tool, flow or end; "" where it is a table."""
        head = self.body.get(self.kind) if self.kind else None
        return head.text if head else ""

    def head(self) -> Place:
        """Where the kind's own key stands."""
        return (self.body.get(self.kind) if self.kind else None) or self.body


@dataclass(frozen=True, slots=True)
class Draft:
    """One flow.

    Attributes:
        steps: in file order, broken ones too: their names are known.
        told: sections and steps with a fault in them (`rules`, `steps.hold`): nothing that
            follows from it is told as well.
    """

    name: str
    root: Place
    steps: Mapping[str, StepDraft]
    told: frozenset[str] = field(default_factory=frozenset)

    def of_kind(self, *kinds: Kind) -> Iterable[StepDraft]:
        """Yield the steps of these kinds, in file order."""
        return (step for step in self.steps.values() if step.kind in kinds)

    @property
    def readable(self) -> bool:
        """Whether every step says at least its kind, and so which slots there are."""
        return bool(self.steps) and all(step.kind for step in self.steps.values())

    def section(self, name: str) -> Mapping[str, Place]:
        """Return the entries of a top-level table: settings, rules, types."""
        place = self.root.get(name)
        return dict(place.items()) if place else {}

    @property
    def pattern(self) -> bool:
        """Whether it is an aside of the language itself, which comes back to the question."""
        start = self.root.get("start")
        inside = "patterns/" in f"/{self.root.at.file}"
        return inside or (
            start is not None and (start.text == "anything" or bool(start.get("acts")))
        )

    @property
    def called_only(self) -> bool:
        """Whether only another flow's `call` begins it."""
        start = self.root.get("start")
        return start is not None and start.text == "called"


def draft(document: Document, faults: Faults) -> Draft | None:
    """Find the parts of one flow; None if not even its name can be read."""
    found, problems = _drafted(document.root)
    faults.take(problems)
    return found


@once
def _drafted(node: Node) -> tuple[Draft | None, Problems]:
    root, mine = top(node), Faults()
    conform(root, FLOW, mine)
    told = frozenset(".".join(problem.key.split(".")[:2]) for problem in mine.problems())
    name = root.get("flow")
    if name is None or not NAME.fits(name.text):
        return None, mine.problems()
    return Draft(name.text, root, _steps(root, told), told), mine.problems()


def _steps(root: Place, told: frozenset[str]) -> Mapping[str, StepDraft]:
    place = root.get("steps")
    bodies = list(place.items()) if place else []
    below = [step for step, _ in bodies[1:]]
    return {
        step: StepDraft(
            step,
            kind_of(body, KINDS),
            body,
            f"steps.{step}" in told or not STEP.fits(step) or len(bodies) > MAX_STEPS,
            below[index] if index < len(below) else None,
        )
        for index, (step, body) in enumerate(bodies)
    }


def drafts(documents: Iterable[Document], faults: Faults) -> Mapping[str, Draft]:
    """Find the parts of every flow, by name."""
    found: dict[str, Draft] = {}
    for document in documents:
        flow = draft(document, faults)
        if flow is None:
            continue
        if flow.name in found:
            first = found[flow.name].root.at.file
            place = flow.root.get("flow") or flow.root
            faults.add(
                place.at, place.key, f"a flow '{flow.name}' is in {first} already", "Rename one"
            )
        else:
            found[flow.name] = flow
    return found
