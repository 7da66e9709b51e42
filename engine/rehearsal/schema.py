"""The JSON Schema of fixtures, for editors, written from the same table as the checks.

`python -m engine.rehearsal.schema` writes `flows/fixtures/fixture.schema.json`.
"""

import json
from pathlib import Path

from engine.rehearsal.vocabulary import FIXTURE, FIXTURES
from engine.spec.language.schema import Schema, named_in, schema_of

FILE = Path("flows/fixtures/fixture.schema.json")


def schema() -> Schema:
    """Return the JSON Schema (2020-12): of one fixture, or of a file of several."""
    defs: Schema = {"one": schema_of(FIXTURE), "several": schema_of(FIXTURES)}
    defs |= {named.name: schema_of(named.shape) for named in named_in(FIXTURE, FIXTURES)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ratiba fixture",
        "description": "Conversations with what must come. Written by engine.rehearsal.schema",
        "if": {"required": ["fixtures"]},
        "then": {"$ref": "#/$defs/several"},
        "else": {"$ref": "#/$defs/one"},
        "$defs": dict(sorted(defs.items())),
    }


def schema_text() -> str:
    """Return the content of the schema's file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
