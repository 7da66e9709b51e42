"""Pictures of flows, printed or written to a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.assembly.library import load_library
from engine.document.problem import Problems, suggest
from engine.errors import ConfigError, InputError
from engine.model.flow import Flow
from engine.picture.drawn import drawn
from engine.picture.mermaid import mermaid
from engine.picture.parts import Picture
from engine.picture.svg import svg
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import emit, raw
from tools.definitions import load_definitions
from tools.tenants.verticals import list_verticals

FORMATS: Mapping[str, tuple[str, Callable[[Picture], str]]] = {
    "mermaid": (".mmd", mermaid),
    "svg": (".svg", svg),
}
"""Format -> ending of its files and how it is written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn: one flow or (None) all, as shipped or as a vertical has them."""

    flow: str | None
    vertical: str | None = None


def run(wanted: Wanted, formats: Sequence[str], folder: Path | None, *, json: bool) -> int:
    """Print one flow's pictures, or write them to `folder`; all flows if none is named.

    Raises:
        InputError: no flow, vertical or format is called so, or all are to be printed at once.
        ConfigError: the vertical's own flows have faults.
    """
    flow = wanted.flow
    for name in formats:
        if name not in FORMATS:
            raise InputError(
                "graph.format", f"No format is called '{name}'. {suggest(name, FORMATS)}."
            )
    chosen = _chosen(wanted)
    if folder is not None:
        return _write(chosen, formats, folder, json=json)
    if flow is None:
        raise InputError("graph.all", "Name a flow, or --out FOLDER for all of them.")
    for name in formats:
        text = FORMATS[name][1](drawn(chosen[flow]))
        emit({"flow": flow, "format": name, "text": text}) if json else raw(text)
    return GOOD


def _chosen(wanted: Wanted) -> Mapping[str, Flow]:
    flows = _flows(wanted.vertical)
    if wanted.flow is None:
        return flows
    if wanted.flow not in flows:
        fault = f"No flow is called '{wanted.flow}'. {suggest(wanted.flow, flows)}."
        raise InputError("graph.flow", fault)
    return {wanted.flow: flows[wanted.flow]}


def _flows(vertical: str | None) -> Mapping[str, Flow]:
    library = load_library(load_definitions())
    if vertical is None:
        return library.flows.flows
    if vertical not in (known := list_verticals()):
        raise InputError("graph.vertical", f"No vertical '{vertical}'. {suggest(vertical, known)}.")
    found = library.world(vertical)
    if isinstance(found, Problems):
        raise ConfigError("flows.invalid", str(found))
    return found.flows.flows


def _write(flows: Mapping[str, Flow], formats: Sequence[str], folder: Path, *, json: bool) -> int:
    try:
        return _written(flows, formats, folder, json=json)
    except OSError as error:
        raise InputError("graph.out", f"{folder} cannot be written ({error.strerror}).") from None


def _written(flows: Mapping[str, Flow], formats: Sequence[str], folder: Path, *, json: bool) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for name, flow in flows.items():
        picture = drawn(flow)
        for one in formats:
            ending, write = FORMATS[one]
            path = folder / f"{name}{ending}"
            path.write_text(write(picture), encoding="utf-8")
            emit({"flow": name, "format": one, "file": str(path)}) if json else raw(str(path))
    return GOOD
