"""The names that one flow can use, and what is said of one that does not exist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.document.place import Place
from engine.document.problem import Faults, near, suggest
from engine.model.tool import ToolDefinition
from engine.spec.draft import Draft
from engine.spec.language.facts import FACTS, FAMILIES, HEADS
from engine.spec.parts.sight import Held, Sight
from engine.spec.world import World


@dataclass(frozen=True, slots=True)
class Scope:
    """One flow among the others.

    Attributes:
        faults: of this flow.
        terms: names of its settings and rules.
    """

    world: World
    sight: Sight
    draft: Draft
    faults: Faults
    terms: frozenset[str]

    @classmethod
    def of(cls, world: World, sight: Sight, draft: Draft) -> "Scope":
        """Return the scope of a flow, with room for its faults."""
        terms = frozenset({*draft.section("settings"), *draft.section("rules")})
        return cls(world, sight, draft, Faults(), terms)

    @property
    def name(self) -> str:
        """The flow's name."""
        return self.draft.name

    @property
    def own(self) -> Mapping[str, Held]:
        """The slots that this flow has."""
        return self.sight.own[self.draft.name]

    @property
    def seen(self) -> frozenset[str]:
        """The slots that can be filled while it runs: its own and its callers'."""
        return self.sight.seen[self.draft.name]

    def add(self, place: Place, fault: str, remedy: str = "") -> None:
        """Note a problem."""
        self.faults.add(place.at, place.key, fault, remedy)

    def unknown(self, place: Place, what: str, known: Iterable[str]) -> None:
        """Note that a name names nothing."""
        self.add(place, f"no {what} is called '{place.text}'", suggest(place.text, known))

    def rule(self, place: Place) -> str | None:
        """Return the rule named here, if there is one."""
        return self.rule_named(place, place.text)

    def rule_named(self, place: Place, name: str) -> str | None:
        """Return the rule of that name, if there is one; `place` is where it is named."""
        known = self.draft.section("rules")
        if name in known:
            return name
        remedy = suggest(name, known) or "Write it under rules"
        self.add(place, f"no rule is called '{name}'", remedy)
        return None

    def tool(self, place: Place) -> ToolDefinition | None:
        """Return the tool named here, if there is one."""
        tool = self.world.tools.get(place.text)
        if tool is None:
            self.unknown(place, "tool", self.world.tools)
        return tool

    def flow(self, place: Place) -> Draft | None:
        """Return the flow named here; None if it is unknown or could not be read."""
        known = self.world.flows()
        if place.text not in known:
            self.unknown(place, "flow", known)
        return self.world.drafts.get(place.text)

    @property
    def blind(self) -> bool:
        """Whether some slots are hidden by faults elsewhere."""
        return self.draft.name in self.sight.blind

    def slot(self, place: Place) -> str | None:
        """Return the slot of this flow named here, if there is one."""
        if place.text in self.own or self.blind:
            return place.text
        self.add(
            place,
            f"no slot of this flow is called '{place.text}'",
            suggest(place.text, self.own),
        )
        return None

    def phrase(self, place: Place, name: str) -> str:
        """Return the full id of a phrase; note the locales that do not have it."""
        full = name if "." in name else f"{self.draft.name}.{name}"
        whose = full.partition(".")[0]
        if full in self.world.told and whose != self.name:
            fault = f"'{full}' tells settings of '{whose}'"
            self.add(place, fault, f"Write a phrase of '{self.name}'")
        self.phrase_of(place, full)
        return full

    def phrase_of(self, place: Place, full: str) -> None:
        """Note that a phrase is missing, in some locales or in all."""
        locales = self.world.phrases
        missing = [locale for locale, phrases in locales.items() if full not in phrases]
        if not missing:
            return
        if len(missing) < len(locales):
            fault = f"phrase '{full}' is missing in {', '.join(missing)}"
            self.add(place, fault, "Write it in every language")
        else:
            flow, _, name = full.partition(".")
            written = place.text in {name, full}  # else it is called after its step: no slip
            known = {one for phrases in locales.values() for one in phrases if written}
            meant = near(full, known)
            remedy = f"Write '{meant}'" if meant else f"Add '{name}' to the phrases of '{flow}'"
            self.add(place, f"no phrase is called '{full}'", remedy)

    def fact(self, name: str) -> bool:
        """Whether a name with a dot is a fact: of the registry, or of a slot in sight."""
        head, _, rest = name.partition(".")
        if name in FACTS or head in FAMILIES:
            return True
        if head not in self.seen:
            return self.blind and head not in HEADS
        return any(_fits(rest, known) for known in self.facts_of(head))

    def facts_of(self, slot: str) -> frozenset[str]:
        """The facts that a slot in sight has, as its tools declare them."""
        held = self._held(slot)
        found: set[str] = set()
        for tool in self.world.tools.values():
            if slot in tool.gives:
                found.update(tool.facts.get(slot, ()))
            if tool.lists and tool.lists == (held.type if held else slot):
                found.update(tool.facts.get(tool.lists, ()))
        return frozenset(found)

    def facts(self) -> frozenset[str]:
        """Every fact with its dot, for suggestions."""
        of_slots = {f"{slot}.{fact}" for slot in self.seen for fact in self.facts_of(slot)}
        return frozenset(FACTS) | of_slots

    def _held(self, slot: str) -> Held | None:
        flows = (self.sight.own[name] for name in (self.draft.name, *self.sight.own))
        return next((slots[slot] for slots in flows if slot in slots), None)


def _fits(name: str, known: str) -> bool:
    """Whether a fact is the declared one; `is_*` declares every name that begins so."""
    return name.startswith(known[:-1]) if known.endswith("*") else name == known
