"""What `ratiba vertical` does."""

from dataclasses import asdict

from engine.assembly.library import ROOT, load_library
from ratiba.scaffolding.listing import Kind, kinds
from ratiba.scaffolding.making import Wanted, make
from ratiba.terminal.out import console, emit
from ratiba.terminal.tables import table
from tools.definitions import load_definitions

COLUMNS = ("vertical", "title", "people are", "services", "flows", "fixtures")


def new(wanted: Wanted, *, json: bool) -> None:
    """Write a new vertical into the clone, and say what to do next.

    Raises:
        InputError: it cannot be called so, or exists.
    """
    files = make(wanted, ROOT)
    if json:
        emit({"vertical": wanted.name, "files": [path.as_posix() for path in files]})
        return
    out = console()
    for path in files:
        out.print(f"  {path.as_posix()}", highlight=False)
    out.print(f"Made the vertical '{wanted.name}'. Edit these files, then:")
    out.print("  ratiba check", highlight=False)
    out.print(f"  ratiba test verticals/{wanted.name}/fixtures", highlight=False)
    out.print(f"  ratiba tenant add my_{wanted.name} --vertical {wanted.name}", highlight=False)


def list_all(*, json: bool) -> None:
    """Print every kind of business.

    Raises:
        ConfigError: the files of one have faults.
    """
    rows = kinds(load_library(load_definitions()), ROOT)
    if json:
        emit([asdict(row) for row in rows])
        return
    out = console()
    out.print(table(COLUMNS, [_line(row) for row in rows], out.width))


def _line(row: Kind) -> tuple[object, ...]:
    called = row.role.partition(",")[0]
    return (row.vertical, row.title, called, row.services, row.flows, row.fixtures)
