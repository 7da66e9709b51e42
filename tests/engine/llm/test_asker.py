"""Tries, limits, other models and models left alone: whatever comes, one typed result."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.llm.asker import Asker, NoAnswer
from engine.llm.classifier.form import FORM
from engine.llm.classifier.telling import told
from engine.llm.ports import Classification, Question, Unanswered
from engine.llm.wires import Access, Wires
from sandbox.faults import Fault, Kind
from sandbox.models.book import Mode
from tests.engine.llm.scene import BOTH, KEY, Scene, quick, scene, shipped
from tests.nlu.scenes import VOCABULARY, hearing

QUESTION = Question("nirembeshe", hearing(), VOCABULARY, "2026-06-10")


async def classify(it: Scene) -> Classification | Unanswered:
    return await it.classifier.classify(QUESTION)


def trail(said: Classification | Unanswered) -> list[tuple[str, str]]:
    return [(one.provider, one.came) for one in said.calls]


async def test_a_try_that_a_second_may_mend_is_made_again() -> None:
    async with scene(("openai",)) as it:
        it.book.faults.add(Fault(where="openai", kind=Kind.STATUS, value="503"))
        said = await classify(it)
    assert trail(said) == [("openai", "unavailable"), ("openai", "ok")]


@pytest.mark.parametrize("status", ["400", "401", "403", "404", "422"])
async def test_what_no_second_try_mends_is_left_to_the_next_model(status: str) -> None:
    async with scene() as it:
        it.book.faults.add(Fault(where="openai", kind=Kind.STATUS, value=status))
        said = await classify(it)
    assert trail(said) == [("openai", "unavailable"), ("anthropic", "ok")]


async def test_a_wait_that_customers_would_notice_is_not_waited() -> None:
    async with scene(("openai",), Mode.LIMITED) as it:
        it.book.retry_after = "20"
        said = await classify(it)
    assert trail(said) == [("openai", "unavailable")]


@pytest.mark.parametrize("provider", BOTH)
async def test_a_page_that_is_no_json_is_malformed(provider: str) -> None:
    async with scene() as it:
        models = [
            one for one in it.models.roles["intent_classifier"].choices if one.provider == provider
        ]
        role = replace(it.models.roles["intent_classifier"], choices=tuple(models))
        asker = Asker(replace(it.models, roles={role.name: role}), it.wires, it.clock)
        it.book.faults.add(Fault(where=provider, kind=Kind.GARBAGE))
        said = await asker.ask(role.name, told(QUESTION), FORM)
    assert isinstance(said, NoAnswer)
    assert said.came == "malformed"


async def test_all_tries_together_keep_to_the_roles_time() -> None:
    models = quick(shipped(), try_s=30, total_s=0.6)
    async with scene(mode=Mode.LATE, models=models) as it:
        said = await classify(it)
    assert trail(said) == [("openai", "late")]
    assert said.calls[0].ms < 5_000


async def test_who_fails_again_and_again_is_left_alone_for_a_while() -> None:
    async with scene(("openai",), Mode.BROKEN) as it:
        for _ in range(it.models.failures):
            await classify(it)
        before = len(it.asked())
        assert trail(await classify(it)) == []
        assert len(it.asked()) == before, "nobody was asked"
        it.clock.advance(timedelta(seconds=it.models.rest_s))
        it.book.mode = Mode.GOOD
        assert trail(await classify(it)) == [("openai", "ok")]
        assert trail(await classify(it)) == [("openai", "ok")]


async def test_after_a_rest_one_failure_is_enough() -> None:
    async with scene(("openai",), Mode.BROKEN) as it:
        for _ in range(it.models.failures):
            await classify(it)
        it.clock.advance(timedelta(seconds=it.models.rest_s))
        assert trail(await classify(it))
        assert trail(await classify(it)) == []


async def test_a_refusal_is_no_failure_of_the_provider() -> None:
    async with scene(("openai",), Mode.REFUSING) as it:
        for _ in range(it.models.failures + 1):
            assert trail(await classify(it)) == [("openai", "refused")]


async def test_a_provider_that_cannot_be_reached_is_passed_over() -> None:
    async with scene() as it:
        nowhere = Access(KEY, "http://127.0.0.1:9/v1")
        good = Access(KEY, _url(it))
        wires = Wires({"openai": nowhere, "anthropic": good})
        try:
            said = await Asker(it.models, wires, it.clock).ask(
                "intent_classifier", told(QUESTION), FORM
            )
        finally:
            await wires.close()
    assert [(one.provider, one.came) for one in said.calls][-1] == ("anthropic", "ok")


async def test_a_wrong_key_is_told_as_unavailable_and_never_shown(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with scene(keys={"openai": "another", "anthropic": "another"}) as it:
        said = await classify(it)
        shown = repr(it.wires.__dict__)
    assert trail(said) == [("openai", "unavailable"), ("anthropic", "unavailable")]
    assert KEY not in shown
    assert KEY not in "".join(capfd.readouterr())


async def test_a_prompt_that_the_values_do_not_fit_asks_nobody() -> None:
    async with scene() as it:
        said = await it.asker.ask("intent_classifier", {"text": "x"}, FORM)
    assert isinstance(said, NoAnswer)
    assert not it.asked()


async def test_a_role_without_a_prompt_or_key_is_not_played() -> None:
    async with scene() as it:
        assert it.asker.plays("intent_classifier")
        assert not it.asker.plays("vision"), "it has no prompt yet"
        assert not it.asker.plays("no_such_role")
    async with scene(()) as it:
        assert not it.asker.plays("intent_classifier")


def _url(it: Scene) -> str:
    """Where the stand-in is reached by Anthropic's protocol."""
    access = it.wires._given["anthropic"]
    assert access.base_url is not None
    return access.base_url
