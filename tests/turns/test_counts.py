"""How often a turn asks Postgres, from load to commit: counted, so that it cannot creep up."""

from collections.abc import Sequence

from engine.model.message import TextReceived
from tests.engine.statements import counted
from tests.turns.spa import Customer, Spa

SAID = (
    ("hello, I want to book", "COLLECT_SERVICE", "contact"),
    ("back massage please", "COLLECT_STAFF", ""),
    ("with Mary", "COLLECT_SLOT", "openings"),
    ("on 9 June at 10am", "CONFIRM", "openings, hold"),
    ("yes", "PAYMENT_PENDING", "booking, payment, attempt, prompt"),
)
"""What is said, where it leads, and what the turn asks beside its load and its commit."""


async def test_a_turn_asks_for_its_load_its_commit_and_what_it_does(spa: Spa) -> None:
    customer = spa.customer()
    await _turn(spa, spa.customer("+254712000009"), "hello")  # the first reads the catalogue
    for text, state, besides in SAID:
        statements = await _turn(spa, customer, text)
        assert customer.state == state
        assert len(statements) == 2 + len(besides.split(", ") if besides else []), text


async def _turn(spa: Spa, customer: Customer, text: str) -> Sequence[str]:
    await spa.put(customer.incoming(TextReceived(text)))
    with counted() as statements:
        customer.session = await spa.house.engine.turner.take(await spa.claim())
    return statements
