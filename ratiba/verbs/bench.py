"""`ratiba bench`."""

from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from engine.errors import ConfigError
from ratiba.verbs import Json

PEER = "langgraph"


def bench(  # noqa: PLR0917 - one a line of its help
    parts: Annotated[
        list[str] | None,
        typer.Argument(help="Of turns, openings, scaling; none: all.", metavar="[PART]..."),
    ] = None,
    pairs: Annotated[int, typer.Option(min=1, help="Blocks of each side that are compared.")] = 10,
    customers: Annotated[
        int, typer.Option(min=1, max=100, help="Who book in a block, five turns each.")
    ] = 20,
    tenants: Annotated[int, typer.Option(min=2, help="Over which turns are spread.")] = 100,
    write: Annotated[
        bool, typer.Option("--write", help="Write the figures to docs/performance.md.")
    ] = False,
    json: Json = False,
) -> None:
    """Measure what a turn costs, beside the same conversation on LangGraph; 1: a gate is missed."""
    from engine.clock import SystemClock

    if find_spec(PEER) is None:
        raise ConfigError("bench.peer", "The peer is not installed: make bench, once.")
    # By name: the bench stands above the command and uses it, as nothing else does.
    run = import_module("bench.run")
    day = SystemClock().now().date() if write else None
    raise typer.Exit(run.main(run.Wish(parts or (), pairs, customers, tenants, day), json=json))
