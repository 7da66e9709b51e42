"""The table of an overlay: what a vertical or a business writes to change a flow.

It is made from the table of a flow, so that a new field of a step is one of overlays too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.spec.language.fields import (
    ALWAYS,
    ANYTIME,
    MOVED,
    NAMED,
    NEVER,
    PHRASES,
    RULES,
    SETTINGS,
    START,
    TIMERS,
    TYPES,
    VALUE,
)
from engine.spec.language.names import NAME, STEP
from engine.spec.language.shape import (
    ByKind,
    Either,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    OrNothing,
    Shape,
    Text,
)
from engine.spec.language.vocabulary import FORMAT, KINDS, MAX_STEPS, NOTE

KEYED = ("exits", "choose", "confirm", "branch", "with", "refuse")
"""Fields of a step that are changed key by key."""
NEWER_FIRST = ("branch", "refuse")
"""Those of which the first that holds decides: what an overlay brings stands before."""


def loosened(shape: Shape) -> Shape:
    """Return a shape whose parts may be null: what a change writes."""
    match shape:
        case Named():
            return Named(f"{shape.name}_change", loosened(shape.shape))
        case MapOf():
            return replace(shape, value=OrNothing(shape.value))
        case Fields():
            fields = {name: _loosened_field(field) for name, field in shape.fields.items()}
            return Fields(shape.what, fields)
        case _:
            return shape


def _loosened_field(field: Field) -> Field:
    return replace(field, shape=OrNothing(field.shape), needed=False)


def _changed(name: str, field: Field) -> Field:
    shape = loosened(field.shape) if name in KEYED else field.shape
    return replace(field, shape=OrNothing(shape), needed=False)


def _all_fields(kinds: Iterable[Fields]) -> Mapping[str, Field]:
    found: dict[str, Field] = {}
    for kind in kinds:
        for name, field in kind.fields.items():
            found.setdefault(name, _changed(name, field))
    return found


_ANCHORS: Mapping[str, Field] = {
    "after": Field("After", "A step: it leads here, and from here goes on as it did.", NAMED),
    "before": Field("Before", "A step: whatever leads to it comes here first.", NAMED),
}
ADDED = {
    kind: replace(fields, fields={**_ANCHORS, **fields.fields}, most_one=("after", "before"))
    for kind, fields in KINDS.items()
}
"""The kinds of step, with where an overlay puts it; neither: beside the line."""
CHANGE = Named("change", Fields("a change", _all_fields(KINDS.values())))

_SETTING = Fields(
    "a setting",
    {
        "usually": Field("Usually", "Its everyday value. Left out: as it was.", VALUE),
        "except": Field(
            "Except",
            "Rule: value, before those there are; null takes one away.",
            MapOf(NAME, OrNothing(VALUE), 20, "{rule: value}"),
        ),
    },
    any_of=("usually", "except"),
)
_SETTINGS = Named(
    "settings_change",
    replace(_map, value=OrNothing(Either(VALUE, _SETTING)))
    if isinstance(_map := SETTINGS.shape, MapOf)
    else _map,
)
_START = Named(
    "start_change",
    loosened(START.shape.long) if isinstance(START.shape, Either) else START.shape,
)
SECTIONS: Mapping[str, Field] = {
    "title": Field("Title", "A new one for the flow.", Text(80)),
    "start": Field("Starts", "Field by field; null takes one away.", _START),
    "settings": Field("Settings", "By name; null takes one away.", _SETTINGS),
    "rules": Field("Rules", "By name; null takes one away.", loosened(RULES)),
    "types": Field("Kinds of answer", "By name; null takes one away.", loosened(TYPES)),
    "timers": Field("If it takes long", "In the place of the flow's own.", TIMERS),
    "anytime": Field("At any time", "By act; null takes one away.", loosened(ANYTIME)),
    "never": Field("Never", "Promises beside those there are.", NEVER),
    "always": Field("Always", "Promises beside those there are.", ALWAYS),
    "moved": Field("Moved", "Where conversations of older versions go.", MOVED),
    "phrases": Field("Phrases", "By name and language.", PHRASES),
    "add": Field(
        "Adds",
        "New steps, each after or before one there is, or beside the line.",
        MapOf(
            STEP,
            Named("added_step", ByKind(ADDED, "added_")),
            MAX_STEPS,
            "{step: its kind and fields}",
        ),
    ),
    "change": Field(
        "Changes",
        f"Step: its fields; inside {', '.join(KEYED)} name by name. null: the default again.",
        MapOf(STEP, CHANGE, MAX_STEPS, "{step: fields}"),
    ),
    "remove": Field(
        "Removes",
        "Steps; what led to one goes on by its main way.",
        ListOf(NAMED, MAX_STEPS, "a list of steps, such as [cross_sell]"),
    ),
}
OVERLAY = Fields(
    "an overlay",
    {
        "ratiba": FORMAT,
        "overlay": Field("Overlay", "Its name: small letters, digits and _.", NAMED, needed=True),
        "flow": Field("Flow", "The flow that it changes.", NAMED, needed=True),
        "note": NOTE,
        **SECTIONS,
    },
    any_of=tuple(SECTIONS),
)
