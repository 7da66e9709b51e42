"""`ratiba eval`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json


def eval(  # noqa: PLR0917 - one a line of its help
    path: Annotated[
        Path, typer.Argument(help="A set of utterances or dialogues; a folder of them.")
    ],
    tenant: Annotated[
        str | None,
        typer.Option("--tenant", "-t", help="The business that hears. None: a fresh one."),
    ] = None,
    vertical: Annotated[str, typer.Option(help="What the fresh one is.")] = "spa",
    state: Annotated[
        str, typer.Option(help="The state that hears the words, such as COLLECT_SLOT.")
    ] = "",
    worst: Annotated[int, typer.Option(min=0, help="So many examples of each set.")] = 5,
    every: Annotated[int, typer.Option(min=1, help="Only every N-th record.", metavar="N")] = 1,
    model: Annotated[
        bool, typer.Option("--model", help="Ask a model where rules are unsure; it needs a key.")
    ] = False,
    json: Json = False,
) -> None:
    """Score sets of words with their right answers: dates, intents, whole dialogues.

    Each set is a file of JSON records, one a line; its kind is seen by their shape.
    """
    from ratiba.evaluating.run import run
    from ratiba.evaluating.wish import Wish

    raise typer.Exit(run(Wish(path, tenant, vertical, state, every, worst, model), json=json))
