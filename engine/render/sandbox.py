"""The room in which templates run: nothing to call, nothing to reach, a bound on what comes out."""

from collections.abc import Mapping

from jinja2 import StrictUndefined, Template
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from engine.render.filters import FILTERS
from engine.render.shown import Shown

MOST_OUTPUT = 4_000
"""Characters of one said phrase; WhatsApp takes 4,096 in a message."""

LOOP_FACTS = ("first", "index", "last")
"""What a template may ask of the loop that it is in."""


class Swollen(Exception):
    """A phrase came out longer than any channel takes."""


class Missing(StrictUndefined):
    """Something that is not there: no in a test, equal to nothing, and never printed."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return False

    def __lt__(self, other: object) -> bool:  # type: ignore[override]
        return False

    def __ne__(self, other: object) -> bool:  # type: ignore[override]
        return True

    __le__ = __gt__ = __ge__ = __lt__  # type: ignore[assignment]
    __hash__ = object.__hash__  # type: ignore[assignment]


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without anything but what `guard` lets through."""

    def __init__(self) -> None:
        super().__init__(
            undefined=Missing,
            autoescape=False,  # chat text is no markup language; words are never parsed again
            finalize=str,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=0,
        )
        self.filters = dict(FILTERS)
        self.globals = {}
        self.tests = {}

    def getattr(self, obj: object, attribute: str) -> object:
        """A fact of a shown value; never an attribute of a Python object."""
        if isinstance(obj, Missing):
            return obj
        if isinstance(obj, LoopContext) and attribute in LOOP_FACTS:
            return super().getattr(obj, attribute)
        fact = obj.fact(attribute) if isinstance(obj, Shown) else None
        return self.undefined(name=attribute) if fact is None else fact

    def getitem(self, obj: object, argument: object) -> object:
        """Nothing is ever looked up by key."""
        return self.undefined(name=str(argument))

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing is ever called."""
        return False


def fill(template: Template, scope: Mapping[str, object]) -> str:
    """Run a template.

    Raises:
        Swollen: more than `MOST_OUTPUT` characters came out.
        jinja2.UndefinedError: it prints what is not there.
        Unshowable: it prints what has no words.
    """
    parts: list[str] = []
    size = 0
    for part in template.generate(dict(scope)):
        size += len(part)
        if size > MOST_OUTPUT:
            raise Swollen
        parts.append(part)
    return "".join(parts)
