"""Reads `models/`: every fault of every file at once, each at its line."""

import fnmatch
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateSyntaxError

from engine.assembly.models.shape import PRICES_FILE, PROMPT_FILE, ROLES_FILE
from engine.document.files import read_file
from engine.document.listing import MODELS, PROMPTS, yaml_files
from engine.document.place import Place, top
from engine.document.problem import Faults, Problem, Problems, suggest
from engine.llm.config import GIVES, Choice, Models, Provider, Role
from engine.llm.prompt import Prompt, names_in, template
from engine.llm.tokens import Price
from engine.spec.language.conform import conform
from engine.spec.language.shape import Shape

if TYPE_CHECKING:
    from engine.llm.wire import Effort

FOLDER = MODELS
ROLES, PRICES = "roles.yaml", "prices.yaml"
LOCALE = "en"


def read_models(root: Path, own: Path | None = None) -> Models | Problems:
    """Read who plays which role.

    Args:
        root: the folder that holds `models/`.
        own: a folder of the same form; each of its files stands for the shipped one.

    Returns:
        All of it, or everything that is wrong with it.
    """
    return _Reading(root, own).all()


def faults_of(root: Path) -> tuple[Problem, ...]:
    """Find every fault of `models/`, in prompts that no role names as well."""
    reading = _Reading(root, None)
    reading.all()
    for path in yaml_files(root / FOLDER / PROMPTS):
        label = path.relative_to(root / FOLDER / PROMPTS).with_suffix("").as_posix()
        reading.prompt(path.parent.name, label)
    if not len(reading.faults):
        reading.phrases()
    return tuple(dict.fromkeys(reading.faults.problems()))


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
            thinks, asked = place.get("thinks"), place.get("prompt")
            yield (
                name,
                Role(
                    name=name,
                    choices=tuple(self._choices(place, prices)),
                    prompt=self.prompt(name, asked.text) if asked else None,
                    try_s=_number(place, "try_s"),
                    total_s=_number(place, "total_s"),
                    tries=int(_number(place, "tries")),
                    max_tokens=int(_number(place, "max_tokens")),
                    thinks=cast("Effort", thinks.text) if thinks else None,
                    phrases=tuple(one.text for one in place.many("phrases")),
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

    def prompt(self, role: str, label: str) -> Prompt | None:
        """Read what is asked in a role: `<name>/<version>`."""
        name, _, version = label.partition("/")
        content = self._file(f"{PROMPTS}/{label}.yaml", PROMPT_FILE)
        if content is None:
            return None
        prompt = Prompt(
            name,
            int(version) if version.isdecimal() else 0,
            **{part: _at(content, part).text for part in _PARTS},
        )
        for part, source in prompt.parts.items():
            self._template(_at(content, part), source, GIVES.get(role))
        return prompt

    def phrases(self) -> None:
        """Hold the phrases that roles may say otherwise against those that there are."""
        roles, known = self._file(ROLES, ROLES_FILE), tuple(_phrases(self.root))
        for _, role in _at(roles, "roles").items() if roles and known else ():
            for one in role.many("phrases"):
                if not fnmatch.filter(known, one.text):
                    remedy = suggest(one.text, known)
                    self.faults.add(one.at, one.key, f"'{one.text}' is no phrase", remedy)

    def _template(self, place: Place, source: str, gives: Collection[str] | None) -> None:
        try:
            template(source)
        except TemplateSyntaxError as error:
            fault = f"is no template: {error.message}"
            self.faults.add(place.at, place.key, fault, f"See line {error.lineno} of the text")
            return
        for name in sorted(names_in(source).difference(gives or ())):
            fault = f"prints '{name}', which this role is not told"
            self.faults.add(place.at, place.key, fault, suggest(name, sorted(gives or ())))


_PARTS = ("system", "business", "message")


def _phrases(root: Path) -> Iterator[str]:
    """The ids of what is shipped, by its first language."""
    for path in yaml_files(root / PROMPTS / LOCALE):
        document = read_file(path, root)
        if not isinstance(document, Problems):
            yield from (f"{path.stem}.{name}" for name, _ in top(document.root).items())


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
