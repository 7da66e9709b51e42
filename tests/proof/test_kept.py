"""A proof is made once for the same content, and made anew for any other."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine.assembly.library import ROOT, Repertoire
from engine.model.flow import FlowSet
from engine.model.tool import Safety
from engine.proof import fingerprint
from engine.proof.code import WALKED
from ratiba.checking.proofs import Proofs
from tests.proof.small import SOUND, Slip, book, flows

GREETING = Slip("start", "[{quiet: 30m, go: quiet}]", "[{quiet: 30m, say: greet, go: quiet}]")


def repertoire(slip: Slip = SOUND) -> Repertoire:
    found = flows(slip)
    assert isinstance(found, FlowSet), found
    return Repertoire(found, book(slip))


class Told(list[str]):
    """The flows that were explored, in turn: of `2 of 4 flows: start` the name."""

    def hear(self, words: str) -> None:
        """Keep the name of what is done; of what is under way there is no colon."""
        _, colon, name = words.partition(": ")
        self.extend([name] if colon else [])

    def of(self, home: Path, world: Repertoire) -> "Told":
        self.clear()
        Proofs(home, self.hear).verdicts([world])
        return self


@pytest.fixture
def told() -> Told:
    return Told()


def test_while_it_proves_it_names_what_is_being_proved(tmp_path: Path) -> None:
    words: list[str] = []
    Proofs(tmp_path, words.append).verdicts([repertoire()])
    assert words[0].startswith("0 of 3 flows, now ")
    done = [one.partition(": ")[2] for one in words if ": " in one]
    named = [one.partition(", now ")[2].split(" and ") for one in words if ", now " in one]
    assert set(done) == {"visit", "handoff", "start"} == {name for names in named for name in names}


def test_the_same_is_not_proved_again(tmp_path: Path, told: Told) -> None:
    assert set(told.of(tmp_path, repertoire())) == {"visit", "handoff", "start"}
    assert told.of(tmp_path, repertoire()) == []


def test_in_whichever_order_flows_were_read_they_are_not_proved_again(
    tmp_path: Path, told: Told
) -> None:
    world = repertoire()
    told.of(tmp_path, world)
    backwards = replace(world.flows, flows=dict(reversed([*world.flows.flows.items()])))
    assert told.of(tmp_path, replace(world, flows=backwards)) == []


def test_only_what_changed_is_proved_again(tmp_path: Path, told: Told) -> None:
    told.of(tmp_path, repertoire())
    assert told.of(tmp_path, repertoire(GREETING)) == ["start"]


@pytest.mark.parametrize(
    "slip",
    [
        Slip("till", "after: 15m", "after: 14m"),
        Slip("visit", "title: Book a visit", "title: Come and see us"),
        Slip("visit", "flow: visit\n", "# a line more\nflow: visit\n"),
        Slip("visit", "rules:\n", "moved: {from: [abcdef01], steps: {old: which}}\nrules:\n"),
    ],
    ids=["how long silence lasts", "a title", "lines that move", "a map for older versions"],
)
def test_what_no_conversation_can_tell_is_not_explored_again(
    tmp_path: Path, told: Told, slip: Slip
) -> None:
    told.of(tmp_path, repertoire())
    assert told.of(tmp_path, repertoire(slip)) == []


def test_a_fault_is_told_where_it_stands_now(tmp_path: Path, told: Told) -> None:
    confirm = "  sure: {confirm: {declined: gone}, say: summary}\n"
    gone = repertoire(Slip("visit", confirm, ""))
    noted = repertoire(Slip("visit", confirm, "  # no confirm\n"))
    before = Proofs(tmp_path).verdicts([gone])[0].faults
    assert told.of(tmp_path, noted) == []
    after = Proofs(tmp_path).verdicts([noted])[0].faults
    assert [one.fault for one in after] == [one.fault for one in before] != []
    assert [one.at.line for one in after] == [one.at.line + 1 for one in before]


def test_a_called_flow_that_changed_proves_its_callers_again(tmp_path: Path, told: Told) -> None:
    told.of(tmp_path, repertoire())
    assert "visit" in told.of(tmp_path, repertoire(Slip("till", "say: unpaid", "say: wait")))


def test_a_tool_that_changed_proves_again_what_uses_it(tmp_path: Path, told: Told) -> None:
    world = repertoire()
    told.of(tmp_path, world)
    tools = {**world.flows.tools}
    tools["query"] = replace(tools["query"], safety=Safety.READ)
    assert "visit" in told.of(tmp_path, replace(world, flows=replace(world.flows, tools=tools)))


def test_another_phrase_needs_no_exploration_but_is_said_again(tmp_path: Path, told: Told) -> None:
    told.of(tmp_path, repertoire())
    slip = Slip("en", "visit.hello: Hello.", "visit.hello: Hello {{ service }}.")
    assert told.of(tmp_path, repertoire(slip)) == []
    faults = Proofs(tmp_path).verdicts([repertoire(slip)])[0].faults
    assert [fault.sort for fault in faults] == ["phrase"]


def test_another_engine_proves_everything_again(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.of(tmp_path, repertoire())
    monkeypatch.setattr(fingerprint, "walking", lambda: "another engine")
    assert set(told.of(tmp_path, repertoire())) == {"visit", "handoff", "start"}


def test_another_renderer_says_everything_again_and_explores_nothing(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.of(tmp_path, repertoire())
    kept = {path.name for path in (tmp_path / "proofs").iterdir()}
    monkeypatch.setattr(fingerprint, "code", lambda: "another renderer")
    assert told.of(tmp_path, repertoire()) == []
    assert len({path.name for path in (tmp_path / "proofs").iterdir()} - kept) == 1


def test_every_module_that_explores_is_hashed() -> None:
    script = (
        "import sys, engine.proof.roots\n"
        "found = [getattr(one, '__file__', None) for one in list(sys.modules.values())]\n"
        "print(*filter(None, found))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    loaded = {Path(name) for name in ran.stdout.split()}
    ours = {path for path in loaded if path.is_relative_to(ROOT) and ".venv" not in path.parts}
    places = [ROOT / "engine" / name for name in WALKED]
    left = {path for path in ours if not any(path.is_relative_to(place) for place in places)}
    assert len(ours) > 80
    assert {path.name for path in left} == {"__init__.py"}


def test_a_kept_file_that_cannot_be_read_is_made_again(tmp_path: Path, told: Told) -> None:
    told.of(tmp_path, repertoire())
    for path in (tmp_path / "proofs").iterdir():
        path.write_bytes(b"\x80torn")
    assert set(told.of(tmp_path, repertoire())) == {"visit", "handoff", "start"}


def test_two_repertoires_share_what_is_the_same(tmp_path: Path) -> None:
    explored = Told()
    verdicts = Proofs(tmp_path, explored.hear).verdicts([repertoire(), repertoire(GREETING)])
    assert sorted(explored) == ["handoff", "start", "start", "visit"]
    assert [verdict.faults for verdict in verdicts] == [(), ()]


def test_every_situation_can_be_had_as_a_conversation(tmp_path: Path) -> None:
    found = list(Proofs(tmp_path).situations(repertoire().flows))
    steps = {(frame.flow, frame.step) for session in found for frame in session.frames}
    assert {("visit", "which"), ("visit", "sure"), ("till", "push"), ("start", "greet")} <= steps
