"""`ratiba reset`."""

from typing import Annotated

import typer

from ratiba.verbs import Json


def reset(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Really drop everything.")] = False,
    json: Json = False,
) -> None:
    """Drop everything and migrate anew (dev only)."""
    from ratiba.keeping.reset import run

    raise typer.Exit(run(yes=yes, json=json))
