"""What a model is asked, as a template with a version; customers' words enter it only as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_CHARS = 60_000
"""Of all parts together; what is longer is not sent."""
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, filled in.

    Attributes:
        system: the same for every business: providers cache it.
        business: the same for every message of one business.
        message: this message.
    """

    system: str
    business: str
    message: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """The templates of one version.

    Attributes:
        label: `<name>/<version>#<hash of the words>`, as it goes on record.
    """

    name: str
    version: int
    system: str
    business: str
    message: str
    label: str = field(init=False)

    def __post_init__(self) -> None:
        """Name the words themselves: two texts of one version are told apart."""
        words = "\0".join((self.system, self.business, self.message))
        shown = sha256(words.encode()).hexdigest()[:_SHOWN]
        object.__setattr__(self, "label", f"{self.name}/{self.version}#{shown}")

    def filled(self, values: Mapping[str, object]) -> Asked | None:
        """Fill in the values; None where the prompt and they do not fit, or it grows too long."""
        try:
            parts = [template(one).render(values) for one in self.parts.values()]
        except (TemplateError, TypeError, ValueError):
            return None
        return Asked(*parts) if sum(map(len, parts)) <= MOST_CHARS else None

    @property
    def parts(self) -> Mapping[str, str]:
        """The templates by the keys of the file."""
        return {"system": self.system, "business": self.business, "message": self.message}


def template(source: str) -> Template:
    """Compile one part.

    Raises:
        TemplateSyntaxError: it is no template.
    """
    return _ROOM.from_string(source)


def names_in(source: str) -> frozenset[str]:
    """The names that a template which compiles prints."""
    return frozenset(find_undeclared_variables(_ROOM.parse(source)))


def _json(value: object) -> str:
    """As JSON on one line: no line, quote or bracket in a value can end it early."""
    return json.dumps(value, ensure_ascii=False)


_ROOM = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=False,  # a prompt is no markup; what customers wrote goes through `json`
    trim_blocks=True,
    lstrip_blocks=True,
    cache_size=64,
)
_ROOM.filters = {"json": _json}
_ROOM.globals = {}
