"""`ratiba customer export | erase`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json, Tenant

customer = typer.Typer(
    no_args_is_help=True, help="What is kept of one customer: export it, erase it."
)
Phone = Annotated[str, typer.Option("--phone", "-p", help="Theirs, in any spelling.")]


@customer.command()
def export(
    tenant: Tenant,
    phone: Phone,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A file; left out: the terminal.")
    ] = None,
) -> None:
    """Give out everything that is kept of a customer, as JSON; no secret is in it."""
    from ratiba.keeping.customers import give_out

    give_out(tenant, phone, out)


@customer.command()
def erase(
    tenant: Tenant,
    phone: Phone,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    json: Json = False,
) -> None:
    """Forget a customer, then search the whole database for them; 1 if something is left."""
    from ratiba.keeping.customers import erase

    raise typer.Exit(erase(tenant, phone, yes=yes, json=json))
