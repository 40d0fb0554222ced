"""All that a portal knows, kept and brought back; copies; and files that nobody should trust."""

import asyncio
import hashlib
import json
import os
import stat
import sys
from pathlib import Path

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


def sealed(body: bytes = b"", **changes) -> bytes:
    """A file whose sums are right, whatever is in it."""
    header = {
        "format": snapshots.FORMAT,
        "program": "0",
        "size": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
        "clock": {"now": 1.0, "pushed": 0.0},
        "groups": [],
        **changes,
    }
    return b"".join((b"openline-sandbox-state\n", json.dumps(header).encode(), b"\n", body))


def holding(*groups: tuple[str, list[str], list[object]]) -> bytes:
    """A file with rows of kinds, each with names of its fields; the first thing is the state."""
    lines = [json.dumps([number, rows]).encode() for number, (_, _, rows) in enumerate(groups)]
    return sealed(b"\n".join(lines), groups=[[kind, names] for kind, names, _ in groups])


@pytest.mark.parametrize(
    "kind",
    [
        "os:system",
        "posix:system",
        "builtins:eval",
        "eval",
        "subprocess:Popen",
        "pathlib:Path",
        "app.sandbox.process.command:run",
        "app.sandbox.keeping.snapshots:hashlib",
        "app.sandbox.http.server:Sandbox",
        "app.sandbox.process.serving:Hosting",
        "app.sandbox.process.statefile:StateFile",
        "app.sandbox.portal:Portal",
        "app.sandbox.clock:Clock",
        "app.sandbox.keeping.seeds:json.loads",
        "app.sandbox.model:dataclass",
        "app.sandbox.model:App.__init__",
        "app.sandbox.not_there:Thing",
        "",
    ],
)
def test_a_file_makes_nothing_but_records(kind):
    portal = create(Options(), clock=Clock.frozen()).portal
    before = dict(vars(portal))

    with pytest.raises(SnapshotError, match="another version"):
        snapshots.load(portal, holding((kind, [], [[]])))

    assert vars(portal) == before


OWNER = ("app.sandbox.delivery.queue:Owner", ["app", "auth_connector"])


@pytest.mark.parametrize(
    "groups",
    [
        [("dict", [], [[1]])],
        [("dict", [], [["a", [0, 9]]])],
        [("dict", [], [["a", [7, 0]]])],
        [("dict", [], [["a", []]])],
        [("dict", [], [["a", ["x", 1]]])],
        [("dict", [], [["a", ["b", "?"]]])],
        [("dict", [], [["a", {}]])],
        [("dict", [], [["a", 1], 7])],
        [("dict", [], [[["dict"], 1]])],
        [("set", [], [[[0, 0]]])],
        [("deque", [], [["long", 1]])],
        [("Random", [], [[3, ["t", 1, 2], None]])],
        [("dict", [], [["a", [1, 0]]]), (*OWNER, [["only one"]])],
        [("dict", [], [[[1, 0], 1]]), (*OWNER, [[[1, 0], ""]])],
    ],
)
def test_rows_that_fit_nowhere_are_damage(groups):
    portal = create(Options(), clock=Clock.frozen()).portal
    before = dict(vars(portal))

    with pytest.raises(SnapshotError, match="damaged"):
        snapshots.load(portal, holding(*groups))

    assert vars(portal) == before


@pytest.mark.parametrize("depth", [900, 100_000])
def test_a_deep_key_ends_nothing(depth):
    portal = create(Options(), clock=Clock.frozen()).portal
    key = b'["t",' * depth + b"1" + b"]" * depth
    body = b"[0,[[" + key + b",1]]]"

    with pytest.raises(SnapshotError):
        snapshots.load(portal, sealed(body, groups=[["dict", []]]))


def test_a_long_chain_of_things_ends_nothing():
    portal = create(Options(), clock=Clock.frozen()).portal
    chain = [[[0, place + 1]] for place in range(200_000)]

    with pytest.raises(SnapshotError):
        snapshots.load(portal, holding(("list", [], [*chain, []])))


