"""`python -m sandbox.daraja`: the stand-in for Safaricom's Daraja on a port of its own."""

import asyncio
from typing import Annotated

import typer

from engine.clock import SystemClock
from sandbox.daraja.app import daraja_app
from sandbox.daraja.book import DarajaBook, Merchant
from sandbox.serving import stand


def main(
    *,
    port: Annotated[int, typer.Option(help="0 takes a free one, which is printed.")] = 8022,
    shortcode: Annotated[str, typer.Option(help="Of the business.")] = "174379",
    name: Annotated[str, typer.Option(help="As the prompt names it.")] = "Ratiba Spa Pilot",
    passkey: Annotated[str, typer.Option(help="Of the shortcode.")] = "sandbox-passkey",
    key: Annotated[str, typer.Option(help="Consumer key.")] = "sandbox-key",
    secret: Annotated[str, typer.Option(help="Consumer secret.")] = "sandbox-secret",  # noqa: S107
) -> None:
    """Run until interrupted."""
    book = DarajaBook(SystemClock(), {shortcode: Merchant(name, passkey)}, (key, secret))
    asyncio.run(stand(daraja_app(book), port, typer.echo))


if __name__ == "__main__":
    typer.run(main)
