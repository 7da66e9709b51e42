"""`ratiba handoff list | back | close`."""

from typing import Annotated

import typer

from ratiba.verbs import Json, Tenant

handoff = typer.Typer(
    no_args_is_help=True, help="Conversations that wait for a person: list, back, close."
)
Who = Annotated[
    str,
    typer.Argument(
        metavar="THREAD|PHONE", help="As `handoff list` shows it; a phone in any spelling."
    ),
]
Operator = Annotated[str, typer.Option("--operator", help="Who ends it, for the log.")]


@handoff.command(name="list")
def list_(tenant: Tenant, json: Json = False) -> None:
    """List the conversations that wait for a person, the oldest first."""
    from ratiba.keeping.handoffs import HANDOFFS
    from ratiba.keeping.listing import show

    show(HANDOFFS, tenant, json=json)


@handoff.command()
def back(tenant: Tenant, who: Who, operator: Operator = "team", json: Json = False) -> None:
    """Hand a conversation back: Ratiba goes on where it stopped."""
    from ratiba.keeping.handoffs import end

    end(tenant, who, operator, close=False, json=json)


@handoff.command()
def close(tenant: Tenant, who: Who, operator: Operator = "team", json: Json = False) -> None:
    """Close a conversation: the person has settled it, nothing is left to do."""
    from ratiba.keeping.handoffs import end

    end(tenant, who, operator, close=True, json=json)
