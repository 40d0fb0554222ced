"""Servers on real sockets that write down every byte that reaches them, and a proxy between.

`listening()` is a web server with or without TLS, `proxying()` an HTTP proxy that leads every name
to one port of this machine, `Identity` a certificate with a fault of one's choice.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came over the wire."""

    verb: str
    path: str
    host: str
    body: bytes
    raw: bytes


@dataclass
class Line:
    """What a server heard. `received` are the bytes after TLS, `lines` the connections made."""

    port: int = 0
    lines: int = 0
    asked: list[Asked] = field(default_factory=list)
    received: bytearray = field(default_factory=bytearray)

    @property
    def origin(self) -> str:
        """Its address, without TLS."""
        return f"http://127.0.0.1:{self.port}"


Answer = Callable[[Asked], bytes]


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A whole HTTP answer."""
    fields = {"Content-Type": "application/json", **headers, "Content-Length": str(len(body))}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


class _Greeting(ConnectionError):
    """Somebody begins to speak TLS to a server that does not."""


async def _read(reader: asyncio.StreamReader, line: Line) -> Asked:
    if (start := await reader.readexactly(1)) == b"\x16":
        raise _Greeting
    head = start + await reader.readuntil(b"\r\n\r\n")
    line.received += head
    first, *rest = head.decode("latin-1").split("\r\n")
    fields = {key.casefold(): value for key, _, value in (each.partition(": ") for each in rest)}
    body = await reader.readexactly(int(fields.get("content-length", "0")))
    line.received += body
    verb, path, _ = first.split(" ")
    return Asked(verb, path, fields.get("host", ""), body, head + body)


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def _serving(line: Line, serve: Serve, tls: ssl.SSLContext | None) -> AsyncIterator[None]:
    """Serve on a free port; at the end nobody is left who holds a socket."""
    tasks: set[asyncio.Task[None]] = set()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        line.lines += 1
        try:
            await serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass  # the other side hung up
        except asyncio.CancelledError:
            pass  # the test is over
        finally:
            tasks.discard(task)
            writer.close()

    server = await asyncio.start_server(accept, "127.0.0.1", 0, ssl=tls)
    line.port = server.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        server.close()
        left = list(tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await asyncio.sleep(0)  # aborted transports close their sockets in the next turn


@asynccontextmanager
async def listening(answers: Answer, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[Line]:
    """A web server on a free port of this machine."""
    line = Line()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            try:
                asked = await _read(reader, line)
            except _Greeting:
                writer.write(answer(b"", "400 Bad Request"))
                await writer.drain()
                raise
            line.asked.append(asked)
            writer.write(answers(asked))
            await writer.drain()

    async with _serving(line, serve, tls):
        yield line


@asynccontextmanager
async def proxying(target: int) -> AsyncIterator[Line]:
    """A proxy: every request leads to `target`, whatever name was asked for."""
    line = Line()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await _read(reader, line)
        line.asked.append(asked)
        inner, out = await asyncio.open_connection("127.0.0.1", target)
        if asked.verb == "CONNECT":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            out.write(asked.raw)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pipe(reader, out))
                group.create_task(_pipe(inner, writer))
        except* ConnectionError:
            pass
        finally:
            out.transport.abort()

    async with _serving(line, serve, None):
        yield line


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while chunk := await reader.read(65536):
        writer.write(chunk)
        await writer.drain()
    raise ConnectionError("one side has hung up, so the other one may go")


@dataclass(frozen=True, slots=True)
class Identity:
    """A server's side of TLS, and the authority that has to be believed."""

    context: ssl.SSLContext
    authority: bytes

    def ca_file(self, folder: Path) -> str:
        """The authority as a file for a profile."""
        path = folder / "authority.pem"
        path.write_bytes(self.authority)
        return str(path)


def identity(*names: str, **validity: Any) -> Identity:
    """A certificate of an authority of its own; `not_before`, `not_after` as in trustme."""
    authority = trustme.CA(organization_name="Acme authority")
    certificate = authority.issue_cert(*(names or ("127.0.0.1",)), **validity)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return Identity(context, authority.cert_pem.bytes())


def expired() -> Identity:
    """Valid until yesterday."""
    now = datetime.now(UTC)
    return identity(not_before=now - 9 * DAY, not_after=now - DAY)


def not_yet_valid() -> Identity:
    """Valid from tomorrow."""
    now = datetime.now(UTC)
    return identity(not_before=now + DAY, not_after=now + 9 * DAY)


def self_signed(folder: Path, name: str = "127.0.0.1") -> Identity:
    """A certificate that speaks for itself only."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + DAY)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "self-signed.pem"
    path.write_bytes(secret + pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return Identity(context, pem)
