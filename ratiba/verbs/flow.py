"""`ratiba flow draft | check | publish | rollback | history | show | diff | pull | push | ...`."""

from pathlib import Path
from typing import Annotated

import typer

from ratiba.publishing.asked import Asked
from ratiba.verbs import Json, Tenant
from ratiba.verbs.asking import By, Pin, Why, given, named

flow = typer.Typer(
    no_args_is_help=True,
    help="Versions of a business's flows: pull, edit, check, publish, go back.",
)
File = Annotated[Path, typer.Argument(help="An overlay or a flow, in YAML.")]
Files = Annotated[
    list[Path], typer.Argument(help="Overlays and flows, in YAML, as if published together.")
]
Document = Annotated[str, typer.Argument(help="As `flow history` shows it.")]
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
    tenant: Tenant, files: Files, *, pin: Pin = False, proof: Prove = True, json: Json = False
) -> None:
    """Say what keeps files from being published together, and whom they would strand."""
    from ratiba.publishing.publish import check as run

    raise typer.Exit(run(tenant, files, pin=pin, prove=proof, json=json))


@flow.command()
def publish(
    tenant: Tenant,
    files: Annotated[
        list[Path] | None, typer.Argument(help="Overlays and flows; left out: all drafts kept.")
    ] = None,
    *,
    base: Annotated[
        int | None,
        typer.Option("--base", min=0, help="The version that one file was made from; 0: none."),
    ] = None,
    note: Why = "",
    pin: Pin = False,
    by: By = "team",
    json: Json = False,
) -> None:
    """Prove files and put all in force at once, unless a conversation has no place for one."""
    from ratiba.publishing.publish import publish as run

    raise typer.Exit(run(tenant, files or (), Asked(by, note, pin, json, base)))


@flow.command()
def rollback(
    tenant: Tenant,
    document: Document,
    *,
    to: Annotated[int, typer.Option(min=0, help="The version; 0: as if it had never been.")],
    note: Why = "",
    pin: Pin = False,
    by: By = "team",
    json: Json = False,
) -> None:
    """Go back: an earlier version is published again, as a new one."""
    from ratiba.publishing.publish import rollback as run

    raise typer.Exit(run(tenant, document, to, Asked(by, note, pin, json)))


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
    by: By = "team",
    json: Json = False,
) -> None:
    """Publish every file that says something new, together; each from its version."""
    from ratiba.publishing.files import push as run

    raise typer.Exit(run(tenant, path, Asked(by, note, pin, json)))


@flow.command()
def phrase(
    tenant: Tenant,
    name: Annotated[str, typer.Argument(metavar="PHRASE", help="As booking.greet.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="LANGUAGE=WORDS", help="Every language; en.voice=... for ears."),
    ] = None,
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Say it as it is beneath.")] = False,
    by: By = "team",
    json: Json = False,
) -> None:
    """Say one phrase in other words, with the facts that it has: checked and proved like a file."""
    from ratiba.publishing.phrase import run

    raise typer.Exit(run(tenant, name, given(words, nothing=remove), by, json=json))


@flow.command()
def conflicts(
    tenant: Annotated[
        str | None, typer.Option("--tenant", "-t", help="The business, by slug; or --all.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Every business.")] = False,
    seen: Annotated[
        bool, typer.Option("--seen", help="All of it is still meant so: do not show it again.")
    ] = False,
    by: By = "team",
    json: Json = False,
) -> None:
    """Show what an upgrade of Ratiba changed beneath a business's own flows; 1 if anything."""
    from ratiba.publishing.conflicts import run, settle

    who = named(tenant, every=every)
    raise typer.Exit(settle(who, by, json=json) if seen else run(who, json=json))
