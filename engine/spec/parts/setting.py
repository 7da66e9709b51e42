"""Settings: what an operator turns without touching a step."""

from collections.abc import Mapping

from engine.document.place import Place
from engine.model.facts import FLAG, NUMBER, SHARE, SPAN, TEXT
from engine.model.flow import Duration, Setting
from engine.model.value import Scalar
from engine.spec.language.amounts import more_than_all, typed
from engine.spec.language.names import PERCENT
from engine.spec.parts.scope import Scope


def settings(scope: Scope) -> Mapping[str, Setting]:
    """Return the flow's settings, with shares as numbers and times as durations."""
    return {
        name: _setting(scope, place)
        for name, place in scope.draft.section("settings").items()
        if f"settings.{name}" not in scope.draft.told
    }


def told_by(scope: Scope) -> Mapping[str, Mapping[str, str]]:
    """Return the settings that each phrase of the flow names, with the kind of each."""
    written = scope.draft.section("settings")
    return {
        phrase: {name: kind(written[name]) for name in sorted(names) if name in written}
        for phrase, names in sorted(scope.world.told.items())
        if phrase.partition(".")[0] == scope.name
    }


def kind(place: Place) -> str:
    """Return how a setting is shown; its exceptions tell a share where the usual does not."""
    exceptions = place.get("except")
    values = [_usual(place), *(one for _, one in (exceptions.items() if exceptions else ()))]
    if any(PERCENT.fits(one.text) for one in values):
        return SHARE
    match typed(values[0].value):
        case bool():
            return FLAG
        case Duration():
            return SPAN
        case int() | float():
            return NUMBER
        case _:
            return TEXT


def is_duration(place: Place) -> bool:
    """Whether a setting holds a time."""
    return isinstance(typed(_usual(place).value), Duration)


def _usual(place: Place) -> Place:
    return place.get("usually") or place


def _setting(scope: Scope, place: Place) -> Setting:
    usually = typed(_usual(place).value)
    within_the_whole(scope, _usual(place))
    exceptions = place.get("except")
    found: list[tuple[str, Scalar | Duration]] = []
    for rule, exception in exceptions.items() if exceptions else ():
        value = typed(exception.value)
        within_the_whole(scope, exception)
        scope.rule_named(exception, rule)
        if sort_of(value) != sort_of(usually):
            scope.add(exception, f"is {sort_of(value)}, and usually it is {sort_of(usually)}",
                      "Write both alike")  # fmt: skip
        found.append((rule, value))
    return Setting(usually, tuple(found))


def within_the_whole(scope: Scope, place: Place) -> None:
    """Refuse a share of more than all: of a price it would take more than was agreed to."""
    if more_than_all(place.text):
        fault = f"'{place.text}' is more than the whole"
        scope.add(place, fault, "Write a share from 0% to 100%")


def sort_of(value: Scalar | Duration) -> str:
    """What a setting holds, as a message says it."""
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case Duration():
            return "a time"
        case _:
            return "a text"
