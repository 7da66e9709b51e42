"""Anthropic's messages through its SDK. Importing this module takes a second or two."""

from anthropic import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AsyncAnthropic,
    DefaultAsyncHttpxClient,
    omit,
)
from anthropic.types import (
    JSONOutputFormatParam,
    Message,
    OutputConfigParam,
    TextBlockParam,
    Usage,
)

from engine.llm.tokens import Tokens
from engine.llm.wire import Request, Said, Silent, Spoken, turned_away


class AnthropicWire:
    """Implements `engine.llm.wire.Wire`."""

    def __init__(self, key: str, base_url: str | None) -> None:
        # Redirects would carry the key elsewhere; proxies are not taken from the environment.
        self._http = DefaultAsyncHttpxClient(follow_redirects=False, trust_env=False)
        self._client = AsyncAnthropic(
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
        return await self._client.messages.create(
            model=request.model,
            max_tokens=request.max_tokens,
            system=[_kept(asked.system), _kept(asked.business)],
            messages=[{"role": "user", "content": asked.message}],
            output_config=_output(request),
            thinking={"type": "disabled"} if request.thinks == "none" else omit,
            timeout=request.timeout_s,
        )


def _output(request: Request) -> OutputConfigParam:
    """The form; who does not think at all may be told of no more than little effort."""
    form: JSONOutputFormatParam = {"type": "json_schema", "schema": dict(request.schema)}
    match request.thinks:
        case None:
            return {"format": form}
        case "none":
            return {"format": form, "effort": "low"}
        case effort:
            return {"format": form, "effort": effort}


def _kept(text: str) -> TextBlockParam:
    """A part that the provider may keep in its cache, with all before it."""
    return {"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}


def _said(answer: object) -> Said:
    """Read an answer; the SDK promises its form and does not hold servers to it."""
    if not isinstance(answer, Message):
        return Silent("malformed")
    tokens = _tokens(answer.usage)
    if answer.stop_reason == "refusal":
        return Silent("refused", tokens=tokens)
    texts = [block.text for block in answer.content or () if block.type == "text"]
    if answer.stop_reason == "max_tokens" or not texts:
        return Silent("malformed", tokens=tokens)
    return Spoken("".join(texts), tokens)


def _tokens(used: Usage | None) -> Tokens:
    if used is None:
        return Tokens()
    cached, written = used.cache_read_input_tokens or 0, used.cache_creation_input_tokens or 0
    return Tokens(used.input_tokens, cached, written, used.output_tokens)
