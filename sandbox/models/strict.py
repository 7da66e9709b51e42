"""What strict modes ask of a schema, so that one that a provider refuses is refused here too."""

from collections.abc import Iterator
from typing import Any

_KNOWN = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "enum", "$ref", "$defs",
     "anyOf", "const"}
)  # fmt: skip


def faults(schema: Any, at: str = "schema") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Tell everything that a strict mode would refuse."""
    if not isinstance(schema, dict):
        yield f"{at} is no object"
        return
    yield from (f"{at}: '{key}' is not permitted" for key in schema if key not in _KNOWN)
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            yield f"{at}: 'additionalProperties' is required to be false"
        if set(schema.get("required", ())) != set(schema.get("properties", {})):
            yield f"{at}: 'required' is to list every key in properties"
    for group in ("properties", "$defs"):
        for name, one in schema.get(group, {}).items():
            yield from faults(one, f"{at}.{name}")
    if "items" in schema:
        yield from faults(schema["items"], f"{at}[]")
