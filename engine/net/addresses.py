"""Which addresses a URL that an operator typed may lead to: public ones, nothing of our own."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from engine.errors import InputError, UnavailableError

_EMBEDS_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""NAT64 prefixes: the last four bytes are an IPv4 address that a gateway would call."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to the open internet, also when it hides an IPv4 one inside."""
    if isinstance(address, IPv6Address):
        if any(address in net for net in _EMBEDS_IPV4) or address.sixtofour or address.teredo:
            return False
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
    return address.is_global and not address.is_multicast


async def public_address(host: str, port: int) -> str:
    """Resolve a host once and give the address to connect to.

    Every address of the name is checked, and the caller connects to the one given: a name that
    resolves differently a moment later changes nothing.

    Raises:
        InputError: the name leads, with any of its addresses, to a loopback, private, link-local
            or otherwise special range.
        UnavailableError: the name does not resolve.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnavailableError(
            "net.unresolved", f"{host!r} has no address. Check the spelling of the URL.", host=host
        ) from error
    addresses = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise InputError(
            "net.private_address",
            f"{host!r} leads into a private network. Give a URL on the public internet.",
            host=host,
        )
    return str(addresses[0])
