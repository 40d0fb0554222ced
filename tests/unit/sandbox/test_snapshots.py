"""All that a portal knows, kept and brought back; copies; and files that nobody should trust."""

import asyncio
import hashlib
import json
import os
import pickle
import stat
import sys

import httpx
import pytest

from app.sandbox.clock import Clock
from app.sandbox.http.server import Options, create
from app.sandbox.keeping import snapshots
from app.sandbox.keeping.house import MAX_SNAPSHOTS
from app.sandbox.keeping.snapshots import SnapshotError
from app.sandbox.process import statefile
from app.sandbox.process.statefile import StateFile

from .conftest import ORIGIN, Desk

BOT = {
    "CODE": "helper",
    "TYPE": "O",
    "PROPERTIES": {"NAME": "Helper"},
    "EVENT_HANDLER": "http://127.0.0.1:9/bot",
}


async def live_a_little(desk):
    """Something of everything that a portal keeps."""
    await desk.open_shop()
    item = await desk.write("Is the lamp in stock?")
    chat = int(item["session"]["CHAT_ID"])
    await desk.order(
        "reply", chat_id=chat, text="Yes!", files=[{"name": "a.png", "content": "aGk="}]
    )
    await desk.order("fault", kind="OVERLOAD_LIMIT", method="user.get", probability=0.5, count=3)
    await desk.ok("event.bind", {"event": "ONAPPTEST", "handler": "http://127.0.0.1:9/"})
    await desk.ok("event.test", {"any": "thing"})
    await desk.ok("imbot.register", BOT)
    await desk.ok("crm.lead.add", {"fields": {"TITLE": "Lamp", "NAME": "Ivo"}})
    await desk.order("install", title="Second")
    await desk.order("close", chat_id=chat)
    return chat


async def test_everything_is_again_as_it_was(desk, clock):
    chat = await live_a_little(desk)
    before = await desk.state()
    await desk.order("snapshot", name="before lunch")

    await desk.write("And in white?", message="m-2")
    await desk.order("spam", chat_id=chat)
    await desk.order("tokens", action="revoke")
    await desk.order("clock", advance=34 * 86_400)
    await desk.order("restore", name="before lunch")

    assert await desk.state() == before
    assert (await desk.ok("profile"))["NAME"] == "Olga"
    assert clock.now() == desk.sandbox.portal.now


async def test_what_is_due_after_a_restore_happens_at_its_time(desk):
    await desk.order("auto-operator", on=True, delay=60)
    await desk.open_shop()
    await desk.write("Anybody here?")
    await desk.order("snapshot", name="waiting")
    await desk.order("clock", advance=61)
    answered = (await desk.state())["chats"][0]["messages"][-1]
    await desk.order("restore", name="waiting")
    waiting = (await desk.state())["chats"][0]["messages"][-1]
    await desk.order("clock", advance=61)

    assert waiting["kind"] != "operator"
    assert (await desk.state())["chats"][0]["messages"][-1] == answered


async def test_a_reset_leaves_the_snapshots(desk):
    await live_a_little(desk)
    await desk.order("snapshot", name="full")
    await desk.order("reset")
    empty = await desk.state()
    await desk.order("restore", name="full")

    assert empty["chats"] == []
    assert len((await desk.state())["chats"]) == 1
    assert [row["name"] for row in (await desk.order("snapshots"))["snapshots"]] == ["full"]


async def test_a_copy_goes_its_own_way(desk):
    chat = await live_a_little(desk)
    copy = desk.sandbox.fork()
    before = await desk.state()

    copy.portal.line_chats[chat].title = "Another title"
    copy.portal.clock.advance(1000)
    copy.portal.users.pop(7)

    assert await desk.state() == before


async def test_copies_draw_the_same_numbers(desk):
    await live_a_little(desk)
    one, other = desk.sandbox.fork().portal, desk.sandbox.fork().portal

    assert one.authority.issue_code(one.app, one.role_user) == other.authority.issue_code(
        other.app, other.role_user
    )
    assert one.next_id("message") == other.next_id("message")


async def test_a_copy_of_a_copy_reads_its_own_clock(desk):
    copy = desk.sandbox.fork().fork()
    copy.portal.clock.advance(3 * 3600)
    copy.portal.queue.put(*_event(copy.portal), copy.portal.now)

    assert copy.portal.queue.rows[0].at == desk.sandbox.portal.now + 3 * 3600
    copy.portal.clock.advance(40 * 86_400)
    assert copy.portal.queue.rows == []


