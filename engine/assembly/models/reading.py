"""Reads `models/`: every fault of every file at once, each at its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateSyntaxError

from engine.assembly.models.shape import PRICES_FILE, PROMPT_FILE, ROLES_FILE
from engine.llm.config import Choice, Models, Provider, Role
from engine.llm.prompt import Prompt, template
from engine.llm.tokens import Price
from engine.spec.document.files import read_file
from engine.spec.document.listing import PROMPTS
from engine.spec.document.place import Place, top
from engine.spec.document.problem import Faults, Problems, suggest
from engine.spec.language.conform import conform
from engine.spec.language.shape import Shape

if TYPE_CHECKING:
    from engine.llm.wire import Effort

FOLDER = "models"
ROLES, PRICES = "roles.yaml", "prices.yaml"


def read_models(root: Path, own: Path | None = None) -> Models | Problems:
    """Read who plays which role.

    Args:
        root: the folder that holds `models/`.
        own: a folder of the same form; each of its files stands for the shipped one.

    Returns:
        All of it, or everything that is wrong with it.
    """
    return _Reading(root, own).all()


@dataclass(frozen=True, slots=True)
class _Reading:
    root: Path
    own: Path | None
    faults: Faults = field(default_factory=Faults)

    def all(self) -> Models | Problems:
        roles, prices = self._file(ROLES, ROLES_FILE), self._file(PRICES, PRICES_FILE)
        if roles is None or prices is None:
            return self.faults.problems()
        found = dict(self._roles(roles, _prices(prices)))
        if len(self.faults):
            return self.faults.problems()
        breaker = _at(roles, "breaker")
        return Models(found, int(_number(breaker, "failures")), _number(breaker, "rest_s"))

    def _file(self, name: str, shape: Shape) -> Place | None:
        """The content of a file, where nothing in it is written wrongly."""
        mine = self.own / name if self.own else None
        path = mine if mine and mine.exists() else self.root / FOLDER / name
        document = read_file(path, self.root)
        if isinstance(document, Problems):
            self.faults.take(document)
            return None
        before, place = len(self.faults), top(document.root)
        conform(place, shape, self.faults)
        return place if len(self.faults) == before else None

    def _roles(self, roles: Place, prices: Mapping[str, Price]) -> Iterator[tuple[str, Role]]:
        for name, place in _at(roles, "roles").items():
            thinks = place.get("thinks")
            yield (
                name,
                Role(
                    name=name,
                    choices=tuple(self._choices(place, prices)),
                    prompt=self._prompt(place.get("prompt")),
                    try_s=_number(place, "try_s"),
                    total_s=_number(place, "total_s"),
                    tries=int(_number(place, "tries")),
                    max_tokens=int(_number(place, "max_tokens")),
                    thinks=cast("Effort", thinks.text) if thinks else None,
                ),
            )

    def _choices(self, place: Place, prices: Mapping[str, Price]) -> Iterator[Choice]:
        for one in place.many("models"):
            provider, _, model = one.text.partition("/")
            if one.text in prices:
                yield Choice(cast("Provider", provider), model, prices[one.text])
                continue
            remedy = suggest(one.text, prices)
            self.faults.add(one.at, one.key, f"'{one.text}' has no price", f"{remedy}, or add it")

    def _prompt(self, place: Place | None) -> Prompt | None:
        if place is None:
            return None
        name, _, version = place.text.partition("/")
        content = self._file(f"{PROMPTS}/{place.text}.yaml", PROMPT_FILE)
        if content is None:
            return None
        prompt = Prompt(name, int(version), **{part: _at(content, part).text for part in _PARTS})
        for part, source in prompt.parts.items():
            self._template(_at(content, part), source)
        return prompt

    def _template(self, place: Place, source: str) -> None:
        try:
            template(source)
        except TemplateSyntaxError as error:
            fault = f"is no template: {error.message}"
            self.faults.add(place.at, place.key, fault, f"See line {error.lineno} of the text")


_PARTS = ("system", "business", "message")


def _prices(place: Place) -> Mapping[str, Price]:
    return {
        name: Price(
            fresh=_number(one, "input"),
            cached=_number(one, "cached"),
            written=_number(one, "written" if one.get("written") else "input"),
            out=_number(one, "output"),
        )
        for name, one in _at(place, "prices").items()
    }


def _at(place: Place, name: str) -> Place:
    """A value that the shape has asked for."""
    found = place.get(name)
    if found is None:
        raise KeyError(name)
    return found


def _number(place: Place, name: str) -> float:
    value = _at(place, name).value
    return float(value) if isinstance(value, int | float) else 0.0
