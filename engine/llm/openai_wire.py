"""OpenAI's chat completions through its SDK. Importing this module takes a second."""

from typing import Any

from openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    DefaultAsyncHttpxClient,
    omit,
)
from openai.types.chat import ChatCompletion
from openai.types.chat.completion_create_params import ResponseFormat

from engine.llm.tokens import Tokens
from engine.llm.wire import Request, Said, Silent, Spoken, turned_away


class OpenAIWire:
    """Implements `engine.llm.wire.Wire`."""

    def __init__(self, key: str, base_url: str | None) -> None:
        # Redirects would carry the key elsewhere; proxies are not taken from the environment.
        self._http = DefaultAsyncHttpxClient(follow_redirects=False, trust_env=False)
        self._client = AsyncOpenAI(
            api_key=key, base_url=base_url, max_retries=0, http_client=self._http
        )

    async def close(self) -> None:
        """Close every connection."""
        await self._client.close()

    async def ask(self, request: Request) -> Said:
        """Make one try."""
        try:
            return _said(await self._create(request))
        except APITimeoutError:
            return Silent("late")
        except APIConnectionError:
            return Silent("unavailable", again=True)
        except APIStatusError as error:
            return turned_away(error.status_code, error.response.headers)
        except (APIError, ValueError):
            return Silent("malformed")

    async def _create(self, request: Request) -> object:
        asked = request.asked
        return await self._client.chat.completions.create(
            model=request.model,
            messages=[
                {"role": "system", "content": f"{asked.system}\n{asked.business}"},
                {"role": "user", "content": asked.message},
            ],
            response_format=_format(request),
            max_completion_tokens=request.max_tokens,
            prompt_cache_key=request.label,
            store=False,
            reasoning_effort=request.thinks or omit,
            timeout=request.timeout_s,
        )


def _format(request: Request) -> ResponseFormat:
    schema = dict(request.schema)
    form: Any = {"name": request.form, "schema": schema, "strict": True}
    return {"type": "json_schema", "json_schema": form}


def _said(answer: object) -> Said:
    """Read an answer; the SDK promises its form and does not hold servers to it."""
    if not isinstance(answer, ChatCompletion):
        return Silent("malformed")
    tokens = _tokens(answer)
    choice = answer.choices[0] if answer.choices else None
    if choice is None:
        return Silent("malformed", tokens=tokens)
    if choice.finish_reason == "content_filter" or choice.message.refusal:
        return Silent("refused", tokens=tokens)
    if choice.finish_reason == "length" or not isinstance(choice.message.content, str):
        return Silent("malformed", tokens=tokens)
    return Spoken(choice.message.content, tokens)


def _tokens(answer: ChatCompletion) -> Tokens:
    used = answer.usage
    if used is None:
        return Tokens()
    details = used.prompt_tokens_details
    cached = (details.cached_tokens if details else 0) or 0
    written = (details.cache_write_tokens if details else 0) or 0
    fresh = max(0, used.prompt_tokens - cached - written)
    return Tokens(fresh, cached, written, used.completion_tokens)
