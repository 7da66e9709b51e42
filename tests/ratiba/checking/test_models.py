"""`models/` is checked beside flows: each fault at its line, the same again at once."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from engine.document.problem import Problem
from ratiba.checking.models import model_faults
from ratiba.checking.outcome import Check, Told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("models", "prompts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def faults(root: Path, *wanted: str, afresh: bool = False) -> list[str]:
    found = model_faults(root, root / ".home", wanted, afresh=afresh)
    assert all(isinstance(one, Problem) for one in found)
    return [str(one) for one in found]


def rewrite(root: Path, file: str, old: str, new: str) -> None:
    path = root / "models" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_is_shipped_holds(root: Path) -> None:
    assert faults(root) == []


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        ("roles.yaml", ("tries: 2", "tries: 2.5"), "is 2.5. Write a whole number from 1 to 5."),
        ("roles.yaml", ("total_s: 6", "totl_s: 6"), "Write 'total_s'"),
        ("roles.yaml", ("inquiry.fact", "inquiry"), "a phrase such as talk.no_match"),
        ("roles.yaml", ("talk.no_match", "talk.no_mach"), "Write 'talk.no_match'"),
        ("prices.yaml", ("output: 0.50", "output: free"), "output: is 'free'"),
        (
            "prompts/answer_shaper/1.yaml",
            ('"reply": reply', '"reply": replie'),
            "prints 'replie', which this role is not told. Write 'reply'.",
        ),
    ],
)
def test_a_fault_is_told_at_its_line_and_again(
    root: Path, file: str, change: tuple[str, str], told: str
) -> None:
    assert faults(root) == []
    rewrite(root, file, *change)
    (fault,) = faults(root)
    assert fault.startswith(f"models/{file}:")
    assert told in fault
    assert faults(root) == faults(root, afresh=True) == [fault]
    assert faults(root, "models") == [fault]
    assert faults(root, "flows") == []


def test_a_prompt_that_no_role_names_is_checked_too(root: Path) -> None:
    text = (root / "models/prompts/reorientation/1.yaml").read_text("utf-8")
    (root / "models/prompts/reorientation/2.yaml").write_text(
        text.replace("| json }}", "}"), "utf-8"
    )
    found = faults(root)
    assert found
    assert all(one.startswith("models/prompts/reorientation/2.yaml:") for one in found)


def test_where_there_are_none_nothing_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


def test_a_check_of_the_folder_tells_them_and_nothing_else(root: Path) -> None:
    rewrite(root, "roles.yaml", "tries: 2", "tries: many")
    for name in ("flows", "verticals"):
        (root / name).mkdir()

    @contextmanager
    def unseen() -> Iterator[Told]:
        yield lambda words: None

    found = Check(root, root / ".home", (root / "models",)).outcome(unseen)
    assert [str(one) for one in found.problems] == faults(root)
    assert len(found.problems) == 1
