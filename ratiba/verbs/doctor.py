"""`ratiba doctor` and `ratiba preflight`."""

from typing import Annotated

import typer

from ratiba.verbs import Json

One = Annotated[
    str | None, typer.Option("--tenant", "-t", help="Look at one business; all if left out.")
]


def doctor(tenant: One = None, json: Json = False) -> None:
    """Look at all that can be wrong, with the fix to paste."""
    from ratiba.doctor.run import run

    raise typer.Exit(run(tenant, json=json))


def preflight(tenant: One = None, json: Json = False) -> None:
    """Look at what must be right before chatting."""
    from ratiba.doctor.run import run

    raise typer.Exit(run(tenant, preflight=True, json=json))
