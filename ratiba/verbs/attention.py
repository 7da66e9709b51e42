"""`ratiba attention list | answer | done`."""

from typing import Annotated

import typer

from ratiba.verbs import Json, Tenant

attention = typer.Typer(
    no_args_is_help=True, help="What the team has to look at, and to answer: list, answer, done."
)
Operator = Annotated[str, typer.Option("--operator", help="Who does it, for the log.")]


@attention.command(name="list")
def list_(tenant: Tenant, json: Json = False) -> None:
    """List what is open, the oldest first, and what a customer waits for."""
    from ratiba.keeping.attention import ATTENTION
    from ratiba.keeping.listing import show

    show(ATTENTION, tenant, json=json)


@attention.command()
def answer(
    tenant: Tenant,
    who: Annotated[
        str, typer.Argument(metavar="ID|PHONE", help="As `attention list` shows it, or whole.")
    ],
    outcome: Annotated[str, typer.Argument(help="One of the answers that are listed.")],
    operator: Operator = "team",
    json: Json = False,
) -> None:
    """Answer a question: the conversation that waits for it goes on."""
    from ratiba.keeping.attention import resolve

    resolve(tenant, who, outcome, operator, json=json)


@attention.command()
def done(
    tenant: Tenant,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="As `attention list` shows it, or whole.")
    ],
    operator: Operator = "team",
    json: Json = False,
) -> None:
    """Take a matter off the list that no customer waits for."""
    from ratiba.keeping.attention import resolve

    resolve(tenant, id_, None, operator, json=json)
