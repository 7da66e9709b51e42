"""A caller of servers on loopback."""

import ssl

import httpx2

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Nothing here speaks TLS, and a context that trusts somebody takes 25 ms to make."""


class Web(httpx2.AsyncClient):
    """Goes straight to `base_url`, whatever proxies the environment names."""

    def __init__(self, base_url: str) -> None:
        super().__init__(base_url=base_url, timeout=10, trust_env=False, verify=NO_TLS)
