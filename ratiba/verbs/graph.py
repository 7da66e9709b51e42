"""`ratiba graph`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json


def graph(
    flow: Annotated[
        str | None, typer.Argument(help="A flow by name; with --out, all flows if none.")
    ] = None,
    vertical: Annotated[
        str | None, typer.Option("--vertical", help="With what this vertical lays on it.")
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", help="mermaid, svg or both: mermaid,svg.")
    ] = "mermaid",
    out: Annotated[
        Path | None, typer.Option("--out", help="A folder to write files to; printed if none.")
    ] = None,
    json: Json = False,
) -> None:
    """Draw a flow as a picture."""
    from ratiba.picturing.run import Wanted, run

    raise typer.Exit(run(Wanted(flow, vertical), tuple(formats.split(",")), out, json=json))
