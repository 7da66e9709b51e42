"""`ratiba api`."""

from typing import Annotated

import typer


def api(
    port: Annotated[int, typer.Option(help="To listen on.")] = 8010,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Serve the webhooks, and nothing else."""
    from ratiba.serving.single import serve_api

    serve_api(host, port)
