"""What verticals bring is checked with what is shipped, and told in their own files."""

from pathlib import Path

from engine.document.problem import Faults
from engine.spec.gathered import read_brought
from engine.spec.phrases.phrasing import read_phrases
from engine.spec.report import Counts
from tests.spec.folder import check, rewrite, told

CAR = """ratiba: 1
overlay: car
flow: visit
types: {plate: {like: "KAA 999A"}}
add:
  plate: {after: which, ask: plate}
"""
PLATE = "plate: What is the number plate?\n"


def brings(root: Path, name: str, files: dict[str, str]) -> None:
    """A vertical with these files."""
    for path, text in files.items():
        file = root / "verticals" / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def test_a_verticals_overlay_and_its_phrases_are_checked(root: Path) -> None:
    phrases = {f"prompts/{locale}/visit.yaml": PLATE for locale in ("en", "sw")}
    brings(root, "garage", {"flows/car.yaml": CAR, **phrases})
    report = check(root)
    assert told(report) == []
    assert report.counts == Counts(files=11, flows=3, steps=19, phrases=10, verticals=0, overlays=1)


def test_a_fault_of_an_overlay_is_told_in_its_file(root: Path) -> None:
    brings(root, "garage", {"flows/car.yaml": CAR + "remove: [which]\n"})
    where = "verticals/garage/flows/car.yaml"
    assert told(check(root)) == [
        f"{where}:6: add.plate.after: 'which' is removed by this overlay. Write one of the two."
    ]


def test_what_a_vertical_lacks_is_told_there(root: Path) -> None:
    brings(root, "garage", {"flows/car.yaml": CAR, "prompts/en/visit.yaml": PLATE})
    found = told(check(root))
    assert found == [
        "verticals/garage/prompts/en/visit.yaml:1: visit.plate: is missing in this language. "
        "Write it in 'sw' too.",
    ]


def test_what_needs_a_removed_answer_is_told_at_the_overlay(root: Path) -> None:
    text = "ratiba: 1\noverlay: bare\nflow: visit\nremove: [number]\nrules: {needs_phone: null}\n"
    brings(root, "bare", {"flows/bare.yaml": text})
    assert told(check(root)) == []
    rewrite(
        root / "flows" / "visit.yaml",
        "{do: upsert_contact}",
        "{do: upsert_contact, when: needs_phone}",
    )
    assert told(check(root)) == [
        "verticals/bare/flows/bare.yaml:5: steps.know.when: no rule is called 'needs_phone' "
        "(flows/visit.yaml, line 12). Write it under rules."
    ]


def test_a_voice_needs_words_somewhere(root: Path) -> None:
    text = "ratiba: 1\noverlay: voice\nflow: visit\nphrases:\n  {name}: {{sw.voice: Sawa}}\n"
    brings(root, "garage", {"flows/voice.yaml": text.format(name="which")})
    assert told(check(root)) == []
    brings(root, "garage", {"flows/voice.yaml": text.format(name="hello")})
    assert told(check(root)) == [
        "verticals/garage/flows/voice.yaml:5: phrases.hello: has a voice in 'sw' and no words. "
        "Write sw: ... as well."
    ]


def test_a_verticals_own_flow_stands_beside_the_shipped_ones(root: Path) -> None:
    head = "ratiba: 1\nflow: more\ntitle: More\nstart: {event: visit.done}\n"
    text = f"{head}steps: {{done: {{end: done}}}}\n"
    brings(root, "garage", {"flows/more.yaml": text, "flows/fixtures/one.yaml": "fixture: x\n"})
    report = check(root)
    assert told(report) == []
    assert report.counts.flows == 4


def test_two_exceptions_that_may_hold_at_once_are_a_warning(root: Path) -> None:
    text = (
        "ratiba: 1\noverlay: {name}\nflow: visit\nrules: {{{name}: {rule}}}\n"
        "settings: {{deposit: {{except: {{{name}: {share}}}}}}}\n"
    )
    one = text.format(name="known", rule="customer.name is filled", share="50%")
    two = text.format(name="calls", rule="channel.kind = 'voice'", share="0%")
    brings(root, "garage", {"flows/a.yaml": one, "flows/b.yaml": two})
    report = check(root)
    assert told(report) == []
    assert [str(one) for one in report.warnings] == [
        "verticals/garage/flows/b.yaml:5: settings.deposit.except.calls: 'calls' and 'known' may "
        "hold at once; then deposit is 0%. verticals/garage/flows/a.yaml says 50% on line 5."
    ]
    apart = text.format(name="calls", rule="customer.name is empty", share="0%")
    brings(root, "garage", {"flows/b.yaml": apart})
    assert check(root).warnings == ()


def test_an_overlay_given_by_hand_is_laid_on_what_is_shipped(root: Path, tmp_path: Path) -> None:
    path = tmp_path.parent / f"{tmp_path.name}_mine.yaml"
    path.write_text(CAR.replace("after: which", "after: whcih"), "utf-8")
    (found,) = told(check(root, path))
    assert found.endswith("add.plate.after: no step is called 'whcih'. Write 'which'.")


def test_a_phrase_that_nothing_says_is_a_warning(root: Path) -> None:
    said = "phrases:\n  plate: {en: A, sw: B}\n  plate.again: {en: A, sw: B}\n"
    slip = "  sumary: {en: A, sw: B}\n  sure.stop: {en: A, sw: B}\n"
    brings(root, "garage", {"flows/car.yaml": CAR + said + slip})
    report = check(root)
    assert told(report) == []
    assert [str(one) for one in report.warnings] == [
        "verticals/garage/flows/car.yaml:10: visit.sumary: nothing says this phrase. "
        "Write 'summary'.",
        "verticals/garage/flows/car.yaml:11: visit.sure.stop: nothing says this phrase. "
        "Name it in a step, or delete it.",
    ]


def test_a_file_beside_the_folders_that_are_read_is_checked_too(root: Path) -> None:
    path = root / "drafts" / "mine.yaml"
    path.parent.mkdir()
    path.write_text(CAR.replace("after: which", "after: whcih"), "utf-8")
    assert told(check(root)) == []
    assert told(check(root, path)) == [
        "drafts/mine.yaml:6: add.plate.after: no step is called 'whcih'. Write 'which'."
    ]
    assert told(check(root, root)) == []


def test_one_vertical_is_like_another_and_says_what_differs(root: Path) -> None:
    phrases = {f"prompts/{locale}/visit.yaml": PLATE for locale in ("en", "sw")}
    brings(
        root, "garage", {"flows/car.yaml": CAR, "vertical.yaml": "vertical: garage\n", **phrases}
    )
    brings(root, "tyres", {"vertical.yaml": "vertical: tyres\nlike: garage\n"})
    shelf = read_brought(root / "verticals" / "tyres", root)
    assert [document.file for document in shelf.flows] == ["verticals/garage/flows/car.yaml"]
    own = {"prompts/en/visit.yaml": "plate: Which car is it?\n"}
    brings(root, "tyres", own)
    shelf = read_brought(root / "verticals" / "tyres", root)
    said = read_phrases(shelf.phrases, Faults()).texts
    assert said["en"]["visit.plate"] == "Which car is it?"
    assert said["sw"]["visit.plate"] == "What is the number plate?"
    assert told(check(root)) == []
