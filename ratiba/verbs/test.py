"""`ratiba test`."""
# ruff: noqa: PT028, PLR0917 - a verb, and no test

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ratiba.verbs import Json

if TYPE_CHECKING:
    from engine.rehearsal.staging.world import World


def test(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Fixture files or folders; all that are shipped if none."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say which transitions were taken, and which never.")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Write what came in the place of what was expected.")
    ] = False,
    generate: Annotated[
        bool, typer.Option("--generate", help="Let every flow write its own fixtures.")
    ] = False,
    fuzz: Annotated[
        int, typer.Option(min=0, help="Lead that many random conversations.", metavar="N")
    ] = 0,
    tenant: Annotated[
        str | None,
        typer.Option(help="Play in a business: its own flows, drafts laid on, and its catalogue."),
    ] = None,
    seed: Annotated[str, typer.Option(help="Of the random conversations.")] = "1",
    json: Json = False,
) -> None:
    """Hold flows against their fixtures: conversations with what must come of them."""
    if generate:
        from ratiba.testing.generating import run as write

        raise typer.Exit(write(json=json))
    if fuzz:
        from ratiba.testing.fuzzing import run as walk

        raise typer.Exit(walk(fuzz, seed, json=json))
    from ratiba.testing.run import Wish, run

    def business(slug: str) -> "World":
        from ratiba.publishing.own import own_world

        return own_world(slug, json=json)

    wish = Wish(tuple(paths or ()), coverage, update, tenant, json)
    raise typer.Exit(run(wish, business))
