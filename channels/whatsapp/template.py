"""What may be said when 24 hours have passed: a template that Meta has approved. Pure."""

from collections.abc import Mapping

from channels.loose import mapping, text

MOST_WORDS = 1024
"""Characters of a template's variable."""
_MOST_NAME = 512


def template(body: Mapping[str, object]) -> Mapping[str, object] | None:
    """A row's words in its template, as its one variable of the body.

    Returns:
        The part of the Graph API's body that says what is sent; None if the row has no template.
        A variable may hold no new line and no run of spaces.
    """
    named = mapping(body.get("template"))
    name = text(named.get("name"), _MOST_NAME)
    if not name:
        return None
    words = " ".join(text(body.get("text"), MOST_WORDS).split())
    variable = {"type": "text", "text": words}
    return {
        "type": "template",
        "template": {
            "name": name,
            "language": {"code": text(named.get("language"), _MOST_NAME) or "en"},
            "components": [{"type": "body", "parameters": [variable]}],
        },
    }
