"""`python -m sandbox.graph`: the stand-in for Meta's Graph API on a port of its own."""

import asyncio
import os
from typing import Annotated

import typer

from engine.clock import SystemClock
from sandbox.graph.app import graph_app
from sandbox.graph.book import GraphBook
from sandbox.serving import stand


def main(
    *,
    port: Annotated[int, typer.Option(help="0 takes a free one, which is printed.")] = 8021,
    token: Annotated[str, typer.Option(help="What a bearer must say.")] = "sandbox-token",  # noqa: S107
    webhook: Annotated[str, typer.Option(help="Where webhooks go.")] = "",
    statuses: Annotated[bool, typer.Option(help="Tell sent, delivered, read.")] = False,
) -> None:
    """Run until interrupted; webhooks are signed with WHATSAPP_APP_SECRET."""
    secret = os.environ.get("WHATSAPP_APP_SECRET", "").encode()
    book = GraphBook(SystemClock(), token, secret, webhook, tell_statuses=statuses)
    asyncio.run(stand(graph_app(book), port, typer.echo))


if __name__ == "__main__":
    typer.run(main)
