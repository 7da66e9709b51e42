"""The form that the classifier fills in."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from engine.llm.form import Form
from engine.model.understanding import ACTS, INTENTS

UNCLEAR = "unclear"
"""What the model answers rather than guess; it is no act of ours."""
CONSENT = ("opt_in", "opt_out")
"""What only the customer's own plain words can say."""
_ACTS = tuple(act for act in (*INTENTS, *ACTS, UNCLEAR) if act not in CONSENT)
Sureness = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Named(BaseModel):
    """Something of the catalogue that was named."""

    model_config = ConfigDict(extra="forbid")

    type: Annotated[str, Field(max_length=60)]
    id: Annotated[str, Field(max_length=200)]
    confidence: Sureness


class Sorted(BaseModel):
    """A message, sorted."""

    model_config = ConfigDict(extra="forbid")

    act: Annotated[str, Field(json_schema_extra={"enum": list(_ACTS)})]
    confidence: Sureness
    language: Literal["en", "sw", "mixed"]
    values: Annotated[list[Named], Field(max_length=12)]
    time_words: Annotated[str, Field(max_length=200)]

    @field_validator("act")
    @classmethod
    def _listed(cls, act: str) -> str:
        if act not in _ACTS:
            raise ValueError("no act of the form")
        return act


FORM = Form("sorted_message", Sorted)
