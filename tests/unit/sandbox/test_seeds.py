"""The made-up portals: each can be started; the busy one is large, and the same for a number."""

import hashlib

import httpx
import pytest

from app.sandbox.clock import Clock
from app.sandbox.http.server import Options, create
from app.sandbox.keeping.seedfiles import about_seeds, names


def started(seed: str, **choices):
    return create(Options(seed=seed, **choices), clock=Clock.frozen())


def fingerprint(sandbox) -> str:
    """Of everything that was said, by whom, where and when."""
    digest = hashlib.sha256()
    for number, (chat, row) in sandbox.portal.messages.items():
        where = (chat.id, chat.title, row.session, chat.customer.external_id)
        digest.update(repr((number, row.at, row.kind, row.author, row.text, *where)).encode())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def busy():
    return started("busy")


@pytest.fixture
async def http(busy):
    transport = httpx.ASGITransport(busy.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("role", ["admin", "user"])
def test_every_seed_has_all_that_a_portal_needs(name, role):
    portal = started(name, role=role).portal

    assert portal.role_user.admin is (role == "admin")
    assert set(portal.seed.first_ids) >= set(started("shop").portal.seed.first_ids)
    assert all(user in portal.users for line in portal.lines.values() for user in line.queue)


def test_every_seed_says_what_it_is():
    assert set(about_seeds()) == {"empty", "shop", "busy"}
    assert all(10 < len(text) < 90 for text in about_seeds().values())


def test_an_empty_portal_is_empty():
    portal = started("empty").portal

    assert (portal.lines, portal.line_chats, portal.messages) == ({}, {}, {})


@pytest.mark.parametrize("name", ["nothing", "", "../shop", "shop.json", "busy/words", "SHOP"])
def test_there_is_no_other_seed(name):
    with pytest.raises(ValueError, match="known: busy, empty, shop"):
        started(name)


def test_the_busy_portal_is_as_large_as_it_says(busy):
    portal = busy.portal
    own = [chat for chat in portal.line_chats.values() if chat.connector == "care_chat"]

    assert len(portal.line_chats) == 5000
    assert len(portal.messages) == 200_000
    assert len(portal.open_dialogs) == 300
    assert 3000 < len(own) < 4000


def test_the_busy_portals_books_agree_with_each_other(busy):
    portal = busy.portal
    dialogs = {row.id for chat in portal.line_chats.values() for row in chat.sessions if row.open}

    for chat in portal.line_chats.values():
        moments = [row.at for row in chat.messages]
        assert moments == sorted(moments)
        assert moments[-1] <= portal.now
        assert chat.messages[0].kind == "customer"
        assert {row.session for row in chat.messages} == {row.id for row in chat.sessions}
    assert list(portal.messages) == sorted(portal.messages)
    assert dialogs == set(portal.open_dialogs)
    assert min(portal.messages) == portal.seed.first_ids["message"]


def test_who_waits_in_the_busy_portal_is_offered_to_an_operator(busy):
    portal = busy.portal
    rows = [portal.line_chats[chat].session for chat in portal.open_dialogs.values()]
    waiting = [row for row in rows if row and row.operator is None]

    assert len(waiting) > 20
    assert all(row.assigned for row in waiting)


def test_the_same_number_makes_the_same_crowd_and_another_one_another(busy):
    assert fingerprint(started("busy")) == fingerprint(busy)
    assert fingerprint(started("busy", random_seed=2)) != fingerprint(busy)


async def test_the_state_of_a_busy_portal_is_its_newest_part(http):
    shown = (await http.get("/sandbox/state")).json()
    newest = max(row["id"] for chat in shown["chats"] for row in chat["messages"])

    assert len(shown["chats"]) == 100
    assert shown["left_off"]["chats"] == 4900
    said = sum(len(chat["messages"]) for chat in shown["chats"])
    assert said + shown["left_off"]["messages"] == 200_000
    assert newest == 551020 + 200_000 - 1
    assert len(shown["lines"]) == 4


async def test_the_rest_of_it_can_be_had_in_pieces(http, busy):
    first = (await http.get("/sandbox/state?part=chats,lines&limit=2")).json()
    second = (await http.get("/sandbox/state?part=chats&limit=2&offset=2")).json()
    chat = first["chats"][1]["id"]
    one = (await http.get(f"/sandbox/state?chat_id={chat}")).json()

    assert set(first) == {"chats", "lines", "total"}
    assert first["total"] == {"chats": 5000}
    listed = [row["id"] for row in first["chats"] + second["chats"]]
    assert listed == list(busy.portal.line_chats)[:4]
    assert len(one["chats"][0]["messages"]) == len(busy.portal.line_chats[chat].messages)


@pytest.mark.parametrize(
    "query", ["chat_id=1", "chat_id=x", "part=nothing", "part=", "part=chats,nothing"]
)
async def test_what_is_not_there_is_told(http, query):
    assert (await http.get(f"/sandbox/state?{query}")).status_code == 404


@pytest.mark.parametrize("window", ["limit=-1", "limit=x", "offset=99999999", "limit=0"])
async def test_an_odd_window_shows_nothing(http, window):
    assert (await http.get(f"/sandbox/state?part=chats&{window}")).json()["chats"] == []


async def test_a_small_portals_state_is_whole(desk):
    await desk.order("preset", name="unlimited")
    await desk.open_shop()
    for number in range(60):
        await desk.write("Hello", message=f"m-{number}")
    shown = await desk.state()

    assert "left_off" not in shown
    said = [row for row in shown["chats"][0]["messages"] if row["kind"] == "customer"]
    assert len(said) == 60


async def test_what_can_be_ordered_is_listed(desk):
    listed = (await desk.http.get("/sandbox/orders")).json()

    assert {"reply", "clock", "snapshot", "fork", "preset", "fault"} <= set(listed)
    assert all(text.endswith(".") and len(text) > 20 for text in listed.values()), listed


async def test_there_is_nothing_else_to_look_at(desk):
    answer = await desk.http.get("/sandbox/secrets")

    assert answer.status_code == 404
    assert "state, calls" in answer.json()["error"]
