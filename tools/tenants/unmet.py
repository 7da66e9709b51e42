"""Rules of a vertical that ask its catalogue for what it has not."""

from collections.abc import Iterator
from pathlib import Path

from engine.document.files import read_file
from engine.document.listing import yaml_files
from engine.document.problem import Problem, Problems
from engine.model.flow import FlowSet
from tools.catalog.unmet import Stock, unmet
from tools.tenants.plan import Plan
from tools.tenants.verticals import read_vertical


def unmet_in(folder: Path, root: Path, flows: FlowSet) -> Iterator[Problem]:
    """Yield a warning for each such rule; none, where the vertical's own file is faulty.

    Args:
        folder: of the vertical.
        root: files are named from there.
        flows: as they are in that vertical.
    """
    plan = read_vertical(folder / "vertical.yaml", root)
    read = (read_file(path, root) for path in yaml_files(folder / "flows"))
    documents = [one for one in read if not isinstance(one, Problems)]
    if isinstance(plan, Plan):
        yield from unmet(flows, documents, stock_of(plan))


def stock_of(plan: Plan) -> Stock:
    """What rules may ask a business of this kind for."""
    categories = tuple(dict.fromkeys(one.category for one in plan.services))
    services, people = (tuple(one.id for one in each) for each in (plan.services, plan.staff))
    return Stock(services, people, categories, tuple(plan.marks))
