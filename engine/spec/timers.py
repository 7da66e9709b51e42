"""What silence does in a step that waits."""

from engine.model.flow import Duration, Timer, Way
from engine.model.tool import Safety
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
    shared = [] if any(map(_ends, own)) else list(scope.draft.root.many("timers"))
    return tuple(
        _timer(scope, place, f"timer_{index}", main) for index, place in enumerate([*own, *shared])
    )


def _timer(scope: Scope, place: Place, name: str, main: Way | None) -> Timer:
    said, tool, goes = place.get("say"), place.get("do"), place.get("go")
    channel = place.get("channel")
    if tool:
        _check_tool(scope, tool)
    to = (target(scope, goes, main) if goes else None) or Way()
    return Timer(
        name=name,
        way=Way(to.step, to.flow, scope.phrase(said, said.text) if said else None),
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
            scope.add(place, fault, f"Ask for it above: {{ask: {name}}}")


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
            fault = f"setting '{found.setting}' is no time"
            scope.add(at, fault, "Give it one, such as 30m")


def ends(scope: Scope, body: Place) -> bool:
    """Whether silence ends the wait on every channel; where to is looked at elsewhere."""
    return any(_ends(place) for place in (*body.many("timers"), *scope.draft.root.many("timers")))


def _ends(place: Place) -> bool:
    return place.get("go") is not None and place.get("channel") is None
