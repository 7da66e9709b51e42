"""A picture as Mermaid text: what README files and issue trackers draw themselves."""

from collections.abc import Iterator

from engine.model.flow import Kind
from engine.picture.parts import SIGNS, Box, Line, Picture

_SHAPES = {
    Kind.ASK: ('(["', '"])'),
    Kind.CHOOSE: ('{{"', '"}}'),
    Kind.CONFIRM: ('{{"', '"}}'),
    Kind.BRANCH: ('{"', '"}'),
    Kind.CALL: ('[["', '"]]'),
    Kind.END: ('(("', '"))'),
}
_PLAIN = ('["', '"]')


def mermaid(picture: Picture) -> str:
    """Write a flowchart; every name is quoted, so that nothing in it is syntax."""
    return "\n".join([*_head(picture), *map(_node, picture.boxes), *map(_edge, picture.lines), ""])


def _head(picture: Picture) -> Iterator[str]:
    yield "---"
    yield f'title: "{_escaped(" | ".join((picture.title, *picture.header)))}"'
    yield "---"
    yield "flowchart TD"


def _node(box: Box) -> str:
    left, right = _SHAPES.get(box.kind, _PLAIN)
    chips = [f"{SIGNS[chip.tone]} {_escaped(chip.text)}" for chip in box.chips]
    words = "<br>".join([f"<b>{_escaped(box.title)}</b>", _escaped(box.about), *chips])
    return f"  {_id(box.id)}{left}{words}{right}"


def _edge(line: Line) -> str:
    source, target = _id(line.source), _id(line.target)
    if line.main:
        return f"  {source} --> {target}"
    return f'  {source} -. "{_escaped(line.label)}" .-> {target}'


def _id(step: str) -> str:
    """`end` and its like are words of Mermaid: no bare id."""
    return f"s_{step}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
