"""What the channels' tests share: a database with one tenant on WhatsApp."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import structlog

import channels.payments.routes
import channels.problem
import channels.whatsapp.carrier
import channels.whatsapp.routes
from migrations.run import provision
from tests.channels.fakes import ACCOUNT, NOW
from tests.stores import Suite, copied_database


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "data: measures on the shared data where it is present")


@pytest.fixture(scope="session")
def channels_url(suite: Suite, worker_id: str) -> Iterator[str]:
    """URL of a database whose one tenant, `kinyozi`, has the number ACCOUNT."""
    with copied_database(suite, f"{worker_id}_channels") as url:
        with psycopg.connect(url, autocommit=True) as connection:
            provision(connection, "kinyozi")
            connection.execute(
                "INSERT INTO public.tenants (slug, name, vertical, created_at,"
                " whatsapp_phone_number_id) VALUES ('kinyozi', 'Kinyozi', 'barber', %s, %s)",
                [NOW, ACCOUNT],
            )
        yield url


@pytest.fixture
def sql(channels_url: str) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """A look at the rows; the inbox is empty to begin with."""
    with psycopg.connect(channels_url, autocommit=True) as connection:
        connection.execute("TRUNCATE tenant_kinyozi.inbox")
        yield connection


@pytest.fixture(autouse=True)
def fresh_loggers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A logger that was used under another configuration would keep to it, unseen by tests."""
    for module in (
        channels.payments.routes,
        channels.problem,
        channels.whatsapp.carrier,
        channels.whatsapp.routes,
    ):
        monkeypatch.setattr(module, "log", structlog.get_logger())
