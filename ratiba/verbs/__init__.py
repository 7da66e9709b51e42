"""One module a verb: what it takes; the work behind it is imported when it runs."""

from typing import Annotated, TypeAlias

import typer

TRY, BUILD, LOOK, RUN = "Try it", "Flows and words", "Look after it", "Single processes"
"""Headings of `ratiba --help`."""

Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Tenant: TypeAlias = Annotated[str, typer.Option("--tenant", "-t", help="The business, by slug.")]
Now: TypeAlias = Annotated[
    str | None, typer.Option("--now", help="Pin the clock: 2026-06-01T09:30, in the tenant's zone.")
]
