"""`ratiba check`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; all that is shipped if none.")
    ] = None,
    json: Json = False,
) -> None:
    """Find the faults of flows, phrases and tools."""
    from ratiba.checking.run import run

    raise typer.Exit(run(tuple(paths or ()), json=json))
