"""The tools as flows, the prover and models see them: `*/<tool>/definition.json`, nothing run."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator

from engine.model.tool import Safety, ToolDefinition
from tools.problems import DefinitionError

HERE = Path(__file__).parent
Document: TypeAlias = dict[str, Any]


@cache
def load_definitions(root: Path = HERE) -> Mapping[str, ToolDefinition]:
    """Read every tool's definition below `root`, by name.

    Raises:
        DefinitionError: with every fault of every file, each as `file: key: fault. remedy.`
    """
    documents: dict[str, Document] = {}
    problems: list[str] = []
    for path in sorted(root.glob("*/*/definition.json")):
        where = path.relative_to(root.parent).as_posix()
        document, faults = _read(path)
        problems += [f"{where}: {fault}" for fault in faults]
        if not faults:
            documents[document["name"]] = document
    if not problems:
        problems = [fault for name in documents for fault in _references(name, documents)]
        problems += _kinds(documents)
    if problems:
        raise DefinitionError(tuple(problems))
    found = {name: _definition(raw) for name, raw in documents.items()}
    asking = [tool for tool in found.values() if tool.asks_team]
    return MappingProxyType({**found, **{tool.undo or "": _withdrawal(tool) for tool in asking}})


def _read(path: Path) -> tuple[Document, list[str]]:
    try:
        document = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        return {}, [f"no JSON: {error}."]
    faults = [_shape_fault(error) for error in _shape().iter_errors(document)]
    if not faults:
        faults = list(_own_faults(document, path.parent.name))
    return document, faults


@cache
def _shape() -> Draft202012Validator:
    return Draft202012Validator(json.loads((HERE / "definition.schema.json").read_text("utf-8")))


def _shape_fault(error: Any) -> str:  # noqa: ANN401 - jsonschema's error ships without a type
    key = ".".join(str(part) for part in error.absolute_path) or "the file"
    return f"{key}: {error.message}."


def _own_faults(document: Document, folder: str) -> Iterator[str]:
    takes, gives = document["inputSchema"], document["outputSchema"]
    if document["name"] != folder:
        yield f"name: '{document['name']}' lies in '{folder}'. Name the folder like the tool."
    for key, schema in (("inputSchema", takes), ("outputSchema", gives)):
        for name in sorted(set(schema["required"]) - set(schema["properties"])):
            yield f"{key}.required: '{name}' is no property. Declare it or leave it out."
    yield from _output_faults(document, gives["properties"])
    yield from _safety_faults(document)
    for name, schema in takes["properties"].items():
        if "x-heard" in schema and "x-slot-type" not in schema:
            yield f"inputSchema.properties.{name}: is heard, but of no x-slot-type. Say which kind."
    for name in document.get("shown", ()):
        if name not in takes["properties"]:
            yield f"shown: '{name}' is no input. Show what the tool takes."


def _output_faults(document: Document, properties: Document) -> Iterator[str]:
    if document.get("lists"):
        if _listed(document).get("x-slot-type") != document["lists"]:
            yield "lists: outputSchema.properties.options.items has another x-slot-type."
        return
    for name, schema in properties.items():
        if "x-slot-type" not in schema:
            yield f"outputSchema.properties.{name}: no x-slot-type. Say what kind of slot it fills."


def _safety_faults(document: Document) -> Iterator[str]:
    reads, gives = document["safety_class"] == Safety.READ, document["outputSchema"]["required"]
    if document["annotations"]["readOnlyHint"] != reads:
        yield "annotations.readOnlyHint: safety_class says otherwise. Let both say the same."
    if reads and ("undo" in document or document.get("late")):
        yield "safety_class: a read tool has nothing to undo or await. Leave out undo and late."
    if document.get("asks_team") and not (document.get("late") and gives):
        yield "asks_team: a person answers later, and to something. Make it late, give one slot."
    if document.get("asks_team") and "undo" in document:
        yield "undo: what was asked is withdrawn by itself. Leave it out."
    if "lists" in document and not reads:
        yield "lists: only a read tool lists choices. Make safety_class read."
    if "trusted" in document and "lists" not in document:
        yield "trusted: only what is listed can be taken on trust. Leave it out."
    if "shown" in document and document["safety_class"] != Safety.IRREVERSIBLE:
        yield "shown: only an irreversible tool needs a yes. Leave it out."


def _references(name: str, documents: Mapping[str, Document]) -> Iterator[str]:
    for key in ("undo", "prolong"):
        other = documents[name].get(key)
        if other is None:
            continue
        if other not in documents:
            yield f"{name}: {key}: no tool is called '{other}'. Add it or leave {key} out."
            continue
        missing = set(documents[other]["inputSchema"]["required"]) - set(
            documents[name]["outputSchema"]["properties"]
        )
        for slot in sorted(missing):
            yield f"{name}: {key}: '{other}' takes '{slot}', which '{name}' does not give."
        if key == "prolong":
            yield from _gone(name, other, documents)


def _kinds(documents: Mapping[str, Document]) -> Iterator[str]:
    """One fact is of one kind, whoever gives it: what is shown knows it by its name alone."""
    known: dict[str, tuple[str, str]] = {}
    for name, raw in documents.items():
        outputs = raw["outputSchema"]["properties"]
        for facts in _facts(raw, {} if raw.get("lists") else outputs).values():
            for fact, kind in facts.items():
                was, where = known.setdefault(fact, (kind, name))
                if was != kind:
                    yield f"{name}: x-facts: '{fact}' is {kind}, and {was} in '{where}'. Say alike."


def _gone(name: str, keeper: str, documents: Mapping[str, Document]) -> Iterator[str]:
    """What it comes to where it could not be kept is left by the way of the tool that made it."""
    outcomes = documents[name].get("outcomes", ("done",))
    for outcome in documents[keeper].get("outcomes", ("done",))[1:]:
        if outcome not in outcomes:
            yield f"{name}: prolong: '{keeper}' may be '{outcome}', which '{name}' never is."


def _withdrawal(tool: ToolDefinition) -> ToolDefinition:
    """The undo of what the team is asked: nobody need answer it any more."""
    return ToolDefinition(
        name=tool.undo or "",
        description=f"Withdraws what {tool.name} asked of the team.",
        safety=Safety.REVERSIBLE,
        takes=(next(iter(tool.gives)),),
    )


def _definition(raw: Document) -> ToolDefinition:
    takes, gives = raw["inputSchema"], raw["outputSchema"]
    lists = raw.get("lists")
    outputs = {} if lists else gives["properties"]
    return ToolDefinition(
        name=raw["name"],
        description=raw["description"],
        safety=Safety(raw["safety_class"]),
        takes=tuple(takes["required"]),
        may=tuple(name for name in takes["properties"] if name not in takes["required"]),
        gives={name: schema["x-slot-type"] for name, schema in outputs.items()},
        outcomes=tuple(raw.get("outcomes", ("done",))),
        late=raw.get("late", False),
        undo=f"withdraw_{raw['name']}" if raw.get("asks_team") else raw.get("undo"),
        prolong=raw.get("prolong"),
        asks_team=raw.get("asks_team", False),
        title=raw["title"],
        shown=tuple(raw.get("shown", ())),
        lists=lists,
        takes_over=raw.get("takes_over", False),
        keeps_notes=raw.get("keeps_notes", False),
        facts=_facts(raw, outputs),
        examples=_examples(raw, outputs),
        values={n: tuple(schema["enum"]) for n, schema in outputs.items() if "enum" in schema},
        maybe=tuple(name for name in outputs if name not in gives["required"]),
        verified=frozenset(name for name, schema in outputs.items() if schema.get("x-verified")),
        trusted=raw.get("trusted", False),
        heard={
            name: schema["x-slot-type"]
            for name, schema in takes["properties"].items()
            if "x-heard" in schema
        },
        inputs={
            name: schema["x-slot-type"]
            for name, schema in takes["properties"].items()
            if "x-slot-type" in schema
        },
        beneath=tuple(
            name
            for name, schema in takes["properties"].items()
            if schema.get("x-heard") == "beneath"
        ),
    )


def _facts(raw: Document, outputs: Document) -> dict[str, dict[str, str]]:
    lists = raw.get("lists")
    named = {lists: _listed(raw)} if lists else outputs
    return {
        name: {fact: _of(said)["kind"] for fact, said in schema["x-facts"].items()}
        for name, schema in named.items()
        if "x-facts" in schema
    }


def _examples(raw: Document, outputs: Document) -> dict[str, Any]:
    """What stands for a fact where one is made up, if any of its kind will not do."""
    named = [_listed(raw)] if raw.get("lists") else outputs.values()
    facts = [pair for schema in named for pair in schema.get("x-facts", {}).items()]
    return {fact: _of(said)["example"] for fact, said in facts if "example" in _of(said)}


def _of(said: Any) -> Document:  # noqa: ANN401 - a word or a block
    return {"kind": said} if isinstance(said, str) else dict(said)


def _listed(document: Document) -> Document:
    options = document["outputSchema"]["properties"].get("options", {})
    items: Document = options.get("items", {})
    return items