def _event(portal):
    from app.sandbox.delivery.queue import Owner

    return Owner(portal.app.client_id), "ONAPPTEST", {}, {}


@pytest.mark.parametrize("name", [None, "", "  ", 7, ["a"], "x" * 101])
@pytest.mark.parametrize("act", ["snapshot", "restore", "forget-snapshot"])
async def test_a_snapshot_needs_a_name(desk, act, name):
    answer = await desk.http.post(f"/sandbox/{act}", json={"name": name})

    assert answer.status_code == 400


@pytest.mark.parametrize("act", ["restore", "forget-snapshot"])
async def test_an_unknown_snapshot_is_told(desk, act):
    answer = await desk.http.post(f"/sandbox/{act}", json={"name": "nothing"})

    assert (answer.status_code, answer.json()["error"]) == (404, "There is no such snapshot.")


async def test_there_is_room_for_so_many_snapshots(desk):
    for number in range(MAX_SNAPSHOTS):
        await desk.order("snapshot", name=str(number))
    full = await desk.http.post("/sandbox/snapshot", json={"name": "one more"})
    await desk.order("snapshot", name="0")
    await desk.order("forget-snapshot", name="1")

    assert full.status_code == 409
    assert (await desk.order("snapshot", name="one more"))["ok"]


@pytest.mark.parametrize("act", ["fork", "unfork", "forks"])
async def test_a_portal_in_memory_has_no_sockets(desk, act):
    assert (await desk.http.post(f"/sandbox/{act}", json={})).status_code == 409


def sealed(body: bytes, **changes) -> bytes:
    """A file whose sums are right, whatever is in it."""
    header = {
        "format": snapshots.FORMAT,
        "program": "0",
        "size": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
        "clock": {"now": 1.0, "pushed": 0.0},
        "layouts": {},
        **changes,
    }
    return b"".join((b"openline-sandbox-state\n", json.dumps(header).encode(), b"\n", body))


def calling(function: bytes, argument: bytes) -> bytes:
    """A pickle that calls `module name` with a text when it is read."""
    return b"c" + function.replace(b" ", b"\n") + b"\n(V" + argument + b"\ntR."


@pytest.mark.parametrize(
    "function",
    [
        b"os system",
        b"posix system",
        b"builtins eval",
        b"builtins getattr",
        b"builtins __import__",
        b"subprocess Popen",
        b"app.sandbox.process.command run",
        b"app.sandbox.keeping.snapshots sys.modules",
        b"app.sandbox.keeping.snapshots hashlib",
        b"app.sandbox.http.server Sandbox",
        b"app.sandbox.process.serving Hosting",
        b"app.sandbox.process.statefile StateFile",
        b"app.sandbox.portal Portal",
        b"app.sandbox.keeping.seeds json.loads",
        b"app.sandbox.model dataclass",
        b"collections namedtuple",
        b"random SystemRandom",
        b"functools partial",
    ],
)
def test_a_file_cannot_call_anything(function, tmp_path):
    portal = create(Options(), clock=Clock.frozen()).portal
    before = dict(vars(portal))

    with pytest.raises(SnapshotError):
        snapshots.load(portal, sealed(calling(function, str(tmp_path / "made").encode())))

    assert vars(portal) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no state"),
        (b"SQLite format 3\0" + bytes(100), "no state"),
        (b"openline-sandbox-state\n", "damaged"),
        (b"openline-sandbox-state\n{}\n", "damaged"),
        (b"openline-sandbox-state\n[1]\n", "damaged"),
        (b"openline-sandbox-state\n" + b"[" * 100_000 + b"\n", "damaged"),
        (sealed(b"\x80\x05."), "damaged"),
        (sealed(pickle.dumps({})), "another version"),
        (sealed(pickle.dumps([1])), "another version"),
        (sealed(b"", format=99), "another version"),
        (sealed(b"", format="2"), "another version"),
        (sealed(b"", layouts={"app.sandbox.model:App": ["id"]}), "another version"),
        (sealed(b"", layouts={"app.sandbox.model:Gone": []}), "another version"),
        (sealed(b"", layouts={"os:system": []}), "another version"),
        (sealed(pickle.dumps({}), clock=None), "damaged"),
        (sealed(pickle.dumps({}), clock={"now": 1e300, "pushed": 0}), "damaged"),
        (sealed(pickle.dumps({}), size=1), "damaged"),
        (sealed(pickle.dumps({}), sha256="0" * 64), "damaged"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(data, words):
    portal = create(Options(), clock=Clock.frozen()).portal
    before = dict(vars(portal))

    with pytest.raises(SnapshotError, match=words):
        snapshots.load(portal, data)

    assert vars(portal) == before


def test_every_cut_and_every_wrong_byte_is_noticed():
    portal = create(Options(), clock=Clock.frozen()).portal
    data = snapshots.save(portal)

    for place in range(0, len(data), 997):
        wrong = data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :]
        for broken in (data[:place], wrong):
            try:
                snapshots.load(portal, broken)
            except SnapshotError:
                continue
            assert broken[place:] and place < data.index(b"\n", 30), place  # a word in the header


