"""The client on a real socket, where answers are cut, lost, refused or not HTTP at all."""

import asyncio
import contextlib
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from app.bitrix.errors import Garbled, Unreachable
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Transport, open_http

from .canned import first_tokens

TLS_HELLO = b"\x16"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


class Tokens:
    """A sign-in that never changes."""

    def __init__(self, endpoint):
        self._tokens = replace(first_tokens(), endpoint=endpoint)

    @property
    def endpoint(self):
        return self._tokens.endpoint

    async def access(self):
        return self._tokens.access

    async def renew(self, stale):
        raise AssertionError("nothing here expires a token")


@asynccontextmanager
async def served(reply):
    """A server that reads one request and answers these bytes; yields its port."""

    async def answer(reader, writer):
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            if await reader.readexactly(1) != TLS_HELLO:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                await reader.readexactly(length)
            writer.write(reply)
            await writer.drain()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def call(endpoint):
    records = []
    async with open_http() as http:
        transport = Transport(http, Tokens(endpoint), Pacer(100, 100), records.append)
        try:
            return await transport.call("profile"), records
        except (Unreachable, Garbled) as error:
            return error, records


async def test_a_whole_answer_arrives():
    body = b'{"result":{"ID":"7"}}'
    async with served(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body) as port:
        got, (record,) = await call(f"http://127.0.0.1:{port}/rest/")

    assert got == {"ID": "7"}
    assert (record.status, record.failed) == (200, False)


@pytest.mark.parametrize(
    "reply",
    [
        HEAD + b'Content-Length: 500\r\n\r\n{"result":{"ID":',
        HEAD + b'Transfer-Encoding: chunked\r\n\r\n10\r\n{"result"',
        HEAD,
        b"HTTP/1.1 200",
        b"",
    ],
    ids=["half a body", "half a chunk", "half a head", "half a line", "nothing"],
)
async def test_a_cut_connection_may_have_been_a_success(reply):
    async with served(reply) as port:
        error, (record,) = await call(f"http://127.0.0.1:{port}/rest/")

    assert isinstance(error, Unreachable)
    assert (error.reason, error.maybe_done) == ("cut", True)
    assert (record.status, record.failed) == (0, True)


async def test_what_is_no_http_may_have_been_executed():
    async with served(b"\x15\x03\x01 who are you?\r\n\r\n") as port:
        error, _ = await call(f"http://127.0.0.1:{port}/rest/")

    assert isinstance(error, Unreachable)
    assert error.maybe_done


async def test_broken_compression_is_garbled():
    reply = HEAD + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!"
    async with served(reply) as port:
        error, _ = await call(f"http://127.0.0.1:{port}/rest/")

    assert isinstance(error, Garbled)


async def test_a_refused_connection_surely_did_nothing():
    async with served(b"") as port:
        pass
    error, _ = await call(f"http://127.0.0.1:{port}/rest/")

    assert isinstance(error, Unreachable)
    assert (error.reason, error.maybe_done) == ("refused", False)


async def test_a_failed_handshake_surely_did_nothing():
    async with served(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        error, _ = await call(f"https://127.0.0.1:{port}/rest/")

    assert isinstance(error, Unreachable)
    assert (error.reason, error.maybe_done) == ("tls", False)
