"""`ratiba chat`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json, Now, Tenant


def chat(
    *,
    tenant: Tenant,
    phone: Annotated[
        str | None,
        typer.Option("--from", help="The customer's phone; a new one each time if left out."),
    ] = None,
    channel: Annotated[str, typer.Option(help="Where the customer writes.")] = "whatsapp",
    now: Now = None,
    script: Annotated[
        Path | None, typer.Option(help="One customer turn a line; `tap:`, `event:`, `wait:` too.")
    ] = None,
    live: Annotated[bool, typer.Option("--live", help="Really send, really charge.")] = False,
    json: Json = False,
) -> None:
    """Talk to a business; real rows, sends nothing itself."""
    from ratiba.chatting.run import Wish, run

    raise typer.Exit(run(Wish(tenant, phone, channel, now, script, live=live, json=json)))
