"""Fixtures as a person reads them: the failures with their conversations, then one line."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from engine.rehearsal.fixtures.fixture import Act, Event, Meanwhile, Says, Sends, Taps, Waits
from engine.rehearsal.fixtures.read import where
from engine.rehearsal.playing.report import Exchange, Fault, Played
from ratiba.talk.acts import write_span
from ratiba.testing.covering import Covered
from ratiba.testing.found import Found

BAR = 24
TOLD = 5
"""Turns of the conversation that are shown before the one that failed."""
WIDE = 72


def failures(played: Sequence[Played]) -> Iterator[RenderableType]:
    """Each failed fixture: where, the conversation so far, what was expected and what came."""
    for one in played:
        if one.faults:
            head = (f"✗ {one.fixture.name}", "bold red"), f"  {where(one.fixture.at)}"
            yield Group(Text.assemble(*head), Padding(_failed(one), (0, 0, 1, 2)))


def _failed(played: Played) -> RenderableType:
    first = played.faults[0].at
    lines = [exchange.at.line for exchange in played.exchanges]
    last = lines.index(first.line) + 1 if first.line in lines else len(lines)
    shown = list(played.exchanges[max(0, last - TOLD) : last])
    parts: list[RenderableType] = [_exchange(exchange) for exchange in shown]
    parts += [_fault(fault) for fault in played.faults]
    return Group(*parts)


def _exchange(exchange: Exchange) -> Text:
    told = Text.assemble(("> ", "cyan"), (act_words(exchange.act), "cyan"))
    if exchange.heard:
        told.append(f"   {exchange.heard}", "dim")
    for reply in exchange.replies:
        told.append(f"\n< {_short(reply)}")
    chips = " ".join(f"[{button.label}]" for button in exchange.buttons)
    told.append(f"\n  {chips}" if chips else "", "dim")
    told.append(f"\n  {exchange.state.upper()}" if exchange.state else "", "dim bold")
    return told


def _fault(fault: Fault) -> RenderableType:
    if not fault.key:
        return Text.assemble((f"{where(fault.at)}: ", "bold"), ("broke off: ", "red"), fault.came)
    lines = Table.grid(padding=(0, 1))
    lines.add_row(Text("  expected", "green"), fault.expected)
    lines.add_row(Text("  came", "red"), fault.came)
    return Group(Text.assemble((f"{where(fault.at)}: ", "bold"), (fault.key, "cyan")), lines)


def act_words(act: Act) -> str:
    """An act as the fixture writes it."""
    match act:
        case Says(text):
            return text
        case Taps(chip, old):
            return f"{'old ' if old else ''}[{chip}]"
        case Sends(kind):
            return f"({kind})"
        case Event(name):
            return f"event: {name}"
        case Waits(span):
            return f"wait: {write_span(span)}"
        case Meanwhile(facts):
            return f"meanwhile: {', '.join(f'{name} = {facts[name]}' for name in facts)}"


def summary(played: Sequence[Played], found: Found, seconds: float) -> RenderableType:
    """A bar and a line: how many hold, of how many, in what time."""
    failed = sum(1 for one in played if one.faults)
    turns = sum(len(one.exchanges) for one in played)
    verdict = (f"{failed} failed", "bold red") if failed else ("all hold", "green")
    if found.problems:
        wrong = len(found.problems)
        verdict = (f"{wrong} problem{'s' * (wrong > 1)}, {failed} failed", "bold red")
    line = Text.assemble(
        verdict, f"  {len(played)} fixtures, {turns} turns, {found.files} files; {seconds:.1f} s"
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_row(bar(len(played) - failed, len(played)), line)
    return grid


def bar(done: int, total: int) -> ProgressBar:
    """How much of it."""
    style = "green" if done == total else "red"
    return ProgressBar(
        total=max(total, 1), completed=done, width=BAR, complete_style=style, finished_style=style
    )


def coverage(ways: Sequence[Covered]) -> Iterator[RenderableType]:
    """A row a flow, then every transition that was never taken."""
    drawn = Table(box=None, header_style="bold underline", padding=(0, 2, 0, 0))
    for name in ("flow", "transitions", "taken", ""):
        drawn.add_column(name, no_wrap=True)
    for one in ways:
        drawn.add_row(*_share(one.name, len(one.taken), len(one.known)))
    every, done = sum(len(one.known) for one in ways), sum(len(one.taken) for one in ways)
    drawn.add_row(*_share("all", done, every), style="bold")
    yield drawn
    if done < every:
        yield Text("\nNever taken", "bold")
    for way in (way for one in ways for way in one.never):
        yield Text.assemble(
            f"  {way.flow}.{way.step}", (f"  {way.way}", "cyan"), f" → {way.target}"
        )


def _share(name: str, done: int, every: int) -> tuple[str, str, str, RenderableType]:
    """A share is never rounded up to a whole."""
    percent = int(1000 * done / max(every, 1)) / 10
    return name, str(every), f"{percent:g} %", bar(done, every)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDE else f"{line[:WIDE]}..."
