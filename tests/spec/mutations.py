"""Documents with one or a few things changed: what an operator's slip, or malice, may write."""

from typing import cast

from hypothesis import strategies as st

from engine.document.tree import Plain

WORDS = (
    *("ask", "choose", "confirm", "say", "do", "branch", "call", "end", "exits", "timers"),
    *("needs", "when", "unless", "next", "with", "from", "then", "title", "type", "optional"),
    *("refuse", "sure", "go", "again", "after", "quiet", "start", "steps", "rules", "settings"),
    *("service", "time", "phone", "which", "hold", "book", "done", "gone", "till", "handoff"),
    *("overlay", "add", "change", "remove", "before", "always", "possible", "moved", "event"),
    *("called", "anything", "intents", "30m", "100%", "push", "book_time", "declined", "yes", "x"),
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 300),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.sampled_from(WORDS),
    st.text(alphabet="ab_.9 %'", max_size=6),
)
values = st.recursive(
    scalars,
    lambda below: st.one_of(
        st.lists(below, max_size=3), st.dictionaries(st.sampled_from(WORDS), below, max_size=3)
    ),
    max_leaves=6,
)


def paths(data: Plain, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place within a document, without its top."""
    found: list[tuple[str | int, ...]] = []
    pairs: list[tuple[str | int, Plain]] = []
    if isinstance(data, dict):
        pairs = list(data.items())
    elif isinstance(data, list):
        pairs = list(enumerate(data))
    for key, value in pairs:
        found += [(*path, key), *paths(value, (*path, key))]
    return found


def copied(data: Plain) -> Plain:
    if isinstance(data, dict):
        return {key: copied(value) for key, value in data.items()}
    return [copied(value) for value in data] if isinstance(data, list) else data


@st.composite
def mutated(draw: st.DrawFn, originals: list[Plain]) -> Plain:
    """One of the originals, changed in one to three places."""
    data = copied(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(1, 3))):
        places = paths(data)
        if places:
            _change(draw, data, draw(st.sampled_from(places)))
    return data


def _change(draw: st.DrawFn, data: Plain, path: tuple[str | int, ...]) -> None:
    holder = data
    for key in path[:-1]:
        holder = cast("Plain", holder[key])  # type: ignore[index]
    last = path[-1]
    how = draw(st.sampled_from(["replace", "delete", "rename", "add"]))
    if isinstance(holder, list):
        holder[cast("int", last)] = draw(values)
    elif isinstance(holder, dict) and isinstance(last, str):
        match how:
            case "replace":
                holder[last] = draw(values)
            case "delete":
                del holder[last]
            case "rename":
                holder[draw(st.sampled_from(WORDS))] = holder.pop(last)
            case _:
                holder[draw(st.sampled_from(WORDS))] = draw(values)
