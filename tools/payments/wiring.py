"""The parts that a process takes from here: carriers for money, and the way in for callbacks."""

from collections.abc import Mapping

from engine.assembly.core import Core
from engine.net.http import Http
from engine.store.delivery import Carrier
from tools.payments.callbacks import Callbacks
from tools.payments.carrier import Counter, StkCarrier, StkQueryCarrier
from tools.payments.daraja import Daraja


def money(core: Core, http: Http) -> Mapping[str, Carrier]:
    """Give the carriers of prompts and of questions about them, by kind of outbox row."""
    settings = core.settings
    counter = Counter(
        core.database,
        core.credentials,
        Daraja(http, settings.daraja_api_base, core.clock),
        core.bell,
        core.clock,
        settings.ratiba_public_url,
    )
    return {"stk": StkCarrier(counter), "stk_query": StkQueryCarrier(counter)}


def callbacks(core: Core) -> Callbacks:
    """Give what the web app hands payment callbacks to."""
    return Callbacks(core.database, core.tenants, core.bell, core.clock)
