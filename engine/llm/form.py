"""The form that a model fills in: one pydantic model gives the schema and reads the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

Filled = TypeVar("Filled", bound=BaseModel)
LONGEST = 20_000
"""Characters of an answer; what is longer is none."""
_NOT_STRICT = frozenset(
    {"title", "description", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"}
)
"""Keys that providers' strict modes refuse or pass over; we hold answers to them ourselves."""


@dataclass(frozen=True, slots=True)
class Form(Generic[Filled]):
    """A form.

    Attributes:
        name: letters and _.
        model: forbids further fields and has no defaults, as strict modes want it.
        schema: the JSON Schema that providers hold their models to.
    """

    name: str
    model: type[Filled]
    schema: Mapping[str, object] = field(init=False)

    def __post_init__(self) -> None:
        """Make the schema once."""
        object.__setattr__(self, "schema", _strict(self.model.model_json_schema()))

    def read(self, text: str) -> Filled | None:
        """Read an answer; None where it is not of this form, whatever the provider promised."""
        if len(text) > LONGEST:
            return None
        try:
            return self.model.model_validate_json(text)
        except (ValidationError, RecursionError):
            return None


def _strict(node: Any, *, named: bool = False) -> Any:  # noqa: ANN401 - JSON
    """The schema without what strict modes do not take; names of fields are no keys of it."""
    if isinstance(node, dict):
        return {
            key: _strict(value, named=key in {"properties", "$defs"} and not named)
            for key, value in node.items()
            if named or key not in _NOT_STRICT
        }
    return [_strict(one) for one in node] if isinstance(node, list) else node
