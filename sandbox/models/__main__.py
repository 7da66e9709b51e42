"""`python -m sandbox.models`: the stand-in for OpenAI's and Anthropic's models on a port."""

import asyncio
from typing import Annotated

import typer

from sandbox.models.app import models_app
from sandbox.models.book import Mode, ModelsBook
from sandbox.serving import stand


def main(
    *,
    port: Annotated[int, typer.Option(help="0 takes a free one, which is printed.")] = 8023,
    key: Annotated[str, typer.Option(help="That both protocols take.")] = "sandbox-key",
    mode: Annotated[Mode, typer.Option(help="How the model behaves.")] = Mode.GOOD,
) -> None:
    """Run until interrupted."""
    book = ModelsBook({"openai": key, "anthropic": key}, mode)
    asyncio.run(stand(models_app(book), port, typer.echo))


if __name__ == "__main__":
    typer.run(main)
