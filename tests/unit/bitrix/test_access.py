"""A read-only profile: what counts as a write, and that no write leaves the program."""

import json
from typing import Any
from urllib.parse import unquote_plus

import pytest

from app.bitrix.access import READS, changes, is_write
from app.bitrix.errors import ReadOnly, Refused
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Transport
from app.domain.calls import CallKind, CallRecord
from app.sandbox import methods, registry

from . import kit
from .kit import ok
from .vendor_methods import CATALOGUE_READS, CATALOGUE_WRITES

#: Writes of the sandbox that the vendor's catalogue leaves out.
UNLISTED = {
    "crm.company.delete",
    "crm.contact.delete",
    "imopenlines.bot.session.send.message",
}


class Locked:
    """A signed-in transport of a read-only profile, and what left it."""

    def __init__(self) -> None:
        self.desk = kit.desk(lambda _: ok({"result": {}}))
        self.records: list[CallRecord] = []
        self.locked = True
        self.transport = Transport(
            self.desk.http,
            self.desk.keeper,
            Pacer(10_000, 10_000),
            self.records.append,
            read_only=lambda: self.locked,
        )

    @property
    def left(self) -> list[str]:
        return [kit.method(request) for request in self.desk.requests]


@pytest.fixture
def locked() -> Locked:
    return Locked()


def test_every_method_of_the_vendors_catalogue_is_classified() -> None:
    assert (len(CATALOGUE_READS), len(CATALOGUE_WRITES)) == (69, 126)
    assert {name for name in CATALOGUE_READS if is_write(name)} == set()
    assert {name for name in CATALOGUE_WRITES if not is_write(name)} == set()


def test_every_method_that_the_sandbox_answers_is_classified() -> None:
    assert methods
    assert len(registry.every()) > 150
    known = READS | UNLISTED | {name.lower() for name in CATALOGUE_WRITES}
    assert not any(is_write(name) is (name in READS) for name in known)
    assert [each.name for each in registry.every() if each.name.lower() not in known] == []


@pytest.mark.parametrize("method", CATALOGUE_WRITES)
async def test_no_write_leaves(locked: Locked, method: str) -> None:
    with pytest.raises(ReadOnly) as caught:
        await locked.transport.call(method, {"cmd": {"a": "event.test"}, "clear": 0})

    assert isinstance(caught.value, Refused)
    assert (caught.value.code, caught.value.method) == ("READ_ONLY", method)
    assert locked.left == []


@pytest.mark.parametrize("method", CATALOGUE_READS)
async def test_every_read_passes(locked: Locked, method: str) -> None:
    await locked.transport.call(method, {"ID": 1})

    assert locked.left == [method]


SPELLINGS = [
    "crm.brand.new.method",
    "",
    "profile ",
    " profile",
    "profile/",
    "/profile",
    "profile.json",
    "profile.json.json",
    "profile?x=1",
    "profile#",
    "profile\n",
    "profile\0",
    "prof\u0456le",
    "pro\ufb01le",
    "im.disk.folder.get\u200b",
    "\uff50rofile",
    "%70rofile",
    "profile%2Fevent.test",
    "profile/../event.test",
    "..",
    "profile;event.test",
    "event.offline.get",
    "EVENT.TEST",
    "Event.Test",
    "event.test.json",
    "event.test/",
    "event%2Etest",
    "e\u0432ent.test",
    "ImConnector.Register",
    "BATCH",
    "im.dis\u212a.folder.get",
]


@pytest.mark.parametrize("method", SPELLINGS)
async def test_no_odd_spelling_gets_around_the_lock(locked: Locked, method: str) -> None:
    with pytest.raises(ReadOnly):
        await locked.transport.call(method, {"cmd": {"a": "event.test"}})

    assert locked.left == []


@pytest.mark.parametrize("method", ["Profile", "EVENTS", "crm.deal.LIST"])
async def test_the_case_of_a_name_is_no_matter_as_at_the_portal(
    locked: Locked, method: str
) -> None:
    await locked.transport.call(method)

    assert locked.left == [method]


HARMFUL: list[dict[str, Any]] = [
    {"cmd": {"a": "profile", "b": "event.test"}},
    {"cmd": ["profile", "event.test?x=1"]},
    {"cmd": {"a": "$result[b]"}},
    {"cmd": {"a": "$result[b]?x=1", "b": "profile"}},
    {"cmd": {"a": "profile$result[b]"}},
    {"cmd": {"a": "batch?cmd[x]=event.test"}},
    {"cmd": {"a": "batch?cmd%5Bx%5D=event.test"}},
    {"cmd": {"a": "batch?cmd[]=profile&cmd[]=event.test"}},
    {"cmd": {"a": "batch?cmd[x]=event.test&cmd[x]=profile"}},
    {"cmd": {"a": "batch?cmd[x]=batch%3Fcmd%5By%5D%3Devent.test"}},
    {"cmd": {"a": "batch?" + "cmd[x]=batch?" * 9}},
    {"cmd": {"a": {"b": "event.test"}}},
    {"cmd": {"a": ["profile"]}},
    {"cmd": {"a": None}},
    {"cmd": {"a": 7}},
    {"cmd": "event.test"},
    {"cmd": {"a": " profile"}},
    {"cmd": {"a": "profile.json"}},
    {"cmd": {"a": "%70rofile"}},
    {"CMD": {"a": "event.test"}},
    {"Cmd": ["event.test"]},
    {"cmd": {"a": "profile"}, "CMD": {"a": "event.test"}},
    {"cmd[a]": "event.test"},
    {"CMD[a]": "event.test"},
    {"cmd": {"a": "profile"}, "c\u041cD": {}},
    {"cmd": {"a": "profile"}, "something": "else"},
    {"cmd": {"a": "event.offline.get?clear=0"}},
    {"cmd": {"a": "imbot.v2.Event.get?offset=7"}},
]


