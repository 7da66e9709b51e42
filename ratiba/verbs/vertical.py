"""`ratiba vertical new | list`."""

from typing import Annotated

import typer

from ratiba.verbs import Json

vertical = typer.Typer(no_args_is_help=True, help="Kinds of business, all data: new, list.")


@vertical.command()
def new(
    name: Annotated[str, typer.Argument(help="Small letters, digits and _: florist.")],
    *,
    title: Annotated[str, typer.Option("--title", help="What such a business is, in English.")],
    title_sw: Annotated[str, typer.Option("--title-sw", help="The same in Swahili.")],
    like: Annotated[
        str | None, typer.Option("--like", help="A vertical to begin from: its files, copied.")
    ] = None,
    json: Json = False,
) -> None:
    """Make a new kind of business: catalogue, role words, an own step, facts, fixtures."""
    from ratiba.scaffolding.making import Wanted
    from ratiba.scaffolding.run import new as run

    run(Wanted(name, title, title_sw, like), json=json)


@vertical.command(name="list")
def list_(json: Json = False) -> None:
    """List the kinds of business, with what each brings."""
    from ratiba.scaffolding.run import list_all

    list_all(json=json)
