"""What a check has found before is told again for the same content, and found out for any other."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from tests.ratiba.checking.conftest import Copy
from tests.ratiba.conftest import Ratiba

BARBER = "verticals/barber/prompts/en/booking.yaml"
SLIPS = {
    BARBER: ("What are we doing for you?", "What are we doing for you, {{ nobody }}?"),
    "verticals/clinic/vertical.yaml": ("ratiba: 1", "ratiba: 1\nno_such_key: 1"),
}


def test_what_has_not_changed_is_not_looked_at_again(shipped: Copy) -> None:
    first = shipped.check()
    kept = shipped.looks()
    assert (shipped.check(), shipped.judged, shipped.looks()) == (first, 1, kept)
    assert first.problems == ()


@pytest.mark.parametrize("file", SLIPS)
def test_one_vertical_that_changed_is_told_as_a_check_of_all_tells_it(
    copies: Callable[[], Copy], file: str
) -> None:
    """Also the same where it is told from what is kept, and as it was when it is mended."""
    known, fresh = copies(), copies()
    sound = known.check()
    before = known.looks()
    for one in (known, fresh):
        one.write(file, *SLIPS[file])
    found = known.check()
    assert found.problems
    folder = file.split("/")[1]
    assert {problem.file.split("/")[1] for problem in found.problems} == {folder}
    assert found == fresh.check()
    assert 0 < len(known.looks() - before) < len(before)
    assert (known.check(), known.judged) == (found, 2)
    known.write(file, *reversed(SLIPS[file]))
    assert (known.check(), known.judged) == (sound, 2)


def test_what_is_shipped_goes_into_every_layer(shipped: Copy) -> None:
    shipped.check()
    before = shipped.looks()
    with (shipped.root / "prompts" / "en" / "booking.yaml").open("a", encoding="utf-8") as file:
        file.write("\n")
    shipped.check()
    assert len(shipped.looks()) == 2 * len(before)


def test_a_vertical_that_is_like_another_changes_with_it(shipped: Copy) -> None:
    shipped.check()
    before = shipped.looks()
    with (shipped.root / "verticals/clinic/knowledge.yaml").open("a", encoding="utf-8") as file:
        file.write("\n")
    shipped.check()
    assert len(shipped.looks() - before) == 3  # clinic, and dental and physio on it


def test_a_named_folder_tells_its_own_from_what_is_kept(shipped: Copy) -> None:
    shipped.write(BARBER, *SLIPS[BARBER])
    shipped.check()
    barber, clinic = shipped.root / "verticals/barber", shipped.root / "verticals/clinic"
    assert {one.file.split("/")[1] for one in shipped.check(barber).problems} == {"barber"}
    assert shipped.check(clinic).problems == ()
    assert shipped.judged == 1


def test_a_file_from_elsewhere_is_part_of_what_is_kept(shipped: Copy, tmp_path: Path) -> None:
    text = (ROOT / "flows" / "inquiry.yaml").read_text("utf-8")
    own = tmp_path / "inquiry.yaml"
    own.write_text(text.replace("flow: inquiry", "flow: inquiry\nno_such_key: 1"), "utf-8")
    wrong = shipped.check(own)
    assert [one.file for one in wrong.problems] == [str(own)]
    assert (shipped.check(own), shipped.judged) == (wrong, 1)
    own.write_text(text, "utf-8")
    assert (shipped.check(own).problems, shipped.judged) == ((), 2)


def test_a_pipe_is_read_once_and_not_kept(shipped: Copy, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "inquiry.yaml")
    text = (ROOT / "flows" / "inquiry.yaml").read_text("utf-8")
    slip = text.replace("flow: inquiry", "flow: inquiry\nno_such_key: 1")
    (tmp_path / "text").write_text(slip, "utf-8")
    with subprocess.Popen(["sh", "-c", f"cat {tmp_path}/text > {pipe}"]):
        assert [one.file for one in shipped.check(pipe).problems] == [str(pipe)]
    assert not (shipped.home / "looks").exists()


def test_programs_are_told_the_same_from_what_is_kept(
    ratiba: Ratiba, proofs: Path, tmp_path: Path
) -> None:
    path = tmp_path / "inquiry.yaml"
    text = (ROOT / "flows" / "inquiry.yaml").read_text("utf-8")
    path.write_text(text.replace("flow: inquiry", "flow: inquiry\nno_such_key: 1"), "utf-8")
    told = [ratiba("check", str(path), "--json").out.splitlines() for _ in range(2)]
    once, again = ([json.loads(line) for line in lines] for lines in told)
    for summary in (once[-1], again[-1]):
        summary.pop("ms"), summary.pop("prove_ms")
    assert once == again
    assert once[0]["file"] == str(path)


def test_what_is_kept_is_told_without_the_compiler_and_the_prover(
    shipped: Copy, tmp_path: Path
) -> None:
    """Their imports alone take longer than all else."""
    shipped.check()
    script = (
        "import sys, contextlib; from pathlib import Path\n"
        "from ratiba.checking.outcome import Check\n"
        f"Check(Path({str(shipped.root)!r}), Path({str(shipped.home)!r})).outcome(None)\n"
        "print(*(name for name in ('yaml', 'jinja2', 'jsonschema', 'engine.proof.explore', "
        "'engine.machine.step', 'engine.spec.compile') if name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert ran.stdout == "\n"
