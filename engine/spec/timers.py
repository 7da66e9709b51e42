"""What silence does in a step that waits."""

from engine.model.flow import Duration, Timer, Way
from engine.spec.amounts import span
from engine.spec.place import Place
from engine.spec.problem import suggest
from engine.spec.scope import Scope
from engine.spec.setting import is_duration
from engine.spec.ways import target


def timers(scope: Scope, body: Place, main: Way | None) -> tuple[Timer, ...]:
    """Return the timers of a waiting step: its own, then the flow's.

    One of its own that goes, on every channel, replaces those of the flow.
    """
    own = list(body.many("timers"))
    ends = any(place.get("go") and not place.get("channel") for place in own)
    shared = [] if ends else list(scope.draft.root.many("timers"))
    return tuple(
        _timer(scope, place, f"timer_{index}", main) for index, place in enumerate([*own, *shared])
    )


def _timer(scope: Scope, place: Place, name: str, main: Way | None) -> Timer:
    said, tool, goes = place.get("say"), place.get("do"), place.get("go")
    channel = place.get("channel")
    if tool:
        scope.tool(tool)
    to = (target(scope, goes, main) if goes else None) or Way()
    return Timer(
        name=name,
        way=Way(to.step, to.flow, scope.phrase(said, said.text) if said else None),
        after=_span(scope, place, "after"),
        quiet=_span(scope, place, "quiet"),
        do=tool.text if tool else None,
        channel=channel.text if channel else None,
    )


def _span(scope: Scope, place: Place, key: str) -> Duration | None:
    at = place.get(key)
    if at is None:
        return None
    found = span(at.text)
    if found.setting is not None:
        settings = scope.draft.section("settings")
        if found.setting not in settings:
            times = [name for name, setting in settings.items() if is_duration(setting)]
            fault = f"no setting is called '{found.setting}'"
            scope.add(at, fault, suggest(found.setting, times))
        elif not is_duration(settings[found.setting]):
            fault = f"setting '{found.setting}' is no time"
            scope.add(at, fault, "Give it one, such as 30m")
    return found


def goes(timers_: tuple[Timer, ...]) -> bool:
    """Whether silence ends the wait on every channel."""
    return any(one.channel is None and not one.way.stays for one in timers_)
