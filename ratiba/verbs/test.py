"""`ratiba test`."""
# ruff: noqa: PT028 - a verb, and no test

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json


def test(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Fixture files or folders; all that are shipped if none."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say which transitions were taken, and which never.")
    ] = False,
    json: Json = False,
) -> None:
    """Hold flows against their fixtures: conversations with what must come of them."""
    from ratiba.testing.run import Wish, run

    raise typer.Exit(run(Wish(tuple(paths or ()), coverage=coverage, json=json)))
