"""The form of roles that give words: one text."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from engine.llm.form import Form


class Said(BaseModel):
    """What is to be said."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=1500)]


FORM = Form("said", Said)
