"""`ratiba check`."""

from pathlib import Path
from typing import Annotated

import typer

from engine.errors import InputError
from ratiba.checking.trust import Record
from ratiba.verbs import Json
from ratiba.verbs.asking import whose


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; all that is shipped if none.")
    ] = None,
    tenant: Annotated[
        str | None,
        typer.Option("--tenant", "-t", help="What this business has in force, and its drafts."),
    ] = None,
    tenants: Annotated[
        bool, typer.Option("--tenants", help="What every business has in force.")
    ] = False,
    *,
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Prove all again, whatever was proved before.")
    ] = False,
    record: Annotated[
        Record,
        typer.Option(help="What is shipped as proved: trust it, hold it against this, write it."),
    ] = Record.USE,
    json: Json = False,
) -> None:
    """Find the faults of flows, phrases and tools, and of what businesses have of their own."""
    if tenant or tenants:
        if afresh or record is not Record.USE:
            raise InputError("check.record", "--afresh and --record are for what is shipped.")
        from ratiba.publishing.proved import run as prove

        raise typer.Exit(prove(whose(paths, tenant, every=tenants), json=json))
    from ratiba.checking.run import run

    raise typer.Exit(run(tuple(paths or ()), json=json, afresh=afresh, record=record))
