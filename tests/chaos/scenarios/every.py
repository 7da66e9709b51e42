"""Every scenario, by group."""

from tests.chaos.scenarios.concurrency import CONCURRENCY
from tests.chaos.scenarios.crash import CRASH
from tests.chaos.scenarios.delivery import DELIVERY
from tests.chaos.scenarios.load import LOAD
from tests.chaos.scenarios.payments import PAYMENTS
from tests.chaos.scenarios.stores import STORES

EVERY = (*DELIVERY, *CONCURRENCY, *PAYMENTS, *CRASH, *STORES, *LOAD)
