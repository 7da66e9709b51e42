"""`ratiba demo`."""

import typer

from ratiba.verbs import Json


def demo(json: Json = False) -> None:
    """Book a haircut and pay for it, as a customer would."""
    from ratiba.demo.run import run

    raise typer.Exit(run(json=json))
