"""A phrase tells settings of its own flow, and none but those that the flow has."""

from pathlib import Path

from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.shelf import Shelf
from engine.document.tree import Document
from engine.model.flow import FlowSet, SlotType
from engine.render.book import PhraseBook
from engine.spec.compose import Composed, compose
from engine.spec.phrases.spoken import Books
from tests.spec.folder import check, rewrite, told
from tests.spec.world import TOOLS

FLOW = """
ratiba: 1
flow: trial
title: A trial
start: {intents: [other]}
settings: {wait: 2h, part: {usually: 100%, except: {mine: 50%}}, most: 3, open: true, tone: warm}
rules: {mine: conversation.turns = 1}
steps:
  one: {say: hello}
  two: {do: look_up, exits: {nothing: {say: sorry, go: next}, failed: next}}
  done: {end: done}
phrases:
  hello: {en: "ENGLISH", sw: "SWAHILI"}
  sorry: {en: Sorry, sw: Samahani}
"""


def made(words: str, *upper: str, swahili: str | None = None) -> Composed[PhraseBook] | Problems:
    texts = (FLOW.replace("ENGLISH", words).replace("SWAHILI", swahili or words), *upper)
    files = (read(text, f"{n}.yaml") for n, text in enumerate(texts))
    shelves = [Shelf((one,)) for one in files if isinstance(one, Document)]
    types: dict[str, SlotType] = {}
    return compose(shelves, Books(PhraseBook.from_texts), TOOLS, types, beneath=None)


def flows(words: str, *upper: str) -> FlowSet:
    found = made(words, *upper)
    assert isinstance(found, Composed), str(found)
    return found.flows


def overlay(change: str) -> str:
    return f"ratiba: 1\noverlay: own\nflow: trial\n{change}\n"


def test_a_flow_knows_which_settings_its_phrases_tell_and_of_which_kind() -> None:
    every = " ".join(
        f"{{{{ settings.{name} }}}}" for name in ("wait", "part", "most", "open", "tone")
    )
    assert flows(every).flows["trial"].told == {
        "trial.hello": {
            "wait": "span",
            "part": "share",
            "most": "number",
            "open": "flag",
            "tone": "text",
        }
    }
    assert flows("Hello").flows["trial"].told == {}


def test_an_overlay_may_bring_the_setting_with_the_phrase() -> None:
    words = "phrases: {hello: {en: '{{ settings.fee }}', sw: '{{ settings.fee }}'}}"
    change = overlay(f"settings: {{fee: 10%}}\n{words}")
    found = flows("{{ settings.wait }}", change)
    assert found.flows["trial"].told == {"trial.hello": {"fee": "share"}}


def test_a_setting_that_is_not_there_is_told_where_it_is_named() -> None:
    assert str(made("{{ settings.wiat }}")) == (
        "0.yaml:13: trial.hello: no setting of 'trial' is called 'wiat'. Write 'wait'."
    )
    assert str(made("{% if settings.wait %}{{ settings }}{% endif %}")) == (
        "0.yaml:13: trial.hello: shows 'settings', and none of them."
        " There are: most, open, part, tone, wait."
    )


def test_an_overlay_that_takes_the_setting_away_is_told_at_the_overlay() -> None:
    change = overlay("settings: {wait: null}")
    assert str(made("{{ settings.wait }}", change)) == (
        "1.yaml:4: trial.hello: no setting of 'trial' is called 'wait' (0.yaml, line 13)."
        " There are: most, open, part, tone."
    )


def test_both_languages_tell_the_same_settings() -> None:
    assert str(made("{{ settings.wait }}", swahili="Habari")) == (
        "0.yaml:13: trial.hello: does not say {{ settings.wait }}, which 'en' says."
        " Say it in both, or in neither."
    )


def test_a_phrase_of_no_flow_has_no_settings(root: Path) -> None:
    for locale in ("en", "sw"):
        file = root / "prompts" / locale / "talk.yaml"
        file.write_text("no_input: '{{ settings.patience }}'\n", "utf-8")
    fault = "talk.no_input: names settings, and no flow is called 'talk'."
    assert told(check(root)) == [
        f"prompts/{locale}/talk.yaml:1: {fault} Say it in a phrase of the flow."
        for locale in ("en", "sw")
    ]


def test_another_flow_cannot_say_it(root: Path) -> None:
    rewrite(root / "flows/visit.yaml", "deposit: 100%", "deposit: 100%, patience: 2h")
    for locale in ("en", "sw"):
        file = root / f"prompts/{locale}/visit.yaml"
        rewrite(file, "taken: 'Some words'", "taken: '{{ settings.patience }}'")
    assert told(check(root)) == []
    till = root / "flows/till.yaml"
    rewrite(till, "{stop: unpaid}", "{stop: {say: visit.taken, go: unpaid}}")
    assert told(check(root)) == [
        "flows/till.yaml:6: anytime.stop.say: 'visit.taken' tells settings of 'visit'."
        " Write a phrase of 'till'."
    ]
