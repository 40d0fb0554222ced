"""`listen` and `tail` as people run them: real processes, a real portal, a real handler."""

import asyncio
import json
import os
import signal
import sys
import threading
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict

import pytest

from app.bitrix.connection import open_http
from app.domain.dialog import DialogState
from app.portals import Portals
from app.settings import Settings
from tests.e2e.conftest import ROOT, serve
from tests.helpers.desk import Portal, connected, messages, open_test_desk, written
from tests.helpers.handler import free_port, local_handler

PASSPHRASE = "correct horse battery"
AUTH = {
    *("access_token", "expires", "expires_in", "scope", "domain", "server_endpoint", "status"),
    *("client_endpoint", "member_id", "user_id", "application_token"),
}


@asynccontextmanager
async def console(*words, **environment):
    """The program in a process of its own; its lines can be read as they come."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app", *words),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "OPENLINE_CONSOLE_PASSPHRASE": PASSPHRASE, **environment},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def line_of(stream, begin=""):
    """The next line that begins so."""
    async with asyncio.timeout(60):
        while True:
            line = (await stream.readline()).decode()
            assert line, "it ended"
            if line.startswith(begin):
                return line.rstrip("\n")


async def end(process, how=signal.SIGINT):
    """Ctrl+C, or worse; answers the exit code and what it said."""
    process.send_signal(how)
    async with asyncio.timeout(60):
        _, said = await process.communicate()
    return process.returncode, said.decode()


@pytest.fixture
async def place(tmp_path, vault, until):
    """A portal with a dialog in which operators write, and how to write in it."""
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
            chat = desk.dialogs.get(dialog)
        yield portal, chat


def address(portal):
    return portal.about["portal"]


async def test_a_posted_event_is_what_the_portal_posts(tmp_path, vault, until):
    """Events that are bound both ways: posted by the portal itself and by the console."""
    bound = {"ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORSTATUSDELETE"}
    with local_handler() as theirs, local_handler() as ours:
        async with serve("--no-self-exclusion") as portal:
            session = await portal.sign_in(vault=vault)
            async with open_test_desk(portal, tmp_path, session=session) as desk:
                await connected(desk)
                for name in bound:
                    await session.caller.call("event.bind", {"event": name, "handler": theirs.url})
                dialog = await written(desk)
                await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
                chat = desk.dialogs.get(dialog)
            url = address(portal)
            words = ("listen", "--forward-to", ours.url, "--sandbox-url", url, "--with-token")
            async with console(*words) as process:
                await line_of(process.stderr, "access_token")
                text = "100 % [b]yes[/b] & no\n+ü😀"
                await portal.reply(chat, text, files=[{"name": "lamp.png"}])
                await portal.order("disconnect", connector=chat.connector, line=chat.line)
                await until(lambda: bound <= named(theirs) and bound <= named(ours))
                assert (await end(process))[0] == 0

    ours_by = {post.fields["event"]: post for post in ours.posts}
    theirs_by = {post.fields["event"]: post for post in theirs.posts}
    for name in bound:
        mine, portals = ours_by[name], theirs_by[name]
        differs = {
            key
            for key in {*mine.fields, *portals.fields}
            if mine.fields.get(key) != portals.fields.get(key)
        }
        # whose handler it is and who may call back: the portal alone knows the number, the token
        # of the operator and the application's own; the moment of a row has no fractions
        known = {"event_handler_id", "ts"} | {
            f"auth[{key}]"
            for key in ("access_token", "expires", "expires_in", "user_id", "application_token")
        }
        assert differs <= known | {"auth[scope]"}, differs
        assert set(mine.fields) == set(portals.fields), "the same names, no more and no fewer"
        assert sorted(mine.fields["auth[scope]"].split(",")) == sorted(
            portals.fields["auth[scope]"].split(",")
        )
        assert abs(int(mine.fields["ts"]) - int(portals.fields["ts"])) <= 1
        for header in ("content-type", "user-agent"):
            assert mine.headers[header] == portals.headers[header]
    assert {f"auth[{key}]" for key in AUTH} <= set(ours_by["ONIMCONNECTORMESSAGEADD"].fields)


def named(handler):
    return {post.fields["event"] for post in handler.posts}


async def test_a_killed_listen_loses_nothing(place, tmp_path, until):
    """kill -9 while the handler works on a post; the next run goes on there."""
    portal, chat = place
    with local_handler() as handler:
        handler.decide = slow_at(handler, 3)
        words = ("listen", "--forward-to", handler.url)
        async with signed_in(portal, tmp_path) as folder:
            async with console(*words, "--data-dir", folder) as process:
                await line_of(process.stderr, "access_token")
                for number in range(5):
                    await portal.reply(chat, f"reply {number}")
                await until(lambda: len(handler.texts()) == 3)
                assert (await end(process, signal.SIGKILL))[0] == -9
            async with console(*words, "--data-dir", folder) as process:
                await line_of(process.stderr, "access_token")
                await until(lambda: len(handler.texts()) >= 6)
                assert (await end(process))[0] == 0

    said = [text.rpartition("[br]")[2] for text in handler.texts()]
    assert said == [f"reply {number}" for number in (0, 1, 2, 2, 3, 4)]


def slow_at(handler, number):
    """A handler that takes its time for one message."""

    def decide(_post):
        if len(handler.texts()) == number:
            threading.Event().wait(1.0)
        return 200

    return decide


@asynccontextmanager
async def signed_in(portal, tmp_path):
    """A data folder in which somebody has signed in to the portal."""
    folder = tmp_path / "data"
    browser = f"{sys.executable} -c " + (
        "'import sys,httpx; httpx.get(sys.argv[1],follow_redirects=True,trust_env=False)' %s"
    )
    about = portal.about
    words = ("login", about["portal"], "--client-id", about["client_id"])
    more = ("--redirect", about["redirect_uri"], "--keys", "file", "--data-dir", str(folder))
    secrets = {"OPENLINE_CONSOLE_SECRET": about["client_secret"], "BROWSER": browser}
    async with console(*words, *more, **secrets) as process:
        _, said = await process.communicate()
        assert process.returncode == 0, said.decode()
    yield str(folder)


async def test_a_handler_that_is_down_is_told_and_waited_for(place, until):
    portal, chat = place
    with free_port() as port:
        pass
    target = f"http://127.0.0.1:{port}/handler"
    async with console("listen", "--forward-to", target, "--sandbox-url", address(portal)) as it:
        await line_of(it.stderr, "access_token")
        await portal.reply(chat, "hello")
        assert "nothing listens there" in await line_of(it.stderr, "Nobody answers")
        with local_handler(port) as handler:
            await until(lambda: handler.posts)
            assert "200 in" in (await last_line(it.stdout, "200"))
            assert (await end(it))[0] == 0


async def last_line(stream, word):
    while True:
        line = await line_of(stream)
        if word in line:
            return line


async def test_tail_prints_each_event_as_one_json_object_a_line(place):
    portal, chat = place
    async with console("tail", "--json", "--sandbox-url", address(portal)) as process:
        await polling(portal)
        number = await portal.reply(chat, "line one\nline two \u2028 \u202e end")
        row = await message_of(process.stdout)
        code, _ = await end(process)

    assert code == 0
    assert (row["version"], row["part"], row["name"]) == (1, 0, "ONIMCONNECTORMESSAGEADD")
    assert (row["connector"], row["line"], row["chat"]) == (chat.connector, chat.line, chat.chat)
    assert row["message"]["im"] == number
    assert row["message"]["text"].endswith("line one\nline two \u2028 \u202e end")
    assert str(row["raw"]["EVENT_DATA"]["MESSAGES"][0]["im"]["message_id"]) == str(number)
    assert {"id", "row", "at", "committed_at", "source", "unreadable"} <= set(row)


async def message_of(stream):
    """The next line of a message: the beginning of a session may come before."""
    while True:
        row = json.loads(await line_of(stream))
        if row["message"] is not None:
            return row


async def polling(portal):
    """Somebody has looked into the queue."""
    async with asyncio.timeout(60):
        before = len(await portal.calls("event.offline.get"))
        while len(await portal.calls("event.offline.get")) < before + 2:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)


async def test_a_reader_who_has_enough_ends_tail_without_a_complaint(place):
    portal, chat = place
    async with console("tail", "--json", "--sandbox-url", address(portal)) as process:
        await polling(portal)
        await portal.reply(chat, "one")
        await line_of(process.stdout)
        process.stdout._transport.close()
        await portal.reply(chat, "two")
        async with asyncio.timeout(60):
            said = (await process.stderr.read()).decode()
            code = await process.wait()

    assert (code, said) == (0, "")


async def test_two_commands_share_one_poller(place, tmp_path, until):
    portal, chat = place
    async with signed_in(portal, tmp_path) as folder:
        place_words = ("--data-dir", folder)
        with local_handler() as handler:
            listen = ("listen", "--forward-to", handler.url, *place_words)
            async with console("tail", "--json", *place_words) as tail:
                await polling(portal)
                async with console(*listen) as listener:
                    await line_of(listener.stderr, "access_token")
                    assert "its journal is followed" in await last_line(listener.stderr, "polls")
                    await portal.reply(chat, "hello")
                    await until(handler.texts)
                    row = await message_of(tail.stdout)
                    assert row["message"]["text"] == handler.texts()[0]

                    assert (await end(tail))[0] == 0
                    await last_line(listener.stderr, "fetched here now")
                    await portal.reply(chat, "the first has ended")
                    await until(lambda: len(handler.texts()) == 2)
                    assert (await end(listener))[0] == 0


@asynccontextmanager
async def window(folder):
    """What a window does with a sandbox of its own, without the window; the portal and the desk."""
    portals = Portals(Settings(folder, isolated=True), lambda *_: None, lambda: None)
    await portals.load()
    try:
        session = await portals.open_sandbox(lambda _: None, ("", ""))
        desk = await portals.open_desk(session, auto_deliver=False)
        async with open_http() as http:
            yield Portal(http, asdict(portals.sandbox)), desk
    finally:
        await portals.close()


async def test_a_command_follows_the_window_that_works_on_its_own_sandbox(tmp_path, until):
    texts = [f"reply {number}" for number in range(12)]
    async with AsyncExitStack() as stack:
        portal, desk = await stack.enter_async_context(window(tmp_path / "window"))
        await connected(desk)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        where = ("--sandbox-url", address(portal))
        async with console("tail", "--json", *where, "--data-dir", str(tmp_path / "t")) as tail:
            assert "its journal is followed" in await line_of(tail.stderr)
            for text in texts:
                await portal.reply(desk.dialogs.get(dialog), text)
            assert await replies(tail, 12) == texts
            await desk.inbox.apply_waiting()
            shown = [each.text for each in await messages(desk, dialog)]
            assert [text for text in shown if text in texts] == texts

            file = tmp_path / "talk.json"
            async with console("export", "--out", str(file), *where) as exporting:
                await exporting.wait()
            assert all(text in file.read_text() for text in texts)

            await stack.aclose()
            async with asyncio.timeout(60):
                assert await tail.wait() == 3, "the sandbox has ended"


async def test_of_two_commands_at_a_sandbox_one_polls(place):
    portal, chat = place
    words = ("tail", "--json", "--sandbox-url", address(portal))
    async with console(*words) as first:
        await polling(portal)
        async with console(*words) as second:
            assert "its journal is followed" in await line_of(second.stderr)
            texts = [f"reply {number}" for number in range(6)]
            for text in texts:
                await portal.reply(chat, text)
            assert await replies(first, 6) == await replies(second, 6) == texts


async def test_commands_that_start_at_the_same_moment_all_get_every_event(place):
    portal, chat = place
    words = ("tail", "--json", "--since", "all", "--sandbox-url", address(portal))
    async with console(*words) as one, console(*words) as two, console(*words) as three:
        texts = [f"reply {number}" for number in range(4)]
        for text in texts:
            await portal.reply(chat, text)
        for each in (one, two, three):
            assert await replies(each, 4) == texts


async def replies(process, count):
    """The next texts of operators; the customer's own may stand between them."""
    found = []
    while len(found) < count:
        text = (await message_of(process.stdout))["message"]["text"].rpartition("[br]")[2]
        found += [text] if text.startswith("reply") else []
    return found


async def test_who_has_signed_in_nowhere_is_told_of_the_way_to_a_sandbox(tmp_path):
    async with console("tail", "--data-dir", str(tmp_path)) as process:
        _, said = await process.communicate()

    assert process.returncode == 2
    assert "Nobody has signed in" in said.decode()
    assert "--sandbox-url" in said.decode()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--forward-to", "http://example.com/"), 2, "example.com is not this machine"),
        (("--forward-to", "ftp://localhost/"), 2, "Only http and https"),
        (
            ("--forward-to", "http://h.example/", "--allow-host", "h.example", "--with-token"),
            2,
            "on this machine only",
        ),
        (("--forward-to", "localhost:8000", "--profile", "nobody"), 2, "portal"),
        (("--forward-to", "localhost:8000", "--sandbox-url", "http://127.0.0.1:9"), 3, "answer"),
        (
            ("--forward-to", "localhost:8000", "--sandbox-url", "https://a.example"),
            2,
            "this machine",
        ),
    ],
)
async def test_wrong_use_is_told_before_anything_is_posted(tmp_path, words, code, told):
    async with console("listen", *words, "--data-dir", str(tmp_path)) as process:
        _, said = await process.communicate()

    assert (process.returncode, told in said.decode()) == (code, True), said.decode()
