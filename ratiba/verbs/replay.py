"""`ratiba replay`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json, Tenant


def replay(  # noqa: PLR0917 - one a line of its help
    tenant: Tenant,
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Drafts: flows or overlays. None: the flows as they are published."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help="Only conversations with a turn since then.")
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="The latest so many.")] = 1000,
    thread: Annotated[
        str | None, typer.Option("--thread", help="One conversation, turn by turn.")
    ] = None,
    json: Json = False,
) -> None:
    """Run past conversations again on a draft and tell what would have changed."""
    from ratiba.replaying.run import Wanted, run

    raise typer.Exit(run(Wanted(tenant, tuple(files or ()), since, most, thread), json=json))
