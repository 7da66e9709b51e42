"""A URL that an operator typed may lead to the open internet only."""

from ipaddress import ip_address

import pytest

from engine.errors import InputError, UnavailableError
from engine.net.addresses import is_public, public_address


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "ff0e::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1",
    ],
)
def test_special_ranges_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "41.90.0.1", "2a03:2880::1", "::ffff:8.8.8.8"])
def test_the_open_internet_is(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "0", "::1", "fe80::1%lo"]
)
async def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises((InputError, UnavailableError)):
        await public_address(host, 80)


async def test_a_public_address_is_given_back() -> None:
    assert await public_address("8.8.8.8", 443) == "8.8.8.8"


@pytest.mark.parametrize("host", ["a" * 70 + ".example", "no.such.host.invalid"])
async def test_a_name_without_address_says_so(host: str) -> None:
    with pytest.raises(UnavailableError, match="has no address"):
        await public_address(host, 80)
