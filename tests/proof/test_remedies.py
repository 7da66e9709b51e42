"""What to write instead of a name that a phrase cannot print."""

import pytest

from engine.model.flow import FlowSet
from engine.proof.proof import prove
from tests.proof.small import Slip, book, flows


@pytest.mark.parametrize(
    ("printed", "remedy"),
    [
        ("servce", "Write 'service'"),
        ("tenent.name", "Write 'tenant'"),
        (
            "service",
            "Write what prints it inside {% if service %} ... {% endif %}, or leave it out",
        ),
    ],
)
def test_a_slip_is_told_from_what_is_not_there_yet(printed: str, remedy: str) -> None:
    slip = Slip("en", "visit.hello: Hello.", f"visit.hello: Hello {{{{ {printed} }}}}.")
    world = flows()
    assert isinstance(world, FlowSet)
    faults = [one for one in prove(world, book(slip)).faults if "is undefined" in one.fault]
    assert [one.remedy for one in faults] == [remedy]
