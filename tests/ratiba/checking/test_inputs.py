"""Everything that a check reads or runs is part of the hash under which its outcome is kept."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from engine.proof.code import ROOMS, digest, modules
from ratiba.checking.inputs import judges, layer_keys
from tests.ratiba.checking.conftest import Copy

CARRY = ("engine/assembly/", "ratiba/terminal/")
"""They carry what is judged, and tell it."""
SCRIPT = """
import json, sys
from pathlib import Path
opened, root = set(), Path(sys.argv[1])
sys.addaudithook(lambda event, args: event == 'open' and opened.add(str(args[0])))
from ratiba.checking.judging import layers_of
layers_of(root)
modules = [getattr(one, '__file__', None) for one in list(sys.modules.values())]
print(json.dumps({"opened": sorted(opened), "modules": sorted(filter(None, modules))}))
"""


def _seen(root: Path) -> Mapping[str, list[str]]:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(root)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    found: Mapping[str, list[str]] = json.loads(ran.stdout)
    return found


def _does(module: Path) -> bool:
    """Whether there is more in a module than its title."""
    return len(ast.parse(module.read_bytes()).body) > 1


def _one_a_folder(paths: Iterator[Path]) -> list[Path]:
    found: dict[tuple[Path, str], Path] = {}
    for path in paths:
        found.setdefault((path.parent, "" if "prompts" in path.parts else path.name), path)
    return list(found.values())


def test_every_module_that_judges_is_hashed(shipped: Copy) -> None:
    hashed = {str(path) for path in judges()}
    hashed |= {str(path) for path in modules(*(ROOT / "engine" / room for room in ROOMS))}
    rooms = tuple(f"{ROOT}/{room}/" for room in ("engine", "tools", "ratiba", "channels"))
    carry = tuple(f"{ROOT}/{room}" for room in CARRY)
    ours = [one for one in _seen(shipped.root)["modules"] if one.startswith(rooms)]
    assert len(ours) > 150
    judge = {one for one in ours if not one.startswith(carry) and _does(Path(one))}
    assert judge - hashed == set()


def test_every_file_that_is_read_is_hashed(shipped: Copy) -> None:
    read = (Path(one) for one in _seen(shipped.root)["opened"])
    ours = [path for path in read if path.is_relative_to(shipped.root)]
    assert len(ours) > 100
    for path in _one_a_folder(iter(ours)):
        before, content = layer_keys(shipped.root, ()), path.read_bytes()
        path.write_bytes(content + b"\n")
        assert layer_keys(shipped.root, ()) != before, path
        path.write_bytes(content)
        assert layer_keys(shipped.root, ()) == before


def test_every_table_that_is_read_is_hashed(shipped: Copy) -> None:
    read = {Path(one) for one in _seen(shipped.root)["opened"] if one.endswith((".yaml", ".json"))}
    ours = {path for path in read if path.is_relative_to(ROOT)}
    tables = {path for path in ours if path.relative_to(ROOT).parts[0] in {"engine", "tools"}}
    assert len(tables) > 10
    assert tables - {*judges()} == set()


@pytest.mark.parametrize("name", ["engine/nlu/said/sw/tasks.yaml", "tools/knowledge/topics.yaml"])
def test_another_table_is_another_hash(tmp_path: Path, name: str) -> None:
    for path in judges():
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    before = digest(tmp_path, judges(tmp_path))
    assert before == digest(ROOT, judges())
    (tmp_path / name).write_text("- act: cancel\n  confidence: 0.9\n  said: cancel\n")
    assert digest(tmp_path, judges(tmp_path)) != before


def test_the_same_files_elsewhere_have_the_same_hash(shipped: Copy) -> None:
    assert layer_keys(shipped.root, ()) == layer_keys(ROOT, ())


def test_a_file_that_moves_to_another_name_is_another(shipped: Copy) -> None:
    before = layer_keys(shipped.root, ())
    path = shipped.root / "verticals" / "spa" / "knowledge.yaml"
    path.rename(path.with_name("other.yaml"))
    after = layer_keys(shipped.root, ())
    assert [name for name in before if before[name] != after[name]] == ["verticals/spa"]
