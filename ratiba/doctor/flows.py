"""The files that operators write, as `ratiba check` sees them."""

from ratiba.checking.run import checked
from ratiba.doctor.row import Row, fail, good


def flows() -> Row:
    """Check everything that is shipped."""
    report = checked(())
    if report.problems:
        return fail("flows and phrases", f"{len(report.problems)} problems", "ratiba check")
    counts = report.counts
    return good("flows and phrases", f"{counts.flows} flows, {counts.phrases} phrases")
