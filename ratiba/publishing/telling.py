"""How versions, checks and publishes are told: lines for people, objects for programs."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from rich.text import Text

from engine.document.problem import Problem
from engine.model.tenant import Tenant
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.problems import line_of, lines_of, record_of
from ratiba.terminal.tables import table
from tools.publishing.records import Published, Refused, Report, Version

COLUMNS = ("document", "version", "state", "when", "who", "why")
STYLES = {"published": "green", "draft": "yellow", "retired": "bright_black"}


def outcome(result: Published | Refused, *, json: bool) -> int:
    """Tell what became of a publish; gives the exit code."""
    if isinstance(result, Refused):
        return refused(result.report, json=json)
    if json:
        for version in result.versions:
            new = version.document in result.made
            told = {"published": new, "unchanged": not new}
            emit({**told, **record(version), "pinned": result.pinned, "live": result.report.live})
        return GOOD
    out = console()
    for warning in result.report.warnings:
        out.print(Text.assemble(("warning ", "yellow"), line_of(warning)), soft_wrap=True)
    for version in result.versions:
        if version.document not in result.made:
            out.print(f"'{version.document}' says this already: version {version.version} stays.")
    if made := [one for one in result.versions if one.document in result.made]:
        names = " and ".join(f"'{one.document}' version {one.version}" for one in made)
        said = f"{names} {'holds' if len(made) == 1 else 'hold'} from the next message on."
        out.print(Text.assemble(("Published. ", "green"), said, _live(result)), soft_wrap=True)
    return GOOD


def _live(result: Published) -> str:
    live = result.report.live
    if not live:
        return ""
    stays = " in the version it began with" if live == 1 else " in the version they began with"
    return f" {_go_on(live)}{stays if result.pinned else ''}."


def _go_on(live: int) -> str:
    return "1 live conversation goes on" if live == 1 else f"{live} live conversations go on"


def refused(report: Report, *, json: bool) -> int:
    """Tell why nothing was published."""
    _problems(report.problems, json=json)
    found = len(report.problems)
    if json:
        emit({"published": False, **_counts(report)})
        return FINDINGS
    many = "s" * (report.live != 1)
    stranded = f", {report.stranded} of {report.live} live conversation{many} without a place"
    text = f"Refused: {found} problem{'s' * (found > 1)}{stranded if report.stranded else ''}."
    console().print(Text.assemble((text, "bold red"), " Nothing was changed."), soft_wrap=True)
    return FINDINGS


def checked(report: Report, *, json: bool) -> int:
    """Tell what a check found; gives the exit code."""
    _problems((*report.problems, *report.warnings), json=json)
    if json:
        emit({"document": report.document, **_counts(report)})
    elif report.good:
        live = f"; {_go_on(report.live)}" if report.live else ""
        said = f"'{report.document}' may be published{live}."
        console().print(Text.assemble(("Good. ", "green"), said), soft_wrap=True)
    else:
        found = len(report.problems)
        text = f"{found} problem{'s' * (found > 1)}"
        console().print(Text(text, "bold red"))
    return GOOD if report.good else FINDINGS


def _problems(problems: Sequence[Problem], *, json: bool) -> None:
    for problem in problems:
        if json:
            emit(record_of(problem))
            continue
        for line in lines_of(problem):
            console().print(line, soft_wrap=True)


def _counts(report: Report) -> dict[str, object]:
    return {
        "problems": len(report.problems),
        "warnings": len(report.warnings),
        "stranded": report.stranded,
        "live": report.live,
    }


def versions(found: Sequence[Version], tenant: Tenant, *, json: bool) -> None:
    """List versions, the newest first."""
    if json:
        emit([record(one) for one in found])
        return
    out = console()
    if not found:
        out.print(f"'{tenant.slug}' has published nothing of its own.")
        return
    zone = ZoneInfo(tenant.zone)
    out.print(table(COLUMNS, [_row(one, zone) for one in found], out.width))


def _row(one: Version, zone: ZoneInfo) -> tuple[object, ...]:
    when = (one.published_at or one.created_at).astimezone(zone)
    number = one.version or "-"
    gone = "" if one.source else " (taken away)"
    return one.document, number, one.state + gone, f"{when:%Y-%m-%d %H:%M}", one.author, one.note


def record(one: Version) -> dict[str, object]:
    """A version as data, without its text."""
    return {
        "document": one.document,
        "version": one.version,
        "digest": one.digest,
        "state": one.state,
        "author": one.author,
        "note": one.note,
        "base": one.base,
        "created_at": one.created_at.isoformat(),
        "published_at": one.published_at.isoformat() if one.published_at else None,
    }
