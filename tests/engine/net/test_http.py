"""The way out, against servers that behave as badly as servers do."""

import asyncio
import datetime
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from engine.errors import InputError
from engine.net.answer import Answered, NoAnswer, NotSent
from engine.net.http import Http, Request

Behave = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(behave: Behave, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """A server that treats every connection as told."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await behave(reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=tls)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


def saying(answer: bytes) -> Behave:
    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()

    return behave


def ok(body: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


@pytest.fixture
async def http() -> AsyncIterator[Http]:
    async with Http() as http:
        yield http


async def test_an_answer_is_given_whole(http: Http) -> None:
    async with serving(saying(ok(b'{"a": 1}', "X-Thing: yes"))) as url:
        answer = await http.send(Request("GET", url))
    assert isinstance(answer, Answered)
    assert (answer.status, answer.json(), answer.headers["x-thing"]) == (200, {"a": 1}, "yes")


@pytest.mark.parametrize("body", [b"<html>", b"", b"[" * 100_000, b"\xff"])
async def test_what_is_no_json_reads_as_none(body: bytes) -> None:
    assert Answered(200, {}, body).json() is None


async def test_connections_are_used_again(http: Http) -> None:
    connections = 0

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        while True:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(ok(b"x"))

    async with serving(behave) as url:
        for _ in range(5):
            assert isinstance(await http.send(Request("GET", url)), Answered)
    assert connections == 1


async def test_a_redirect_is_an_answer_and_not_followed(http: Http) -> None:
    redirect = b"HTTP/1.1 302 Found\r\nLocation: /inside\r\nContent-Length: 0\r\n\r\n"
    async with serving(saying(redirect)) as url:
        answer = await http.send(Request("GET", url))
    assert isinstance(answer, Answered)
    assert answer.status == 302


async def test_nobody_listening_means_not_sent(http: Http) -> None:
    assert await http.send(Request("GET", "http://127.0.0.1:9")) == NotSent("ConnectError")


async def test_silence_ends_at_the_deadline_of_each(http: Http) -> None:
    async def behave(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    async with serving(behave) as url:
        long, short = (
            asyncio.create_task(http.send(Request("POST", url, body=b"{}", total_s=seconds)))
            for seconds in (60, 0.2)
        )
        done, _ = await asyncio.wait((long, short), return_when=asyncio.FIRST_COMPLETED)
        long.cancel()
    assert done == {short}
    assert short.result() == NoAnswer("TimeoutError")


async def test_an_answer_that_drips_ends_at_the_deadline_too(http: Http) -> None:
    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with serving(behave) as url:
        assert await http.send(Request("GET", url, total_s=0.3)) == NoAnswer("TimeoutError")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "RemoteProtocolError"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "RemoteProtocolError"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "RemoteProtocolError"),
        (ok(b"x" * 2000), "TooLong"),
        (ok(gzip.compress(b"0" * 1000), "Content-Encoding: gzip"), "Encoded"),
    ],
    ids=["closed", "no http", "cut off", "too long", "encoded"],
)
async def test_a_useless_answer_is_none(http: Http, answer: bytes, reason: str) -> None:
    async with serving(saying(answer)) as url:
        assert await http.send(Request("GET", url, answer_limit=1000)) == NoAnswer(reason)


async def test_an_endless_answer_stops_at_its_limit(http: Http) -> None:
    sent = 0

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while sent < 500 << 20:
            writer.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
            await writer.drain()
            sent += 0x10000

    async with serving(behave) as url:
        assert await http.send(Request("GET", url)) == NoAnswer("TooLong")
    assert sent < 50 << 20


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "ftp://x/y", "//host/x", "http://", "x"])
async def test_only_http_urls_are_urls(http: Http, url: str) -> None:
    with pytest.raises(InputError):
        await http.send(Request("GET", url))


def certificate(name: str, folder: Path) -> Path:
    """A certificate of its own authority for one name, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    today = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(today)
        .not_valid_after(today + datetime.timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    pem = serialization.Encoding.PEM
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(pem)
    )
    return path


@pytest.mark.parametrize(
    ("named", "expected"),
    [("localhost", Answered), ("another.example", NotSent)],
)
async def test_the_certificate_is_checked_against_the_name(
    tmp_path: Path, named: str, expected: type
) -> None:
    path = certificate(named, tmp_path)
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(path)
    async with (
        serving(saying(ok(b"x")), server) as url,
        Http(tls=ssl.create_default_context(cafile=path)) as http,
    ):
        port = url.rpartition(":")[2]
        assert isinstance(await http.send(Request("GET", f"https://localhost:{port}/")), expected)
