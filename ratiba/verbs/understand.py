"""`ratiba understand`."""

from typing import Annotated

import typer

from ratiba.verbs import Now, Tenant


def understand(
    tenant: Tenant,
    now: Now = None,
    state: Annotated[
        str, typer.Option(help="The state that hears the words, such as COLLECT_SLOT.")
    ] = "",
) -> None:
    """Say what is understood of words: JSON lines in and out.

    Each line in: {id, text, now?, locale?, state?}.
    """
    from ratiba.understanding.run import run

    run(tenant, now, state)