def test_a_file_of_more_things_than_a_portal_has_is_refused_before_they_are_made(monkeypatch):
    monkeypatch.setattr(snapshots, "MAX_LISTS", 1000)
    portal = create(Options(), clock=Clock.frozen()).portal

    with pytest.raises(SnapshotError, match="holds more"):
        snapshots.load(portal, holding(("list", [], [[]] * 1001)))


@pytest.mark.parametrize("name", ["_clock", "judge", "__class__"])
def test_a_part_of_the_portal_gets_its_own_fields_only(name):
    portal = create(Options(), clock=Clock.frozen()).portal
    kind = "app.sandbox.auth:Authority"

    with pytest.raises(SnapshotError, match="another version"):
        snapshots.load(portal, holding((kind, [name], [[None]])))

    assert portal.authority.judge.__func__ is type(portal.authority).judge


@pytest.mark.parametrize(("name", "value"), [("plan", "none"), ("rate_limit", 7), ("scope", None)])
def test_switches_that_no_portal_could_have_are_refused(name, value):
    portal = create(Options(), clock=Clock.frozen()).portal
    object.__setattr__(portal.options, name, value)
    data = snapshots.save(portal)

    with pytest.raises(SnapshotError):
        snapshots.load(create(Options(), clock=Clock.frozen()).portal, data)


def test_what_is_shared_is_shared_again_and_what_is_not_is_not():
    portal = create(Options(), clock=Clock.frozen()).portal
    shared, empty = ["a"], {}
    portal.user_options["x", 1] = {"one": shared, "two": shared, "e": empty, "f": empty, "g": {}}
    portal.user_options["x", 2] = portal.user_options["x", 1]

    options = snapshots.twin(portal, snapshots.save(portal)).user_options
    again = options["x", 1]

    assert again == {"one": ["a"], "two": ["a"], "e": {}, "f": {}, "g": {}}
    assert again["one"] is again["two"] is not shared
    assert again["e"] is again["f"] is not again["g"]
    assert options["x", 2] is again


@pytest.mark.parametrize(
    "value", [-0.0, 1e300, 10**40, "\ud800\0", b"\xff\0", ("a", (1, None)), [[[True]]], {(1,): {2}}]
)
def test_every_value_comes_back_as_it_was(value):
    portal = create(Options(), clock=Clock.frozen()).portal
    portal.user_options["x", 1] = {"value": value}
    again = snapshots.twin(portal, snapshots.save(portal)).user_options["x", 1]["value"]

    assert (type(again), repr(again)) == (type(value), repr(value))


def test_what_is_deep_is_kept_too():
    portal = create(Options(), clock=Clock.frozen()).portal
    deep = []
    for _ in range(50_000):
        deep = [deep]
    portal.user_options["x", 1] = {"deep": deep}
    again = snapshots.twin(portal, snapshots.save(portal)).user_options["x", 1]["deep"]

    for _ in range(50_000):
        (again,) = again
    assert again == []


async def test_what_cannot_be_kept_is_refused_in_a_sentence(desk, monkeypatch):
    await desk.order("snapshot", name="before")
    desk.sandbox.portal.user_options["x", 1] = {"no": object()}
    odd = await desk.http.post("/sandbox/snapshot", json={"name": "odd"})
    desk.sandbox.portal.user_options.clear()
    monkeypatch.setattr(snapshots, "MAX_LISTS", 10)
    full = await desk.http.post("/sandbox/snapshot", json={"name": "full"})
    back = await desk.http.post("/sandbox/restore", json={"name": "before"})

    assert [each.status_code for each in (odd, full, back)] == [409] * 3
    assert "no record" in odd.json()["error"]
    assert "more than the sandbox reads" in full.json()["error"]
    assert (await desk.order("snapshots"))["snapshots"][0]["name"] == "before"


