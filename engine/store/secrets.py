"""Secrets at rest: one master key, a key of its own for each tenant, rotation with both alive."""

import base64
import json
from collections.abc import Mapping
from functools import cached_property

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.errors import ConfigError
from engine.store.names import check_slug

KEY_BYTES = 32
SHORTEST = 16
"""Characters of a master key: less can be guessed."""
PURPOSE_TENANT = "ratiba tenant credentials "
PURPOSE_LOGS = "ratiba log codes"


class Keyring:
    """The master keys of RATIBA_SECRET_KEY.

    Several are separated by commas: the first encrypts, all decrypt. To change the key put the
    new one before the old, run `rotate` over every tenant, then take the old one away.
    """

    def __init__(self, master: str) -> None:
        self._masters = [key.strip().encode() for key in master.split(",") if key.strip()]
        if not self._masters or min(map(len, self._masters)) < SHORTEST:
            raise ConfigError(
                "secrets.weak",
                f"RATIBA_SECRET_KEY needs keys of {SHORTEST} characters or more; make one with "
                "`python3 -c 'import secrets; print(secrets.token_urlsafe(32))'`.",
            )

    @cached_property
    def log_key(self) -> bytes:
        """The key that turns phones into codes in the logs; the oldest, so that codes last."""
        return _derive(self._masters[-1], PURPOSE_LOGS)

    def encrypt(self, slug: str, credentials: Mapping[str, str]) -> bytes:
        """Encrypt a tenant's credentials with its own key."""
        return self._box(slug).encrypt(json.dumps(dict(credentials)).encode())

    def decrypt(self, slug: str, stored: bytes) -> Mapping[str, str]:
        """Read a tenant's credentials.

        Raises:
            ConfigError: no key fits: another master key, or another tenant's secret.
        """
        try:
            credentials: Mapping[str, str] = json.loads(self._box(slug).decrypt(stored))
        except InvalidToken:
            raise ConfigError(
                "secrets.key",
                f"The credentials of '{slug}' do not open with RATIBA_SECRET_KEY. Set the key they "
                "were stored with (after the new one and a comma), or store them anew.",
                slug=slug,
            ) from None
        return credentials

    def rotate(self, slug: str, stored: bytes) -> bytes:
        """Encrypt with the first key what any key opens.

        Raises:
            ConfigError: no key fits.
        """
        return self.encrypt(slug, self.decrypt(slug, stored))

    def _box(self, slug: str) -> MultiFernet:
        check_slug(slug)
        keys = (_derive(master, PURPOSE_TENANT + slug) for master in self._masters)
        return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def _derive(master: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(master)
