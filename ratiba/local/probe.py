"""Does a store answer on its socket? Asked by a real exchange: a socket file proves nothing."""

import socket
import struct
from pathlib import Path

TIMEOUT_S = 10.0  # of a busy machine: whoever does not answer may be ended and started again
# Postgres answers N (no TLS on a Unix socket) to an SSLRequest, before any authentication.
SSL_REQUEST = struct.pack("!ii", 8, 80877103)


def postgres_answers(path: Path) -> bool:
    """Whether a Postgres listens at this socket."""
    return _ask(path, SSL_REQUEST).startswith(b"N")


def valkey_answers(path: Path) -> bool:
    """Whether a Valkey (or Redis) listens at this socket."""
    return _ask(path, b"PING\r\n").startswith(b"+PONG")


def shut_valkey_down(path: Path) -> None:
    """Ask the Valkey at this socket to end, saving nothing; returns once it has hung up."""
    _ask(path, b"SHUTDOWN NOSAVE\r\n")


def _ask(path: Path, words: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(TIMEOUT_S)
        try:
            line.connect(str(path))
            line.sendall(words)
            return line.recv(64)
        except OSError:
            return b""
