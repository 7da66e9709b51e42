"""The gate to one tenant's rows."""

import pytest

from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import TenantGate


@pytest.fixture
def gate(database: Database, alpha: Tenant) -> TenantGate:
    return TenantGate(database, alpha)
