"""`ratiba flow draft | check | publish | rollback | history | show | diff | pull | push`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.verbs import Json, Tenant

flow = typer.Typer(
    no_args_is_help=True,
    help="Versions of a business's flows: pull, edit, check, publish, go back.",
)
File = Annotated[Path, typer.Argument(help="An overlay or a flow, in YAML.")]
Document = Annotated[str, typer.Argument(help="As `flow history` shows it.")]
By = Annotated[str, typer.Option("--by", envvar="USER", help="Who does it, for the record.")]
Why = Annotated[str, typer.Option("--note", "-m", help="Why, for the record.")]
Base = Annotated[
    int | None, typer.Option("--base", min=0, help="The version it was made from; 0: none.")
]
Pin = Annotated[
    bool, typer.Option("--pin", help="Live conversations end in the version they began with.")
]

Prove = Annotated[
    bool,
    typer.Option(
        "--proof/--no-proof", help="Prove every conversation; without, only what is written."
    ),
]


@flow.command()
def draft(
    tenant: Tenant,
    file: File,
    *,
    seen: Annotated[
        str | None, typer.Option(help="Digest of the draft that this one replaces.")
    ] = None,
    by: By = "team",
    json: Json = False,
) -> None:
    """Keep a draft, and say what is wrong with it; nothing changes for customers."""
    from ratiba.publishing.publish import draft as run

    raise typer.Exit(run(tenant, file, by, seen, json=json))


@flow.command()
def check(
    tenant: Tenant, file: File, *, pin: Pin = False, proof: Prove = True, json: Json = False
) -> None:
    """Say what keeps a file from being published, and whom it would strand."""
    from ratiba.publishing.publish import check as run

    raise typer.Exit(run(tenant, file, pin=pin, prove=proof, json=json))


@flow.command()
def publish(
    tenant: Tenant,
    file: Annotated[
        Path | None, typer.Argument(help="An overlay or a flow; left out: the drafts kept.")
    ] = None,
    *,
    base: Base = None,
    note: Why = "",
    pin: Pin = False,
    proof: Prove = True,
    by: By = "team",
    json: Json = False,
) -> None:
    """Put a file in force, unless somebody else was quicker or a conversation has no place."""
    from ratiba.publishing.publish import Asked
    from ratiba.publishing.publish import publish as run

    raise typer.Exit(run(tenant, file, Asked(by, note, base, pin, proof), json=json))


@flow.command()
def rollback(
    tenant: Tenant,
    document: Document,
    *,
    to: Annotated[int, typer.Option(min=0, help="The version; 0: as if it had never been.")],
    note: Why = "",
    pin: Pin = False,
    proof: Prove = True,
    by: By = "team",
    json: Json = False,
) -> None:
    """Go back: an earlier version is published again, as a new one."""
    from ratiba.publishing.publish import Asked
    from ratiba.publishing.publish import rollback as run

    raise typer.Exit(run(tenant, document, to, Asked(by, note, None, pin, proof), json=json))


@flow.command()
def history(
    tenant: Tenant,
    document: Annotated[str | None, typer.Argument(help="Left out: all.")] = None,
    *,
    json: Json = False,
) -> None:
    """List versions, the newest first: who, when, why."""
    from ratiba.publishing.look import history as run

    raise typer.Exit(run(tenant, document, json=json))


@flow.command()
def show(
    tenant: Tenant,
    document: Document,
    *,
    version: Annotated[int | None, typer.Option(min=0, help="Left out: the one in force.")] = None,
    json: Json = False,
) -> None:
    """Print a version as it was written; version 0 is the draft."""
    from ratiba.publishing.look import show as run

    raise typer.Exit(run(tenant, document, version, json=json))


@flow.command()
def diff(
    tenant: Tenant,
    what: Annotated[
        str | None,
        typer.Argument(metavar="FILE|DOCUMENT", help="Left out: all, against what is shipped."),
    ] = None,
    *,
    since: Annotated[int | None, typer.Option("--from", min=0, help="A version.")] = None,
    to: Annotated[int | None, typer.Option(min=0, help="A version.")] = None,
    json: Json = False,
) -> None:
    """Tell a difference in plain words, then line by line."""
    from ratiba.publishing.look import diff as run

    raise typer.Exit(run(tenant, what, since, to, json=json))


@flow.command()
def pull(
    tenant: Tenant,
    folder: Annotated[
        Path | None, typer.Argument(help="Where to; left out: named like the tenant.")
    ] = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace files that were edited.")] = False,
    json: Json = False,
) -> None:
    """Write what is in force to files, to be edited and kept under git."""
    from ratiba.publishing.files import pull as run

    raise typer.Exit(run(tenant, folder, force=force, json=json))


@flow.command()
def push(
    tenant: Tenant,
    path: Annotated[
        Path | None, typer.Argument(help="A file or folder; left out: named like the tenant.")
    ] = None,
    *,
    note: Why = "",
    pin: Pin = False,
    proof: Prove = True,
    by: By = "team",
    json: Json = False,
) -> None:
    """Publish every file that says something new; each from the version it was pulled at."""
    from ratiba.publishing.files import push as run
    from ratiba.publishing.publish import Asked

    raise typer.Exit(run(tenant, path, Asked(by, note, None, pin, proof), json=json))
