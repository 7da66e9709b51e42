"""The engine knows no flow, step, slot, tool or fact by name: what happens is data."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from engine.assembly.library import ROOT
from engine.document.files import read_file
from engine.document.place import Place, top
from engine.document.tree import Document
from engine.model.builtin import BUILTIN, HANDOFF
from engine.model.flow import Kind
from engine.model.tool import ToolDefinition
from engine.model.understanding import ACTS, INTENTS
from engine.spec.gathered import flow_paths
from engine.spec.language.schema import schema
from tools.definitions import load_definitions

ENGINE = ROOT / "engine"
EXCUSED: Mapping[str, tuple[str, ...]] = {
    # the way out that every confirm has: a word of the language
    "declined": (
        "machine/acting/acts",
        "machine/acting/reopening",
        "proof/words",
        "parts/step_ways",
    ),
    # a button that an act presses where a flow calls it so: who wants a person taps it as well
    "person": ("machine", "proof/words", "picture/parts", "nlu", "render/chips"),
    # settings of a flow that wants to know why it begins: a word of the language; a log's field
    "reason": ("machine/walking/going", "logs"),
    # what a picked answer is a value of
    "answer": ("machine/acting/picking",),
    # kinds of thing that customers mention, and the key for one in fixtures; no slot is meant
    "time": ("nlu", "rehearsal", "picture/parts"),
    "party": ("nlu/mentions/party", "nlu/mentions/answers"),
    "wanted_services": ("machine/hearing/at_once", "nlu/mentions/several"),
    # words of fixtures and of messages
    "nothing": ("rehearsal", "nlu/when"),
    "fact": ("spec/language/reference", "spec/parts/questions", "spec/parts/cases"),
    # what people of other tools write for one of our kinds of step: a message proposes ours
    "tell": ("spec/language/conform", "nlu/acts/courtesy"),
    "told": ("journal/deeds",),
    "stopped": ("proof/words",),
    "lost": ("store/records",),
    # words that customers say
    "correct": ("nlu/words/yesno",),
    "move": ("nlu/words/verbs",),
    "which": ("nlu/mentions/several", "nlu/acts/courtesy"),
    "apart": ("nlu/words/people",),
    "passing": ("nlu/words/clock",),
    "leave": ("nlu/words/clock", "nlu/mentions/turned_down"),
    # kinds of value that are ids of ours, and have nothing to show
    "contact": ("proof/samples", "render/kinds"),
    "hold": ("proof/samples", "render/kinds"),
    "payment": ("proof/samples", "render/kinds", "nlu/acts/elsewhere"),
    # when something booked is: what tells two bookings apart, and stands first on a button
    "starts_at": ("machine/hearing/expecting", "render/chips"),
    # facts said along with a phrase, and units that customers name
    "wanted": ("machine/walking/unavailable",),
    # whom a wish for anyone leaves out: said by the hearing, read by whoever lists
    "excluded": ("machine/hearing/contents", "machine/walking/asking"),
    # why a list turns a time down, told along with its answer
    "closed": ("machine/walking/set_aside",),
    "count": ("proof/samples", "render/shown"),
    "more": ("render/shown",),
    "minutes": ("proof/samples", "nlu"),
    "price": ("nlu/words", "nlu/choice/of_list"),
    # a folder, and a shape of the language
    "prompts": ("document/listing", "spec/phrases"),
    "names": ("spec/language",),
}
"""Words that a flow happens to use for a name as well: modules that may hold them, and why."""


def test_the_engine_names_no_flow_step_slot_tool_or_fact() -> None:
    strangers = [f"{where}: '{word}'" for where, word in literals() if not _excused(where, word)]
    assert not strangers, "Say it in data: a field of the language, or of the tool's definition."


@pytest.mark.parametrize("word", EXCUSED)
def test_an_excuse_is_still_needed(word: str) -> None:
    holders = [where for where, held in literals() if held == word]
    for module in EXCUSED[word]:
        assert any(module in where for where in holders), f"{module} no longer says '{word}'."


def test_names_are_read_from_what_is_shipped() -> None:
    assert {"booking", "collect_slot", "person", "confirm_booking", "preauth"} <= names()
    assert {"start", "skip", "service", HANDOFF, "set_language"} <= language()


def _excused(where: str, word: str) -> bool:
    return any(module in where for module in EXCUSED.get(word, ()))


@cache
def literals() -> tuple[tuple[str, str], ...]:
    """Where a module of the engine holds a name as a text, docstrings left out."""
    known = names() - language()
    return tuple((where, word) for where, word in _texts() if word in known)


def _texts() -> Iterator[tuple[str, str]]:
    for path in sorted(ENGINE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in said:
                where = f"{path.relative_to(ENGINE).with_suffix('')}:{node.lineno}"
                yield where, str(node.value)


@cache
def names() -> frozenset[str]:
    """The names of every shipped flow, step, slot and tool, and of the facts that tools tell."""
    tools = load_definitions().values()
    found = {name for tool in tools for name in (tool.name, *tool.gives)}
    found |= {fact for tool in tools for facts in tool.facts.values() for fact in facts}
    for place in _flows():
        found |= {flow.text for key in ("flow", "overlay") if (flow := place.get(key))}
        for section in ("steps", "add"):
            steps = place.get(section)
            for name, step in steps.items() if steps else ():
                asks = step.get(Kind.ASK)
                found |= {name, *([asks.text] if asks else [])}
    return frozenset(found)


def _flows() -> Iterator[Place]:
    folders = (ROOT, *sorted((ROOT / "verticals").iterdir()))
    for path in (path for folder in folders for path in flow_paths(folder)):
        document = read_file(path, ROOT)
        assert isinstance(document, Document), str(document)
        yield top(document.root)


@cache
def language() -> frozenset[str]:
    """Words of the language itself: keys, acts, intents, own tools, kinds of answer and fact."""
    types = read_file(ROOT / "flows" / "types.yaml", ROOT)
    assert isinstance(types, Document)
    section = top(types.root).get("types")
    kinds = {name for name, _ in section.items()} if section else set()
    kinds |= {kind for tool in load_definitions().values() for kind in _kinds_of_facts(tool)}
    return frozenset({*ACTS, *INTENTS, *BUILTIN, *kinds, *_keys(schema())})


def _kinds_of_facts(tool: ToolDefinition) -> Iterator[str]:
    for facts in tool.facts.values():
        yield from facts.values()


def _keys(part: Any) -> Iterator[str]:
    """The keys that a JSON schema knows, however deep."""
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for one in part.values():
            yield from _keys(one)
    elif isinstance(part, list):
        for one in part:
            yield from _keys(one)
