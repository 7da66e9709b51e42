"""A call of a language model, as it goes on record."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Came: TypeAlias = Literal["ok", "refused", "late", "malformed", "unavailable"]
"""What became of it.

`ok`: the form was filled in. `late`: no answer in time. `refused`: the model would not.
`malformed`: an answer of another form than was asked for. `unavailable`: it could not be reached,
had no capacity or turned us away.
"""


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One try of one model.

    Attributes:
        role: `intent_classifier`, ...
        provider, model: who was asked.
        prompt: `<name>/<version>#<hash>`: exactly these words asked.
        tokens_in: read, those from the provider's cache included. tokens_cached: of those.
        tokens_out: answered.
        cost_usd: by our list of prices; 0 where the provider told of no tokens (`late`).
        ms: from the request to its end.
    """

    role: str
    provider: str
    model: str
    prompt: str
    came: Came
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    cost_usd: float = 0.0
    ms: int = 0
