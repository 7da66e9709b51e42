"""The JSON Schema of a flow, for editors and forms, written from the same table as the checks.

`python -m engine.spec.language.schema` writes `flows/flow.schema.json`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from engine.document.tree import Plain
from engine.spec.language.overlay import ADDED, OVERLAY
from engine.spec.language.shape import (
    AnyScalar,
    ByKind,
    Either,
    Exactly,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    OrNothing,
    Shape,
    Switch,
    Text,
    Word,
)
from engine.spec.language.vocabulary import FLOW, KINDS, TYPES_FILE

Schema = dict[str, Plain]
FILE = Path("flows/flow.schema.json")


def schema() -> Schema:
    """Return the JSON Schema (2020-12): of a flow, an overlay, or a file of types."""
    documents = {"flow": FLOW, "overlay": OVERLAY, "types_file": TYPES_FILE}
    defs: Schema = {name: schema_of(shape) for name, shape in documents.items()}
    for prefix, kinds in (("", KINDS), ("added_", ADDED)):
        for kind, fields in kinds.items():
            defs[f"{prefix}{kind}"] = {"title": fields.fields[kind].title, **schema_of(fields)}
    for named in named_in(FLOW, OVERLAY, TYPES_FILE):
        defs[named.name] = schema_of(named.shape)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ratiba flow",
        "description": "A flow, an overlay on one, or a file of types."
        " Written by python -m engine.spec.language.schema",
        "if": {"required": ["types"], "not": {"required": ["flow"]}},
        "then": {"$ref": "#/$defs/types_file"},
        "else": {
            "if": {"required": ["overlay"]},
            "then": {"$ref": "#/$defs/overlay"},
            "else": {"$ref": "#/$defs/flow"},
        },
        "$defs": dict(sorted(defs.items())),
    }


def schema_text() -> str:
    """Return the content of the schema's file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema_of(shape: Shape) -> Schema:  # noqa: PLR0911 - one line a shape
    """Return one shape as JSON Schema."""
    match shape:
        case Named():
            return {"$ref": f"#/$defs/{shape.name}"}
        case ListOf():
            return _list(shape)
        case MapOf():
            return _map(shape)
        case Fields():
            return _fields(shape)
        case Either():
            return {"anyOf": [schema_of(shape.word), schema_of(shape.long)]}
        case OrNothing():
            return {"anyOf": [{"type": "null"}, schema_of(shape.shape)]}
        case ByKind():
            return _step(shape)
        case _:
            return _leaf(shape)


def _leaf(shape: Word | Text | Switch | Number | OneOf | Exactly | AnyScalar) -> Schema:  # noqa: PLR0911 - one line a shape
    match shape:
        case Word():
            return {"type": "string", "pattern": f"^{shape.form.pattern}$"}
        case Text():
            return {"type": "string", "minLength": 1, "maxLength": shape.most}
        case Switch():
            return {"type": "boolean"}
        case Number():
            kind = "integer" if shape.whole else "number"
            return {"type": kind, "minimum": shape.least, "maximum": shape.most}
        case OneOf():
            said: list[Plain] = [*shape.words.values()]
            return {"enum": [*shape.words], **({"x-descriptions": said} if any(said) else {})}
        case Exactly():
            return {"const": shape.number}
        case AnyScalar():
            return {"type": ["string", "number", "boolean"]}
        case _:
            assert_never(shape)


def _list(shape: ListOf) -> Schema:
    unique: Schema = {"uniqueItems": True} if shape.unique else {}
    items = schema_of(shape.item)
    return {"type": "array", "items": items, "minItems": 1, "maxItems": shape.most, **unique}


def _map(shape: MapOf) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{shape.key.pattern}$"},
        "additionalProperties": schema_of(shape.value),
        "minProperties": 1,
        "maxProperties": shape.most,
    }


def _fields(shape: Fields) -> Schema:
    needed: list[Plain] = [name for name, field in shape.fields.items() if field.needed]
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in shape.fields.items()},
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
        **({"oneOf": [{"required": [name]} for name in shape.one_of]} if shape.one_of else {}),
        **({"anyOf": [{"required": [name]} for name in shape.any_of]} if shape.any_of else {}),
        **({"not": {"required": [*shape.most_one]}} if shape.most_one else {}),
    }


def _field(field: Field) -> Schema:
    rare: Schema = {} if field.everyday else {"x-everyday": False}
    return {"title": field.title, "description": field.says, **rare, **schema_of(field.shape)}


def _step(shape: ByKind) -> Schema:
    """A chain of if and else: an editor then names the fault of one kind, not of eight."""
    heads: Schema = {}
    for kind, fields in shape.kinds.items():
        head = fields.fields[kind]
        heads[kind] = {"title": head.title, "description": head.says}
    rest: Plain = False
    for kind in reversed([*shape.kinds]):
        rest = {
            "if": {"required": [kind]},
            "then": {"$ref": f"#/$defs/{shape.prefix}{kind}"},
            "else": rest,
        }
    return {"type": "object", "properties": heads, **(rest if isinstance(rest, dict) else {})}


def named_in(*shapes: Shape) -> Iterator[Named]:
    """Yield every named shape inside these, each once: the `$defs` of their schema."""
    waiting: list[Shape] = list(shapes)
    seen: set[str] = set()
    while waiting:
        shape = waiting.pop()
        waiting += _parts(shape)
        if isinstance(shape, Named) and shape.name not in seen:
            seen.add(shape.name)
            yield shape


def _parts(shape: Shape) -> list[Shape]:  # noqa: PLR0911 - one line a shape
    match shape:
        case Named() | OrNothing():
            return [shape.shape]
        case Either():
            return [shape.word, shape.long]
        case ListOf():
            return [shape.item]
        case MapOf():
            return [shape.value]
        case Fields():
            return [field.shape for field in shape.fields.values()]
        case ByKind():
            return [*shape.kinds.values()]
        case _:
            return []


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
