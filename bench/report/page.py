"""The page `docs/performance.md`: figures between two marks, words of ours around them."""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bench.figures import Findings
from bench.report.chart import chart
from bench.report.terminal import COLUMNS, as_json, rows

OURS = "Ratiba"
BEGIN, END = "<!-- figures: written by `ratiba bench --write` -->", "<!-- end of figures -->"


def write(found: Sequence[Findings], docs: Path, on: date) -> list[Path]:
    """Write the figures into the page, charts and JSON beside it; gives what was written."""
    folder = docs / "performance"
    folder.mkdir(exist_ok=True)
    written = [folder / "figures.json"]
    record = {"on": on.isoformat(), "machine": _machine(), "parts": [as_json(one) for one in found]}
    written[0].write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    for one in found:
        if one.bars:
            picture = folder / f"{one.part}.svg"
            picture.write_text(chart(one.chart_unit, one.bars, ours=OURS), "utf-8")
            written.append(picture)
    page = docs / "performance.md"
    text = page.read_text("utf-8")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    page.write_text(before + "\n".join([BEGIN, *_told(found, on), END]) + after, "utf-8")
    return [page, *written]


def _told(found: Sequence[Findings], on: date) -> Iterator[str]:
    yield f"\nMeasured on {on.isoformat()}: {_machine()}.\n"
    for one in found:
        if one.bars:
            yield f"![{one.chart_unit}](performance/{one.part}.svg)\n"
        for table in one.tables:
            yield f"**{table.title}**\n"
            yield from _table(table.columns, table.rows)
        if one.figures:
            yield from _table(COLUMNS, list(rows(one.figures)))


def _table(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(columns) + " |"
    yield "|" + "---|" * len(columns)
    yield from ("| " + " | ".join(line) + " |" for line in lines)
    yield ""


def _machine() -> str:
    cores = os.cpu_count()
    return f"{cores} cores, Python {platform.python_version()}, {platform.system()}"
