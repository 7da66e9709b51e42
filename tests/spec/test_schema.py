"""The schema that editors read and the checks that `ratiba check` runs are one table."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from engine.document.files import read_file
from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.document.tree import Plain, plain
from engine.spec.language.conform import conform
from engine.spec.language.overlay import ADDED, OVERLAY
from engine.spec.language.schema import FILE, schema, schema_text
from engine.spec.language.vocabulary import FLOW, KINDS, TYPES_FILE
from tests.spec.mutations import mutated
from tests.spec.world import BASE, HERE, document
from tests.spec.written import tree_of

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
PATHS = (*sorted(BASE.glob("*.yaml")), *sorted((HERE / "laid").glob("*.yaml")))
GOOD = [plain(document(path).root) for path in PATHS]


def accepted(data: Plain) -> bool:
    """The verdict of our own checks."""
    faults = Faults()
    types_only = isinstance(data, dict) and "types" in data and "flow" not in data
    overlay = isinstance(data, dict) and "overlay" in data
    shape = TYPES_FILE if types_only else OVERLAY if overlay else FLOW
    conform(top(tree_of(data)), shape, faults)
    return not len(faults)


def test_the_file_is_what_the_vocabulary_writes() -> None:
    fresh = (ROOT / FILE).read_text(encoding="utf-8") == schema_text()
    assert fresh, "Run: python -m engine.spec.language.schema"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("data", GOOD)
def test_both_accept_what_is_right(data: Plain) -> None:
    assert accepted(data)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@settings(max_examples=300)
@given(mutated(GOOD))
def test_both_give_the_same_verdict(data: Plain) -> None:
    assert VALIDATOR.is_valid(data) == accepted(data)


@settings(max_examples=200)
@given(st.sampled_from(sorted((HERE / "broken").glob("*.yaml"))))
def test_both_give_the_same_verdict_on_broken_files(path: Path) -> None:
    found = read_file(path, HERE)
    if not isinstance(found, Problems):
        data = plain(found.root)
        assert VALIDATOR.is_valid(data) == accepted(data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_the_same_keys_in_both(kind: str) -> None:
    definition = SCHEMA["$defs"][kind]
    assert set(definition["properties"]) == set(KINDS[kind].fields)  # type: ignore[index]
    assert definition["additionalProperties"] is False
    assert definition["required"] == [kind]


@pytest.mark.parametrize("kind", ADDED)
def test_an_added_step_says_where_it_stands(kind: str) -> None:
    definition = SCHEMA["$defs"][f"added_{kind}"]
    assert set(definition["properties"]) == {"after", "before", *KINDS[kind].fields}  # type: ignore[index]


def test_every_field_tells_an_editor_what_it_is() -> None:
    silent = [
        f"{name}.{key}"
        for name, definition in SCHEMA["$defs"].items()
        for key, field in definition.get("properties", {}).items()
        if not (field.get("title") and field.get("description"))
    ]
    assert silent == []


def test_no_definition_is_dead_and_none_is_missing() -> None:
    named = {ref.removeprefix("#/$defs/") for ref in _refs(SCHEMA)}
    assert named == set(SCHEMA["$defs"])


def _refs(data: object) -> set[str]:
    if isinstance(data, dict):
        own = {data["$ref"]} if isinstance(data.get("$ref"), str) else set()
        return own.union(*map(_refs, data.values()))
    return set().union(*map(_refs, data)) if isinstance(data, list) else set()


def test_a_fault_is_told_to_an_editor_by_kind() -> None:
    flow = json.loads(json.dumps(plain(document(BASE / "handoff.yaml").root)))
    flow["steps"]["escalate"]["neads"] = []
    errors = list(VALIDATOR.iter_errors(flow))
    assert len(errors) == 1
    assert "'neads' was unexpected" in errors[0].message
