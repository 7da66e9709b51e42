"""`ratiba tenant add | set | settings | list | delete`."""

from typing import Annotated

import typer

from ratiba.verbs import Json

tenant = typer.Typer(no_args_is_help=True, help="The businesses: add, set, list, delete.")
Slug = Annotated[str, typer.Argument(help="1 to 40 of a-z, 0-9, _, beginning with a letter.")]


@tenant.command()
def add(
    slug: Slug,
    *,
    vertical: Annotated[str, typer.Option(help="The kind of business: spa, ...")],
    whatsapp_number_id: Annotated[
        str | None, typer.Option(help="Phone number id, from Meta's dashboard.")
    ] = None,
    mpesa_shortcode: Annotated[
        str | None, typer.Option(help="Paybill or till; turns M-Pesa on.")
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="KEY=VALUE", help="name, locale, zone, a dial, a credential."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Add a business with what its vertical starts with: catalogue, people, words, dials."""
    from ratiba.keeping.add import run
    from ratiba.keeping.wish import Wish

    run(Wish(slug, vertical, whatsapp_number_id, mpesa_shortcode, tuple(settings or ())), json=json)


@tenant.command(name="set")
def set_(
    slug: Slug,
    settings: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY=VALUE...", help="See `ratiba tenant settings`; KEY= sets it back."
        ),
    ],
    json: Json = False,
) -> None:
    """Change a business: its name, dials, credentials, numbers."""
    from ratiba.keeping.change import run

    run(slug, tuple(settings), json=json)


@tenant.command()
def settings(
    slug: Annotated[
        str | None, typer.Argument(help="A business; left out: what can be set of any.")
    ] = None,
    key: Annotated[str | None, typer.Argument(help="Left out: all.")] = None,
    json: Json = False,
) -> None:
    """Show what is set of a business: its value, where that comes from, what it may be."""
    from ratiba.keeping.settings import run

    run(slug, key, json=json)


@tenant.command(name="list")
def list_(json: Json = False) -> None:
    """List the businesses."""
    from ratiba.keeping.tenants import list_all

    list_all(json=json)


@tenant.command()
def delete(
    slug: Slug,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    json: Json = False,
) -> None:
    """Delete a business with all its rows."""
    from ratiba.keeping.tenants import delete

    raise typer.Exit(delete(slug, yes=yes, json=json))