@pytest.mark.parametrize("params", HARMFUL, ids=lambda each: json.dumps(each)[:60])
async def test_a_batch_by_hand_with_anything_doubtful_is_blocked_as_a_whole(
    locked: Locked, params: dict[str, Any]
) -> None:
    with pytest.raises(ReadOnly):
        await locked.transport.call("batch", params)

    assert locked.left == []


HARMLESS: list[dict[str, Any]] = [
    {"cmd": {"a": "profile", "b": "user.get?ID=$result[a][ID]"}},
    {"cmd": ["profile", "crm.deal.list?filter[>ID]=7&order[ID]=event.test"], "halt": 1},
    {"CMD": {"a": "Profile"}, "HALT": 0},
    {"cmd[a]": "profile", "cmd[b]": "events?scope=im"},
    {"cmd": {}},
    {"cmd": {"a": "batch?cmd[x]=profile&halt=1"}},
]


@pytest.mark.parametrize("params", HARMLESS, ids=lambda each: json.dumps(each)[:60])
async def test_a_batch_of_reads_passes(locked: Locked, params: dict[str, Any]) -> None:
    await locked.transport.call("batch", params)

    assert locked.left == ["batch"]


async def test_a_batch_with_one_write_sends_none_of_its_parts(locked: Locked) -> None:
    commands: dict[str, Any] = {f"r{number}": ("profile", {}) for number in range(70)}

    with pytest.raises(ReadOnly):
        await locked.transport.batch({**commands, "w": ("imopenlines.config.delete", {"ID": 1})})

    assert locked.left == []


async def test_a_batch_of_reads_by_the_program_passes(locked: Locked) -> None:
    found = await locked.transport.batch({"a": ("profile", {"NAME": "a&cmd[b]=event.test?&="})})

    assert locked.left == ["batch"]
    assert not found.errors


@pytest.mark.parametrize("method", ["im.v2.Event.get", "imbot.v2.Event.get"])
@pytest.mark.parametrize("name", ["offset", "OFFSET"])
def test_polling_that_confirms_what_came_before_is_a_write(method: str, name: str) -> None:
    assert changes(method, {name: 7})
    assert not changes(method, {"limit": 7})


@pytest.mark.parametrize(
    "name", ["%20offset", "+offset", "%09offset", "offset%00", "off%73et", "%EF%BD%8Fffset"]
)
def test_a_name_that_a_portal_may_read_in_its_own_way_counts_as_confirming(name: str) -> None:
    command = f"im.v2.event.get?limit=1&{name}=5"

    assert changes("batch", {"cmd": {"a": command}})
    assert changes("im.v2.event.get", {unquote_plus(name): 5})
    assert not changes("batch", {"cmd": {"a": "im.v2.event.get?limit=1&filter[>ID]=5"}})


async def test_what_was_blocked_stands_in_the_record_without_secrets(locked: Locked) -> None:
    with pytest.raises(ReadOnly):
        await locked.transport.call("event.bind", {"event": "X", "access_token": "t0p-secret"})

    (record,) = locked.records
    assert (record.method, record.error, record.status) == ("event.bind", "READ_ONLY", 0)
    assert (record.kind, record.blocked, record.failed) == (CallKind.REST, True, True)
    assert "event" in record.request
    assert "t0p-secret" not in record.request


async def test_the_lock_is_looked_at_before_every_call(locked: Locked) -> None:
    locked.locked = False
    await locked.transport.call("event.test")
    locked.locked = True
    with pytest.raises(ReadOnly):
        await locked.transport.call("event.test")

    assert locked.left == ["event.test"]


async def test_a_call_that_waits_for_its_turn_while_the_lock_closes_does_not_leave() -> None:
    closed: list[bool] = []

    class Slow(Pacer):
        async def acquire(self, method: str) -> None:
            closed.append(True)

    desk = kit.desk(lambda _: ok())
    transport = Transport(
        desk.http, desk.keeper, Slow(), desk.records.append, read_only=lambda: bool(closed)
    )
    with pytest.raises(ReadOnly):
        await transport.call("event.test")

    assert desk.requests == []


async def test_tokens_are_refreshed_under_the_lock(locked: Locked) -> None:
    def answers(request: Any) -> Any:
        if "/oauth/" in request.url.path:
            return kit.httpx.Response(200, json=kit.grant(2))
        fresh = kit.body(request)["auth"].endswith("0002")
        return ok("fine") if fresh else kit.no("expired_token", 401)

    desk = kit.desk(answers)
    transport = Transport(
        desk.http, desk.keeper, Pacer(), desk.records.append, read_only=lambda: True
    )

    assert await transport.call("profile") == "fine"
    assert len(desk.saved) == 1
