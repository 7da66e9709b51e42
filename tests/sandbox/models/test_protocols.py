"""The stand-in for models: what it takes, what it turns away, and that it says what it is."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from sandbox.models.app import models_app
from sandbox.models.book import ModelsBook
from sandbox.serving import running
from tests.web import Web

SCHEMA = {
    "type": "object",
    "properties": {"act": {"type": "string"}},
    "required": ["act"],
    "additionalProperties": False,
}
OPENAI, ANTHROPIC = "/v1/chat/completions", "/v1/messages"
KEYS = {"openai": "one", "anthropic": "two"}


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with running(models_app(ModelsBook(KEYS))) as url, Web(url) as web:
        yield web


def completion(schema: object = SCHEMA, **more: object) -> dict[str, Any]:
    form = {"name": "form", "strict": True, "schema": schema}
    return {
        "model": "m",
        "messages": [
            {"role": "system", "content": "s"},
            {"role": "user", "content": '{"message": "x"}'},
        ],
        "response_format": {"type": "json_schema", "json_schema": form},
        **more,
    }


def message(**more: object) -> dict[str, Any]:
    return {
        "model": "m",
        "max_tokens": 9,
        "system": [{"type": "text", "text": "s"}],
        "messages": [{"role": "user", "content": '{"message": "x"}'}],
        "output_config": {"format": {"type": "json_schema", "schema": SCHEMA}},
        **more,
    }


async def test_it_answers_both_and_says_that_it_stands_in(web: Web) -> None:
    bearer = {"authorization": "Bearer one"}
    told = (await web.post(OPENAI, json=completion(), headers=bearer)).json()
    assert told["model"] == "stand-in-for-m"
    assert told["choices"][0]["message"]["content"] == '{"act": "(stand-in)"}'
    keyed = {"x-api-key": "two", "anthropic-version": "2026-10-21"}
    told = (await web.post(ANTHROPIC, json=message(), headers=keyed)).json()
    assert told["model"] == "stand-in-for-m"
    assert told["content"] == [{"type": "text", "text": '{"act": "(stand-in)"}'}]
    assert len((await web.get("/sandbox/asked")).json()) == 2


async def test_a_wrong_key_is_turned_away_as_each_words_it(web: Web) -> None:
    told = await web.post(OPENAI, json=completion(), headers={"authorization": "Bearer two"})
    assert (told.status_code, told.json()["error"]["type"]) == (401, "invalid_request_error")
    told = await web.post(ANTHROPIC, json=message(), headers={"x-api-key": "one"})
    assert (told.status_code, told.json()["error"]["type"]) == (401, "authentication_error")


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        ({**SCHEMA, "additionalProperties": True}, "additionalProperties"),
        ({**SCHEMA, "required": []}, "required"),
        ({**SCHEMA, "properties": {"act": {"type": "string", "maxLength": 3}}}, "maxLength"),
    ],
)
async def test_a_schema_that_strict_modes_refuse_is_refused(
    web: Web, schema: object, fault: str
) -> None:
    bearer = {"authorization": "Bearer one"}
    told = await web.post(OPENAI, json=completion(schema), headers=bearer)
    assert told.status_code == 400
    assert fault in told.json()["error"]["message"]


@pytest.mark.parametrize("gone", ["temperature", "top_p", "top_k"])
async def test_what_the_api_no_longer_takes_is_refused(web: Web, gone: str) -> None:
    keyed = {"authorization": "Bearer two", "anthropic-version": "2026-10-21"}
    told = await web.post(ANTHROPIC, json=message(**{gone: 1}), headers=keyed)
    assert told.status_code == 400
    assert gone in told.json()["error"]["message"]


async def test_its_ways_can_be_changed_while_it_runs(web: Web) -> None:
    await web.put("/sandbox/mode", json={"mode": "limited", "retry_after": "7"})
    told = await web.post(OPENAI, json=completion(), headers={"authorization": "Bearer one"})
    assert (told.status_code, told.headers["retry-after"]) == (429, "7")
