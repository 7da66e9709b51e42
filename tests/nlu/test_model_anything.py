"""Whatever a model answers, only what stands up to a check is heard of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.llm.ports import Classification, Guess, Question
from engine.model.understanding import ACTS, INTENTS, Understanding
from engine.nlu import rules
from engine.nlu.truth.grounded import grounded
from engine.nlu.understander import joined
from tests.nlu.scenes import NOW, VOCABULARY, hearing

WORDS = st.sampled_from(
    ["kesho saa nane", "yesterday", "tomorrow at 3pm", "saa tisa", "qwerty", "yes?", "hapana",
     "jana saa 25", "{{ 7*7 }}", "\x00", "31/02", "mbili", ""]
)  # fmt: skip
ANYTHING = st.one_of(WORDS, st.text(max_size=60))
SURE = st.floats(0, 1)
IDS = st.sampled_from([*(term.value for term in VOCABULARY), "free", "another_tenant", "*"])
TYPES = st.sampled_from([*(term.type for term in VOCABULARY), "price", "tenant", "payment"])
ANSWERS = st.builds(
    Classification,
    st.one_of(st.sampled_from([*ACTS, *INTENTS, "unclear", "pay"]), st.text(max_size=20)),
    SURE,
    st.sampled_from(["en", "sw", "mixed"]),
    st.lists(st.builds(Guess, TYPES, IDS, SURE), max_size=6).map(tuple),
    ANYTHING,
)
KINDS = st.sampled_from(["", "ask", "confirm", "choose"])
NAMED = {(term.type, term.value) for term in VOCABULARY if not term.type.startswith("heard.")}


@settings(max_examples=300, deadline=None)
@given(ANYTHING, ANSWERS, KINDS)
def test_only_what_stands_up_is_heard(text: str, answer: Classification, kind: str) -> None:
    asked = Question(text, hearing(kind=kind), VOCABULARY, NOW.date().isoformat())
    plainly = rules.understand(text, asked.hearing, VOCABULARY, NOW)
    heard = joined(plainly, answer, asked, NOW)
    new = set(heard.acts) - set(plainly.acts)
    assert {act.name for act in new} <= {*ACTS, *INTENTS} - {"opt_in", "opt_out"}
    assert all(act.confidence <= 0.9 for act in new)
    if kind == "confirm":
        assert "affirm" not in {act.name for act in new}
    added = [one for one in heard.mentions if one not in plainly.mentions]
    assert {(one.type, one.value) for one in added} <= NAMED
    assert not {one.type for one in added} & {one.type for one in plainly.mentions}
    if plainly.time is not None:
        assert heard.time == plainly.time
    elif heard.time is not None:
        assert grounded(answer.time_words, text)
        assert heard.time.confidence <= 0.9


@given(ANYTHING)
def test_words_that_the_message_lacks_are_no_time(words: str) -> None:
    asked = Question("qwerty", hearing(), VOCABULARY, "2026-06-10")
    answer = Classification("book", 0.9, "sw", time_words=words)
    assert joined(Understanding(), answer, asked, NOW).time is None
