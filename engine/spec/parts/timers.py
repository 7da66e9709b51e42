"""What silence does in a step that waits."""

from collections.abc import Iterable

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.flow import Duration, Timer, Way
from engine.model.tool import Safety
from engine.spec.language.amounts import span
from engine.spec.parts.scope import Scope
from engine.spec.parts.setting import is_duration
from engine.spec.parts.slot_types import Common
from engine.spec.parts.takes import missing
from engine.spec.parts.ways import target


def timers(scope: Scope, body: Place, main: Way | None, *, asks: bool = False) -> tuple[Timer, ...]:
    """Return the timers of a waiting step: its own, then the flow's, then those of all questions.

    One of its own that goes, on every channel, replaces those of the flow. Those of all questions
    are left out on a channel of which the step or its flow speaks.
    """
    own = list(body.many("timers"))
    shared = [] if any(map(_ends, own)) else list(scope.draft.root.many("timers"))
    places = [*own, *shared]
    found = [_timer(scope, at, f"timer_{i}", _to(scope, at, main)) for i, at in enumerate(places)]
    end = next((timer.way for timer in found if _leads(timer)), None)
    common = _common(scope, found) if asks else ()
    given = ((at, (end if at.get("go") else None) or Way()) for at in common)
    found += [_timer(scope, at, f"timer_{i}", to) for i, (at, to) in enumerate(given, len(found))]
    return tuple(found)


def _common(scope: Scope, found: Iterable[Timer]) -> tuple[Place, ...]:
    """The timers of every question, but for channels of which the flow itself speaks."""
    types = scope.world.types
    known = {timer.channel for timer in found if timer.channel}
    every = types.timers if isinstance(types, Common) else ()
    return tuple(at for at in every if (at.get("channel") or at).text not in known)


def _leads(timer: Timer) -> bool:
    return timer.channel is None and not timer.way.stays


def _to(scope: Scope, place: Place, main: Way | None) -> Way:
    goes = place.get("go")
    return (target(scope, goes, main) if goes else None) or Way()


def _timer(scope: Scope, place: Place, name: str, to: Way) -> Timer:
    said, tool, channel = place.get("say"), place.get("do"), place.get("channel")
    if tool:
        _check_tool(scope, tool)
    return Timer(
        name=name,
        way=Way(to.step, to.flow, scope.phrase(said, said.text) if said else to.say),
        after=_span(scope, place, "after"),
        quiet=_span(scope, place, "quiet"),
        do=tool.text if tool else None,
        channel=channel.text if channel else None,
    )


def _check_tool(scope: Scope, place: Place) -> None:
    """A timer's tool runs while a question stands: nobody says yes to it, nobody awaits it."""
    tool = scope.tool(place)
    if tool is None:
        return
    if tool.safety is Safety.IRREVERSIBLE or tool.late:
        what = "answers late" if tool.late else "cannot be undone"
        scope.add(place, f"'{tool.name}' {what}", "Make a step of it, and let the timer go there")
    for name in tool.takes:
        if name not in scope.seen and not scope.blind:
            fault = f"'{tool.name}' takes '{name}', and nothing here fills it"
            scope.add(place, fault, missing(scope, name))


def _span(scope: Scope, place: Place, key: str) -> Duration | None:
    at = place.get(key)
    if at is None:
        return None
    found = span(at.text)
    check_span(scope, at)
    return found


def check_span(scope: Scope, at: Place) -> None:
    """Note a span that names a setting which there is not, or which holds no time."""
    found = span(at.text)
    if found.setting is not None:
        settings = scope.draft.section("settings")
        if found.setting not in settings:
            times = [name for name, setting in settings.items() if is_duration(setting)]
            fault = f"no setting is called '{found.setting}'"
            scope.add(at, fault, suggest(found.setting, times))
        elif not is_duration(settings[found.setting]):
            fault = f"is no time, and {at.key} waits by it"
            scope.add(settings[found.setting], fault, "Write one, such as 30m")


def ends(scope: Scope, body: Place) -> bool:
    """Whether silence ends the wait on every channel; where to is looked at elsewhere."""
    return any(_ends(place) for place in (*body.many("timers"), *scope.draft.root.many("timers")))


def _ends(place: Place) -> bool:
    return place.get("go") is not None and place.get("channel") is None
