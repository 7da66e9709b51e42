"""`ratiba converse`."""

import typer


def converse() -> None:
    """Let another program be the customer: JSON lines in, JSON lines out."""
    from ratiba.conversing.run import run

    raise typer.Exit(run())