def test_the_clock_never_shows_an_earlier_moment():
    portal = create(Options(), clock=Clock.frozen(2_000_000_000)).portal
    data = snapshots.save(portal)
    other = create(Options(), clock=Clock.frozen(1_900_000_000)).portal
    snapshots.load(other, data)

    assert other.now == 2_000_000_000


def test_a_state_file_is_ours_alone_and_whole(tmp_path):
    path = tmp_path / "state"
    sandbox = create(Options(), clock=Clock.frozen())
    with StateFile.opened(path) as file:
        over = asyncio.Event()
        over.set()
        asyncio.run(file.follow(sandbox.house, over))
        with pytest.raises(ValueError, match="in use by another"), StateFile.opened(path):
            pass
        other = create(Options(random_seed=5), clock=Clock.frozen())
        assert file.read_into(other.portal)

    assert other.portal.options == sandbox.portal.options
    assert [each.name for each in tmp_path.iterdir()] == ["state"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_state_is_written_soon_after_a_change_and_not_without_one(
    desk, tmp_path, monkeypatch
):
    monkeypatch.setattr(statefile, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(statefile, "PAUSE_FACTOR", 0)
    house, over, first = desk.sandbox.house, asyncio.Event(), asyncio.Event()
    loop, written = asyncio.get_running_loop(), []

    class Watched(StateFile):
        def _replace(self, data: bytes) -> None:
            written.append(house.touched)
            loop.call_soon_threadsafe((first if len(written) == 1 else over).set)
            super()._replace(data)

    async with asyncio.TaskGroup() as group:
        group.create_task(Watched(tmp_path / "state").follow(house, over))
        await first.wait()
        await desk.ok("profile")

    assert len(written) == 3  # at the start, after the change, at the end
    assert written[0] < written[1] == written[2]


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    file = StateFile(tmp_path / "state")
    file._replace(b"first")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        file._replace(b"second")

    assert (tmp_path / "state").read_bytes() == b"first"
    assert [each.name for each in tmp_path.iterdir()] == ["state"]


@pytest.mark.parametrize("content", [b"", b"My diary", b"openline-sandbox-state\n{}"])
def test_a_foreign_file_is_left_alone(tmp_path, content):
    path = tmp_path / "diary"
    path.write_bytes(content)
    portal = create(Options(), clock=Clock.frozen()).portal

    with StateFile.opened(path) as file, pytest.raises(ValueError, match="cannot be used"):
        file.read_into(portal)

    assert path.read_bytes() == content


async def test_a_copy_and_its_origin_answer_the_same_to_the_same(desk):
    chat = await live_a_little(desk)
    await desk.order("preset", name="unlimited")
    copy = Desk(desk.sandbox.fork(), desk.http)
    copy.token = desk.token
    transport = httpx.ASGITransport(copy.sandbox.app)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as copy.http:
        said = [await go_on(each, chat) for each in (desk, copy)]

    for one, other in zip(*said, strict=True):
        assert one == other


async def go_on(desk, chat):
    """What follows, as the texts of all answers."""
    said = []
    for person in range(5):
        item = {
            "user": {"id": f"p-{person}"},
            "message": {"id": f"n-{person}", "text": "?"},
            "chat": {"id": f"d-{person}"},
        }
        channel = {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": [item]}
        said.append(await desk.call("imconnector.send.messages", channel))
    for order, fields in (
        ("reply", {"chat_id": chat, "text": "Anything else?"}),
        ("tokens", {"action": "expire", "which": "refresh"}),
        ("clock", {"advance": 1800}),
    ):
        said.append(await desk.order(order, **fields))
    for method in ("im.recent.list", "user.get", "crm.lead.list", "event.offline.get", "profile"):
        said.append(await desk.call(method))
    said.append(await desk.state())
    return said
