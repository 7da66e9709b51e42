"""Every file at once: what `ratiba check` finds in a folder."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import pytest

from engine.document.problem import Problem
from engine.document.tree import Document
from engine.model.tenant import Tenant
from engine.model.value import Value
from engine.render.book import PhraseBook
from engine.runtime.facts import facts
from engine.spec.check import check_files
from engine.spec.language.facts import FACTS, FAMILIES, LISTS
from engine.spec.report import Counts
from engine.store.records import Contact
from tests.spec.folder import check, rewrite, told
from tests.spec.world import TOOLS
from tools.catalog.model import ABOUT
from tools.definitions import load_definitions

ROOT = Path(__file__).parents[2]
CALLS = 2_800_000
"""A quarter more than it takes where nothing was read before: half a second when idle."""


def test_what_is_right_is_counted(root: Path) -> None:
    report = check(root)
    assert told(report) == []
    assert report.counts == Counts(files=8, flows=3, steps=18, phrases=9, verticals=0)


def test_everything_shipped_holds() -> None:
    report = check_files(ROOT, load_definitions(), PhraseBook.from_texts)
    assert told(report) == []
    assert report.counts.flows >= 5


def test_ten_kinds_of_business_are_checked_with_little_work() -> None:
    """What they have in common is read and drafted once."""
    assert _calls() < CALLS


def _calls() -> int:
    """How many functions it takes: the same on every machine, however busy it is."""
    definitions, counted = load_definitions(), 0

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal counted
        counted += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check_files(ROOT, definitions, PhraseBook.from_texts)
    finally:
        sys.setprofile(before)
    return counted


def test_all_files_are_told_of_at_once_in_order(root: Path) -> None:
    rewrite(root / "flows/till.yaml", "refused: refused}", "refused: refusd}")
    rewrite(root / "flows/visit.yaml", "ask: time,", "ask: time, neads: [service],")
    rewrite(root / "prompts/sw/till.yaml", "refused: '", "refused: '{{ ")
    (root / "flows/other.yaml").write_text("flow: [", "utf-8")
    assert told(check(root)) == [
        "flows/other.yaml:1: is not YAML: did not find expected node content.",
        "flows/till.yaml:12: steps.push.exits.refused: no step or flow is called 'refusd'."
        " Write 'refused'.",
        "flows/visit.yaml:14: steps.when: 'neads' is not a field of an ask. Write 'needs'.",
        *(line for line in told(check(root)) if line.startswith("prompts/sw/till.yaml:1:")),
    ]


def test_of_a_file_that_cannot_be_read_nothing_that_follows_is_told(root: Path) -> None:
    folder = root / "verticals/garage/flows"
    folder.mkdir(parents=True)
    overlay = "ratiba: 1\noverlay: car\nflow: visit\nsettings: {deposit: 50%}\n"
    (folder / "car.yaml").write_text(overlay, "utf-8")
    rewrite(root / "prompts/sw/visit.yaml", "which: '", "which: ['")
    (line,) = told(check(root))
    assert line.startswith("prompts/sw/visit.yaml:")
    rewrite(root / "flows/visit.yaml", "steps:", "steps: [")
    assert {line.partition(":")[0] for line in told(check(root))} == {
        "flows/visit.yaml",
        "prompts/sw/visit.yaml",
    }


def test_a_slip_in_one_language_is_told_with_the_name_that_was_meant(root: Path) -> None:
    rewrite(root / "prompts/sw/visit.yaml", "{{ phone }}", "{{ phnoe }}")
    assert told(check(root)) == [
        "prompts/sw/visit.yaml:4: visit.summary: prints {{ phnoe }}. Write 'phone'."
    ]


def test_a_phrase_with_a_fault_is_told_once_and_hides_nothing(root: Path) -> None:
    rewrite(root / "prompts/en/visit.yaml", "summary: '", "summary: '{% if %}")
    problems = check(root).problems
    assert {(p.file, p.line, p.key) for p in problems} == {
        ("prompts/en/visit.yaml", 4, "visit.summary")
    }


def test_a_phrase_that_one_language_lacks_is_told_once(root: Path) -> None:
    rewrite(root / "prompts/sw/visit.yaml", "number: 'Some words'\n", "")
    assert told(check(root)) == [
        "prompts/en/visit.yaml:3: visit.number: is missing in this language. Write it in 'sw' too."
    ]


def test_a_phrase_that_hides_what_a_yes_must_show_is_told_at_the_tool(root: Path) -> None:
    for locale in ("en", "sw"):
        rewrite(root / f"prompts/{locale}/visit.yaml", "{{ time }} {{ price }} {{ phone }}", "?")
    assert any("'book_time' cannot be undone" in line for line in told(check(root)))


def test_what_is_no_phrase_is_told_with_its_line(root: Path) -> None:
    rewrite(root / "prompts/en/visit.yaml", "number: 'Some words'", "number: {txt: Words}")
    rewrite(root / "prompts/en/till.yaml", "refused: ", "Refused: ")
    assert [line for line in told(check(root)) if "prompts/en/visit" in line] == [
        "prompts/en/visit.yaml:3: number: 'txt' is not a field of a phrase. Write 'text'."
    ]
    assert [line for line in told(check(root)) if "Refused" in line] == [
        "prompts/en/till.yaml:1: 'Refused' is written in another way."
        " Write the name of a phrase, such as summary."
    ]


def test_a_flow_may_bring_its_own_phrases(root: Path) -> None:
    for locale in ("en", "sw"):
        rewrite(root / f"prompts/{locale}/visit.yaml", "taken: 'Some words'\n", "")
    assert any("visit.taken" in line for line in told(check(root)))
    rewrite(
        root / "flows/visit.yaml",
        "steps:",
        "phrases: {taken: {en: Gone, sw: Imechukuliwa, sw.voice: Imechukuliwa}}\nsteps:",
    )
    assert told(check(root)) == []


def test_broken_types_are_told_once(root: Path) -> None:
    rewrite(root / "flows/types.yaml", "sure: 0.95", "sure: 95%")
    assert told(check(root)) == [
        "flows/types.yaml:5: types.opening.sure: is '95%'. Write a number from 0.4 to 1."
    ]


def test_what_silence_does_everywhere_names_no_step_of_one_flow(root: Path) -> None:
    rewrite(root / "flows/types.yaml", "types:", "timers: [{quiet: 24s, go: gone}]\ntypes:")
    assert told(check(root)) == [
        "flows/types.yaml:2: timers.0.go: 'gone' is a step of one flow. Write end."
    ]


def test_only_the_named_files_are_reported(root: Path) -> None:
    rewrite(root / "flows/till.yaml", "refused: refused}", "refused: refusd}")
    rewrite(root / "flows/visit.yaml", "ask: time,", "ask: time, neads: [service],")
    lines = told(check(root, root / "flows/visit.yaml"))
    assert [line.split(":")[0] for line in lines] == ["flows/visit.yaml"]
    assert len(told(check(root, root / "flows"))) == 2
    assert told(check(root, root / "prompts")) == []


def test_a_file_from_elsewhere_stands_for_the_shipped_flow(root: Path, tmp_path: Path) -> None:
    draft = tmp_path.parent / "my_visit.yaml"
    draft.write_text((root / "flows/visit.yaml").read_text("utf-8"), "utf-8")
    assert told(check(root, draft)) == []
    rewrite(draft, "which: {ask", "wich: {ask")
    lines = told(check(root, draft))
    assert lines
    assert all(line.startswith(draft.as_posix()) for line in lines)


@pytest.mark.parametrize("named", ["my_visit.yaml", "../{0}/my_visit.yaml", "link.yaml", "."])
def test_a_file_is_told_of_however_it_was_named(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    named: str,
) -> None:
    """From another folder, through `..` and through a link: a fault is never left out."""
    here = tmp_path_factory.mktemp("drafts")
    draft = here / "my_visit.yaml"
    draft.write_text((root / "flows/visit.yaml").read_text("utf-8"), "utf-8")
    rewrite(draft, "which: {ask", "wich: {ask")
    if named == "link.yaml":
        (here / named).symlink_to(draft)
    monkeypatch.chdir(here)
    file = here / ("link.yaml" if named == "link.yaml" else draft.name)
    found = check(root, Path(named.format(here.name))).problems
    assert {one.file for one in found} == {file.as_posix()}


def test_a_folder_around_everything_names_everything(root: Path) -> None:
    rewrite(root / "flows/till.yaml", "refused: refused}", "refused: refusd}")
    assert told(check(root, root.parent)) == told(check(root)) != []


def test_verticals_are_handed_to_who_knows_them(root: Path) -> None:
    folder = root / "verticals/salon"
    folder.mkdir(parents=True)
    (folder / "vertical.yaml").write_text("title: Salon\n", "utf-8")

    def strict(document: Document) -> Iterator[Problem]:
        yield Problem(document.file, 1, "title", "is too short", "Write more")

    report = check_files(root, TOOLS, PhraseBook.from_texts, strict)
    assert told(report) == ["verticals/salon/vertical.yaml:1: title: is too short. Write more."]
    assert report.counts.verticals == 1


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    assert told(check(tmp_path)) == [
        "flows/types.yaml:1: cannot be opened (No such file or directory). Give its right name."
    ]


def test_a_rule_may_name_exactly_what_the_engine_knows() -> None:
    """A fact that a rule may name and nobody provides would silently never hold."""
    tenant = Tenant(1, "salon", "Salon", "salon", "en", 1, dials={"warmth": 0.5})
    card = {"plate": Value("plate", "KDA 123A")}
    contact = Contact("1", "+254712345678", "whatsapp", "254712345678", card=card)
    about = dict.fromkeys(ABOUT, "known")
    provided = facts(tenant, contact, None, about=about, at=datetime(2026, 6, 1, tzinfo=UTC))
    single = {name for name in provided if name.split(".")[0] not in FAMILIES} - set(LISTS)
    of_the_machine = {"conversation.turns", "conversation.interrupted", "channel.kind"}
    assert single | of_the_machine == set(FACTS)
    assert {name.split(".")[0] for name in provided} - {n.split(".")[0] for n in FACTS} == set(
        FAMILIES
    )
