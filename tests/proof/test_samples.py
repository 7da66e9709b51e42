"""What the prover says its phrases with."""

from engine.model.facts import NUMBER, SHARE, SPAN
from engine.model.flow import Argument, Duration, Flow, FlowSet, Kind, Setting, State
from engine.model.value import Value
from engine.proof.phrases import Phrases
from engine.proof.said import Said
from engine.proof.samples import Samples
from engine.render.book import PhraseBook

FLOW = Flow(
    "trial",
    "A trial",
    "",
    "one",
    {},
    {},
    settings={"wait": Setting(Duration(7200)), "part": Setting(0.5), "most": Setting(3)},
    told={"trial.one": {"wait": SPAN, "part": SHARE}, "trial.two": {"most": NUMBER}},
)


CALLER = Flow(
    "caller",
    "Calls it",
    "",
    "call",
    {
        "call": State(
            "call", Kind.CALL, "trial", args={"wait": Argument("time"), "part": Argument("own")}
        )
    },
    {},
    settings={"own": Setting(0.5)},
)


def test_a_phrase_is_said_with_the_settings_that_it_names() -> None:
    samples = Samples(FlowSet({"trial": FLOW}, {}))
    usual = {"wait": Value(SPAN, 7200), "part": Value(SHARE, 0.5)}
    assert samples.settings("trial.one") == (usual,)
    assert samples.settings("trial.two") == ({"most": Value(NUMBER, 3)},)
    assert samples.settings("trial.three") == samples.settings("talk.hello") == ({},)


def test_and_without_what_a_caller_may_leave_empty() -> None:
    samples = Samples(FlowSet({"trial": FLOW, "caller": CALLER}, {}))
    usual = {"wait": Value(SPAN, 7200), "part": Value(SHARE, 0.5)}
    assert samples.settings("trial.one") == (usual, {**usual, "wait": Value(SPAN, None)})


def test_a_phrase_that_prints_what_may_be_empty_is_told() -> None:
    flows = FlowSet({"trial": FLOW, "caller": CALLER}, {})
    bare = PhraseBook.from_texts({"en": {"trial.one": "In {{ settings.wait }}."}})
    (wrong,) = Phrases(flows, bare).wrong([Said("trial.one", (), (), None)])
    assert wrong.fault == "the phrase 'trial.one' (en) prints a span that has no name"
    words = "{% if settings.wait %}In {{ settings.wait }}.{% else %}Soon.{% endif %}"
    guarded = PhraseBook.from_texts({"en": {"trial.one": words}})
    assert list(Phrases(flows, guarded).wrong([Said("trial.one", (), (), None)])) == []
