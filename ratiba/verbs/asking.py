"""The options that every verb which publishes takes, declared once."""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated

import typer

from engine.errors import InputError
from ratiba.publishing.asked import Asked
from ratiba.verbs import Json

By = Annotated[str, typer.Option("--by", envvar="USER", help="Who does it, for the record.")]
Why = Annotated[str, typer.Option("--note", "-m", help="Why, for the record.")]
Pin = Annotated[
    bool, typer.Option("--pin", help="Live conversations end in the version they began with.")
]
ASKED = "asked"


def _options(*, note: Why = "", pin: Pin = False, by: By = "team", json: Json = False) -> Asked:
    return Asked(by, note, pin, json)


def publishes(verb: Callable[..., int]) -> Callable[..., None]:
    """Make a command of a function that takes `asked`: its own options, and the shared ones.

    What it returns is the exit code.
    """
    own = inspect.signature(verb, eval_str=True).parameters
    shared = inspect.signature(_options, eval_str=True).parameters

    @wraps(verb)
    def run(**given: object) -> None:
        asked = _options(**{name: given.pop(name) for name in shared})  # type: ignore[arg-type]
        raise typer.Exit(verb(**given, asked=asked))

    mine = [one for name, one in own.items() if name != ASKED]
    taken = [*mine, *shared.values()]
    run.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in taken}
    return run


def named(tenant: str | None, *, every: bool) -> str | None:
    """The business that was named; None: every one.

    Raises:
        InputError: neither was said, or both.
    """
    if (tenant is None) is not every:
        raise InputError("flow.whose", "Say --tenant and a business, or --all; one of the two.")
    return tenant


def given(words: list[str] | None, *, nothing: bool) -> list[str]:
    """The words that were given; none where that was meant.

    Raises:
        InputError: neither was said, or both.
    """
    if bool(words) is nothing:
        raise InputError("phrase.words", "Say en='...' sw='...', or --remove; one of the two.")
    return words or []


def whose(paths: list[Path] | None, tenant: str | None, *, every: bool) -> str | None:
    """The business that is to be checked; None: every one.

    Raises:
        InputError: files were named as well, or one business and every one.
    """
    if paths or (tenant and every):
        raise InputError("check.whose", "Name files, or --tenant and a business, or --tenants.")
    return tenant
