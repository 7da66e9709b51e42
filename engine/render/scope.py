"""What a template sees: slots, what was said, the business, the customer, the choices."""

from collections.abc import Mapping
from dataclasses import replace

from engine.model.effect import Say
from engine.model.value import WORDED, Scalar, Value
from engine.render.context import RenderContext
from engine.render.names import SETTINGS
from engine.render.shown import Family, Row, Shown, plain, shown

_OPTIONS = "options"
ROLE = "role"
"""What people are called here, as phrases: `role.staff` is "stylist" in a salon."""


def surroundings(context: RenderContext) -> dict[str, Shown]:
    """What every phrase of the turn sees; these names are never a slot's."""
    tenant, style = context.tenant, context.style
    about: dict[str, Scalar] = {
        **context.about,
        "name": tenant.name,
        "vertical": tenant.vertical,
        "mpesa_enabled": tenant.mpesa_enabled,
        **{name.partition(".")[2]: value for name, value in context.terms.items()},
    }
    name = context.customer.get("name")
    named = {"": str(name)} if name else {}
    return {
        "tenant": Shown(Value("tenant", tenant.slug, {"": tenant.name}, about), style),
        "customer": Shown(Value("customer", name, named, context.customer), style),
        "dials": Shown(Value("dials", None, facts=tenant.dials), style),
        ROLE: Shown(Value(ROLE, None, facts=context.book.family(ROLE, context.locale)), style),
        "channel": plain("channel", context.channel, style),
    }


def of(say: Say, context: RenderContext, around: Mapping[str, Shown], row: Row) -> dict[str, Shown]:
    """The names in sight of one said phrase; a slot hides a said fact of the same name."""
    style = context.style
    scope = {name: plain(name, scalar, style) for name, scalar in say.said.items()}
    scope |= {name: shown(worded(value, context), style) for name, value in say.values.items()}
    told = {name: shown(value, style) for name, value in say.settings.items()}
    return {**scope, **around, _OPTIONS: row, SETTINGS: Family(SETTINGS, told, style)}


def worded(value: Value, context: RenderContext) -> Value:
    """A value whose words are a phrase, named by them in the language of the conversation."""
    phrase = value.facts.get(WORDED)
    if not isinstance(phrase, str):
        return value
    return replace(value, names={"": context.book.label(phrase, context.locale)})
