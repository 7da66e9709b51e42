"""The benches that meet the stores, one part after the other."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bench.figures import Findings
from bench.openings import run as openings
from bench.report.page import write
from bench.report.terminal import show, show_json
from bench.rig.own import Rig, own_stores
from bench.scaling import run as scaling
from bench.turns import run as turns
from engine.assembly.library import ROOT
from engine.errors import InputError
from ratiba import loop
from ratiba.terminal.out import console
from ratiba.terminal.progress import Progress


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be measured.

    Attributes:
        parts: by name; empty: all.
        pairs: blocks of each side, forth and back.
        customers: who book in a block.
        tenants: over which turns are spread, beside one.
        written: the day to write on the page; None: nothing is written.
    """

    parts: Sequence[str] = ()
    pairs: int = 10
    customers: int = 20
    tenants: int = 100
    written: date | None = None


Told: TypeAlias = Callable[[str], None]
Part: TypeAlias = Callable[[Rig, Wish, Told], Coroutine[None, None, Findings]]


async def _turns(rig: Rig, wish: Wish, told: Told) -> Findings:
    return await turns.measure(rig, pairs=wish.pairs, customers=wish.customers, told=told)


async def _openings(rig: Rig, wish: Wish, told: Told) -> Findings:
    return await openings.measure(rig, pairs=wish.pairs, told=told)


async def _scaling(rig: Rig, wish: Wish, told: Told) -> Findings:
    pairs = max(3, wish.pairs // 2)
    return await scaling.measure(rig, tenants=wish.tenants, pairs=pairs, told=told)


PARTS: Mapping[str, Part] = {"turns": _turns, "openings": _openings, "scaling": _scaling}


def main(wish: Wish, *, json: bool) -> int:
    """Measure, show and write; 1 if a gate is missed.

    Raises:
        InputError: there is no such part.
    """
    unknown = [part for part in wish.parts if part not in PARTS]
    if unknown:
        known = ", ".join(PARTS)
        raise InputError("bench.part", f"There is no part '{unknown[0]}'. There are: {known}.")
    found: list[Findings] = []
    with Progress(quiet=json) as progress, own_stores(progress) as rig:
        for name in wish.parts or PARTS:
            progress.done()
            found.append(loop.run(PARTS[name](rig, wish, progress.again)))
            progress.done()
            (show_json if json else show)(found[-1])
    if wish.written:
        write(found, ROOT / "docs", wish.written)
    return _verdict(found, quiet=json)


def _verdict(found: Sequence[Findings], *, quiet: bool) -> int:
    missed = [figure for one in found for figure in one.figures if figure.missed]
    for figure in missed if not quiet else ():
        gate = figure.bar.shown(figure.bar.gate) if figure.bar else ""
        console().print(f"Gate missed: {figure.name} is {figure.value:.2f}, and must be {gate}.")
    return 1 if missed else 0
