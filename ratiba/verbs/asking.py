"""The options of verbs that publish, and which of them go together."""

from pathlib import Path
from typing import Annotated

import typer

from engine.errors import InputError

By = Annotated[str, typer.Option("--by", envvar="USER", help="Who does it, for the record.")]
Why = Annotated[str, typer.Option("--note", "-m", help="Why, for the record.")]
Pin = Annotated[
    bool, typer.Option("--pin", help="Live conversations end in the version they began with.")
]


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
