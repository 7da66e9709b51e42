"""Whatever is written, the answer is a flow set or problems, never an exception."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document, Plain, plain
from engine.model.flow import FlowSet
from tests.spec.mutations import mutated
from tests.spec.world import (
    BASE,
    HERE,
    World,
    compile_beside,
    compile_laid,
    compile_text,
    document,
)
from tests.spec.written import tree_of

FLOWS = [plain(document(path).root) for path in sorted(BASE.glob("*.yaml")) if path.stem != "types"]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(BASE.glob("*.yaml"))]
OVERLAYS = [
    plain(document(path).root)
    for folder in ("laid", "formats/0", "formats/1")
    for path in sorted((HERE / folder).glob("*.yaml"))
    if path.stem != "types"
]
SHARED = settings(
    max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@SHARED
@given(mutated(FLOWS))
def test_a_changed_flow_compiles_or_is_told_why_not(world: World, data: Plain) -> None:
    found = compile_beside(Document("made.yaml", tree_of(data)), world)
    assert isinstance(found, FlowSet) or len(found) > 0


@SHARED
@given(mutated(OVERLAYS))
def test_a_changed_overlay_is_laid_on_or_is_told_why_not(world: World, data: Plain) -> None:
    found = compile_laid([Document("made.yaml", tree_of(data))], world)
    assert isinstance(found, FlowSet) or len(found) > 0


@SHARED
@given(st.sampled_from(TEXTS), st.data())
def test_changed_text_compiles_or_is_told_why_not(
    world: World, text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    new = data.draw(st.text("[]{}:,-&*!|>'\"#%@`\t\n ?~<a1", max_size=4))
    found = compile_text(text[:at] + new + text[at + cut :], world)
    if isinstance(found, Problems):
        lines = text.count("\n") + new.count("\n") + 1
        own = [problem for problem in found if problem.file == "flow.yaml"]
        assert all(1 <= problem.line <= lines for problem in own)


@SHARED
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told_why_not(content: bytes) -> None:
    found = read(content, "any.yaml")
    assert isinstance(found, Document) or len(found) > 0
