"""The body of a message as Meta's documentation bounds it."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Text(_Strict):
    body: Annotated[str, StringConstraints(min_length=1, max_length=4096)]
    preview_url: bool = False


class _Words(_Strict):
    text: Annotated[str, StringConstraints(min_length=1, max_length=4096)]


class _Small(_Strict):
    text: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class _Header(_Small):
    type: Literal["text"]


class _Reply(_Strict):
    id: Annotated[str, StringConstraints(min_length=1, max_length=256)]
    title: Annotated[str, StringConstraints(min_length=1, max_length=20)]


class _Button(_Strict):
    type: Literal["reply"]
    reply: _Reply


class _Buttons(_Strict):
    buttons: Annotated[list[_Button], Field(min_length=1, max_length=3)]

    @model_validator(mode="after")
    def _all_differ(self) -> Self:
        _differ([button.reply.id for button in self.buttons], "Button ids")
        _differ([button.reply.title for button in self.buttons], "Button titles")
        return self


class _Row(_Strict):
    id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    title: Annotated[str, StringConstraints(min_length=1, max_length=24)]
    description: Annotated[str, StringConstraints(max_length=72)] = ""


class _Section(_Strict):
    title: Annotated[str, StringConstraints(max_length=24)] = ""
    rows: Annotated[list[_Row], Field(min_length=1)]


class _List(_Strict):
    button: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    sections: Annotated[list[_Section], Field(min_length=1, max_length=10)]

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        rows = [row for section in self.sections for row in section.rows]
        if len(rows) > 10:  # noqa: PLR2004 - Meta's bound
            raise ValueError("Total row count exceed max allowed count: 10")
        if len(self.sections) > 1 and not all(section.title for section in self.sections):
            raise ValueError("Section title is required with more than one section")
        _differ([row.id for row in rows], "Row ids")
        return self


class _ButtonMessage(_Strict):
    type: Literal["button"]
    body: Annotated[_Words, Field()]
    action: _Buttons
    header: _Header | None = None
    footer: _Small | None = None

    @model_validator(mode="after")
    def _short(self) -> Self:
        if len(self.body.text) > 1024:  # noqa: PLR2004 - Meta's bound
            raise ValueError("Body text length invalid. Min length: 1, Max length: 1024")
        return self


class _ListMessage(_Strict):
    type: Literal["list"]
    body: _Words
    action: _List
    header: _Header | None = None
    footer: _Small | None = None


class _Parameter(_Strict):
    type: Literal["text"]
    text: Annotated[str, StringConstraints(min_length=1, max_length=1024, pattern=r"^[^\n\t]+$")]


class _Component(_Strict):
    type: Literal["body"]
    parameters: Annotated[list[_Parameter], Field(min_length=1)]


class _Language(_Strict):
    code: Annotated[str, StringConstraints(min_length=2, max_length=10)]


class _Template(_Strict):
    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,512}$")]
    language: _Language
    components: list[_Component] = []


class Message(_Strict):
    """A message to one person: a text, one with buttons or a list, or an approved template."""

    messaging_product: Literal["whatsapp"]
    recipient_type: Literal["individual"] = "individual"
    to: Annotated[str, StringConstraints(pattern=r"^\+?[0-9]{6,15}$")] = ""
    recipient: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}\.[A-Za-z0-9.]+$")] = ""
    type: Literal["text", "interactive", "template"] = "text"
    text: _Text | None = None
    interactive: Annotated[_ButtonMessage | _ListMessage, Field(discriminator="type")] | None = None
    template: _Template | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not (self.to or self.recipient):
            raise ValueError("The parameter to is required.")
        if (self.text is None) is (self.type == "text"):
            raise ValueError("The parameter text['body'] is required.")
        if (self.interactive is None) is (self.type == "interactive"):
            raise ValueError("The parameter interactive is required.")
        if (self.template is None) is (self.type == "template"):
            raise ValueError("The parameter template is required.")
        return self

    @property
    def words(self) -> str:
        """What the customer reads."""
        if self.interactive is not None:
            return self.interactive.body.text
        if self.template is not None:
            parts = self.template.components
            return " ".join(one.text for part in parts for one in part.parameters)
        return self.text.body if self.text else ""

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What the customer can tap: (id, title)."""
        match self.interactive:
            case _ButtonMessage(action=action):
                return tuple((each.reply.id, each.reply.title) for each in action.buttons)
            case _ListMessage(action=action):
                return tuple((row.id, row.title) for part in action.sections for row in part.rows)
            case None:
                return ()


def _differ(values: list[str], what: str) -> None:
    if len(set(values)) < len(values):
        raise ValueError(f"{what} must be unique within the message.")
