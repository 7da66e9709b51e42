"""Pictures of flows, printed or written to a folder."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from engine.assembly.library import load_library
from engine.errors import InputError
from engine.model.flow import Flow
from engine.picture.drawn import drawn
from engine.picture.mermaid import mermaid
from engine.picture.parts import Picture
from engine.picture.svg import svg
from engine.spec.problem import suggest
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import emit, raw
from tools.definitions import load_definitions

FORMATS: Mapping[str, tuple[str, Callable[[Picture], str]]] = {
    "mermaid": (".mmd", mermaid),
    "svg": (".svg", svg),
}
"""Format -> ending of its files and how it is written."""


def run(flow: str | None, formats: Sequence[str], folder: Path | None, *, json: bool) -> int:
    """Print one flow's pictures, or write them to `folder`; all flows if none is named.

    Raises:
        InputError: no flow or format is called so, or all flows are to be printed at once.
    """
    for name in formats:
        if name not in FORMATS:
            raise InputError(
                "graph.format", f"No format is called '{name}'. {suggest(name, FORMATS)}."
            )
    chosen = _chosen(flow)
    if folder is not None:
        return _write(chosen, formats, folder, json=json)
    if flow is None:
        raise InputError("graph.all", "Name a flow, or --out FOLDER for all of them.")
    for name in formats:
        text = FORMATS[name][1](drawn(chosen[flow]))
        emit({"flow": flow, "format": name, "text": text}) if json else raw(text)
    return GOOD


def _chosen(flow: str | None) -> Mapping[str, Flow]:
    flows = load_library(load_definitions()).flows.flows
    if flow is None:
        return flows
    if flow not in flows:
        raise InputError("graph.flow", f"No flow is called '{flow}'. {suggest(flow, flows)}.")
    return {flow: flows[flow]}


def _write(flows: Mapping[str, Flow], formats: Sequence[str], folder: Path, *, json: bool) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, flow in flows.items():
        picture = drawn(flow)
        for one in formats:
            ending, write = FORMATS[one]
            path = folder / f"{name}{ending}"
            path.write_text(write(picture), encoding="utf-8")
            emit({"flow": name, "format": one, "file": str(path)}) if json else raw(str(path))
    return GOOD
