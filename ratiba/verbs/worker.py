"""`ratiba worker`."""

from typing import Annotated

import typer


def worker(
    role: Annotated[
        str, typer.Option(help="What it does, of: turns, sender, jobs.")
    ] = "turns,sender,jobs",
) -> None:
    """Take turns, send replies, ring timers."""
    from ratiba.serving.single import serve_worker

    serve_worker(role)