async def test_a_portal_that_cannot_be_kept_serves_on_and_leaves_the_file(
    desk, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(statefile, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(statefile, "PAUSE_FACTOR", 0)
    path, house, over = tmp_path / "state", desk.sandbox.house, asyncio.Event()
    file = StateFile(path)
    file._replace(b"the good one")
    tried = asyncio.Event()

    def collect(_portal):
        tried.set()
        raise RecursionError("too deep")

    monkeypatch.setattr(snapshots, "collect", collect)

    async def stop():
        for _ in range(2):  # it goes on after the first failure
            await tried.wait()
            tried.clear()
        over.set()

    with pytest.raises(statefile.UnwrittenError, match="stays as it was"):
        await asyncio.gather(file.follow(house, over), stop())

    assert path.read_bytes() == b"the good one"
    assert "is not written, it stays as it was" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no state"),
        (b"SQLite format 3\0" + bytes(100), "no state"),
        (b"openline-sandbox-state\n", "damaged"),
        (b"openline-sandbox-state\n{}\n", "damaged"),
        (b"openline-sandbox-state\n[1]\n", "damaged"),
        (b"openline-sandbox-state\n" + b"[" * 100_000 + b"\n", "damaged"),
        (sealed(), "damaged"),
        (sealed(b"\x80\x05."), "damaged"),
        (sealed(b"[0,1]"), "damaged"),
        (sealed(b"[0,[" + b"9" * 5000 + b"]]", groups=[["list", []]]), "damaged"),
        (sealed(groups=None), "damaged"),
        (sealed(groups=[["list"]]), "damaged"),
        (sealed(groups=[["list", ["a"]]]), "another version"),
        (holding(("dict", [], [[]])), "another version"),
        (holding(("list", [], [[]])), "another version"),
        (sealed(b"", format=99), "another version"),
        (sealed(b"", format="2"), "another version"),
        (sealed(b"", groups=[["app.sandbox.model:App", ["id"]]]), "another version"),
        (sealed(b"", groups=[["app.sandbox.model:Gone", []]]), "another version"),
        (sealed(clock=None), "damaged"),
        (sealed(clock={"now": 1e300, "pushed": 0}), "damaged"),
        (sealed(size=1), "damaged"),
        (sealed(sha256="0" * 64), "damaged"),
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
            written.append(house.portal.changes)
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


def test_what_a_kill_left_beside_the_file_is_cleared_away(tmp_path):
    names = {".state.abc.new", ".state.b.abc.new", "state.new", ".other.abc.new"}
    for name in names:
        (tmp_path / name).write_bytes(b"half")
    with StateFile.opened(tmp_path / "state"):
        pass

    assert {each.name for each in tmp_path.iterdir()} == names - {".state.abc.new"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_goes_on_leading_to_the_state(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "state")
    sandbox, over = create(Options(), clock=Clock.frozen()), asyncio.Event()
    over.set()
    with StateFile.opened(tmp_path / "link") as file:
        asyncio.run(file.follow(sandbox.house, over))

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "state").read_bytes().startswith(b"openline-sandbox-state")


ODD = ["", "."] if sys.platform == "win32" else ["", ".", "/dev/null", "/dev/zero"]


@pytest.mark.parametrize("path", ODD)
def test_only_a_regular_file_keeps_a_state(path):
    with pytest.raises(ValueError, match="regular file"), StateFile.opened(Path(path)):
        pass


async def test_a_change_at_the_end_of_a_slow_request_is_written_too(desk):
    portal, counts = desk.sandbox.portal, []

    async def slow():
        yield b'{"options": '
        counts.append(portal.changes)  # what a writing just now would note
        yield b'{"a": 1}}'

    await desk.http.post(
        "/rest/user.option.set",
        content=slow(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {desk.token}"},
    )

    assert portal.changes > counts[0]
    assert await desk.ok("user.option.get") == {"a": 1}


async def test_what_happens_by_time_alone_is_a_change(desk):
    await desk.order("auto-operator", on=True, delay=60)
    await desk.open_shop()
    await desk.write("Anybody here?")
    portal = desk.sandbox.portal
    before = portal.changes
    portal.clock.advance(61)
    portal.catch_up()

    assert portal.changes > before
