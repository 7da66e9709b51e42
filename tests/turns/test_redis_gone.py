"""Redis holds nothing that cannot be lost: it may go in the middle of a conversation."""

import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import redis

from engine.settings import Settings
from ratiba.local.wheels import find_programs
from tests.turns.conftest import open_spa


@dataclass
class OwnValkey:
    """A server of this test's own, which may be killed."""

    process: subprocess.Popen[bytes]
    url: str

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def valkey() -> Iterator[OwnValkey]:
    with TemporaryDirectory(dir="/tmp") as folder:  # a socket's path may be 107 bytes long
        socket = Path(folder, "valkey.sock")
        options = ["--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", folder]
        process = subprocess.Popen([find_programs().valkey, *options], stdout=subprocess.DEVNULL)
        server = OwnValkey(process, f"unix://{socket}")
        _wait_for(server.url)
        yield server
        server.kill()


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            with redis.from_url(url) as client:
                client.ping()
        except redis.ConnectionError:
            time.sleep(0.01)  # noqa: TID251 - a server comes up in its own time
        else:
            return
    pytest.fail("valkey did not come up")


async def test_the_booking_completes_though_redis_dies_in_the_middle(
    settings: Settings, valkey: OwnValkey
) -> None:
    with_redis = settings.model_copy(update={"redis_url": valkey.url})
    async with open_spa(with_redis) as spa:
        customer = await spa.customer().says("Hi I want to book a haircut tomorrow at 3pm")
        assert customer.session is not None
        with redis.from_url(valkey.url) as client:
            keys = client.keys("*")
        assert keys == [f"ratiba:{{{spa.tenant.id}:{customer.session.thread_id}}}:state".encode()]
        valkey.kill()
        await customer.says("yes")
        assert customer.state == "PAYMENT_PENDING"
        await customer.happens("initiate_stk_push.settled")
        assert customer.state == "BOOKED"
