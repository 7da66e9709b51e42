"""What a bench found: how it is judged, shown and written; what it cost is told by `make bench`."""

import json
from datetime import date
from pathlib import Path

import pytest

from bench.figures import Bar, Figure, Findings, Table
from bench.report.chart import chart
from bench.report.page import BEGIN, END, write
from bench.rig.meter import Reading
from bench.rig.rows import Tally
from bench.rig.side import DAYS, HOURS, MOST, SAID, said_by, spent
from bench.turns.abba import Course


@pytest.mark.parametrize(
    ("value", "bar", "verdict", "missed"),
    [
        (12.0, Bar(10, 7), "reached", False),
        (8.0, Bar(10, 7), "below target", False),
        (6.9, Bar(10, 7), "misses the gate", True),
        (3.0, Bar(1.0, most=True), "below target", False),
        (1.1, Bar(1.2, 1.5, most=True), "reached", False),
        (1.6, Bar(1.2, 1.5, most=True), "misses the gate", True),
        (1.6, None, "", False),
    ],
)
def test_a_figure_is_held_to_its_bar(
    value: float, bar: Bar | None, verdict: str, missed: bool
) -> None:
    figure = Figure("CPU a turn", value, bar=bar)
    assert (figure.verdict, figure.missed) == (verdict, missed)


def test_looking_at_the_clocks_is_nobodys_work() -> None:
    before, after = Reading(100, (10, 1), 1_000, looked=40), Reading(200, (35, 2), 3_000, looked=50)
    assert after - before == Reading(60, (25, 1), 2_000)


def test_a_ratio_is_the_median_of_pairs_and_not_of_sums() -> None:
    slow = Course(tuple(Reading(cpu, (0,), 1) for cpu in (20, 300, 40)), turns=1)
    quick = Course(tuple(Reading(cpu, (0,), 1) for cpu in (10, 10, 10)), turns=1)
    assert slow.times(quick) == 4.0


async def test_what_is_done_between_rounds_does_not_count() -> None:
    class Gauge:
        at = Tally(0, 0)

        def read(self) -> Tally:
            return self.at

    gauge = Gauge()

    async def one() -> None:
        gauge.at += Tally(2, 100)

    assert await spent(gauge, [one]) == Tally(2, 100)
    gauge.at += Tally(50, 5_000)
    assert await spent(gauge, [one, one]) == Tally(4, 200)


def test_each_customer_of_a_block_comes_at_a_time_of_their_own() -> None:
    wishes = {said_by(customer, 3) for customer in range(MOST)}
    assert len(wishes) == len(DAYS) * len(HOURS)
    assert {said_by(0, turn) for turn in (0, 1, 2, 4)} == {*SAID} - {SAID[3]}


def test_a_page_keeps_its_words_and_gets_its_figures_chart_and_json(tmp_path: Path) -> None:
    (tmp_path / "performance.md").write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", "utf-8")
    table = Table("A turn", ("side", "ms"), [("Ratiba", "1.00")])
    found = Findings(
        "turns", [table], [Figure("CPU", 6.0, bar=Bar(10, 7))], [("Ratiba", 1.0)], "ms"
    )
    write([found], tmp_path, date(2026, 6, 1))
    text = (tmp_path / "performance.md").read_text("utf-8")
    assert text.startswith("before")
    assert text.endswith("after\n")
    assert "old" not in text
    assert "| CPU | 6.00 x | ≥ 10 | ≥ 7 | misses the gate |" in text
    assert "performance/turns.svg" in text
    stored = json.loads((tmp_path / "performance/figures.json").read_text("utf-8"))
    assert stored["parts"][0]["figures"][0]["verdict"] == "misses the gate"


def test_a_chart_marks_ours_and_escapes_names() -> None:
    drawn = chart("CPU ms", [("a <b>", 2.0), ("Ratiba", 1.0)], ours="Ratiba")
    assert drawn.count("<rect ") == 2
    assert drawn.count('class="ours"') == 1
    assert "a &lt;b&gt;" in drawn
