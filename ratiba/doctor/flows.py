"""The files that operators write, as `ratiba check` sees them."""

from engine.spec.report import joined
from ratiba.checking.judging import layers_of
from ratiba.checking.places import ROOT
from ratiba.doctor.row import Row, fail, good


def flows() -> Row:
    """Check everything that is shipped."""
    report = joined(layers_of(ROOT))
    if report.problems:
        return fail("flows and phrases", f"{len(report.problems)} problems", "ratiba check")
    counts = report.counts
    return good("flows and phrases", f"{counts.flows} flows, {counts.phrases} phrases")
