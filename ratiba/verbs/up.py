"""`ratiba up`."""

from typing import Annotated

import typer


def up(
    port: Annotated[int, typer.Option(help="Of the API; the next free one if it is taken.")] = 8010,
) -> None:
    """Run everything on this machine; Ctrl-C stops it."""
    from ratiba.serving.up import run

    raise typer.Exit(run(port=port))
