"""Faults ordered for requests, commands of a batch and events; a new address, a wrong clock."""

import pickle
from xml.etree import ElementTree as ET

import pytest

from app.sandbox.delivery import courier
from app.sandbox.faults import KINDS, parse
from app.sandbox.http.xml import document

from .handlers import listening

ADD = "OnImConnectorMessageAdd"


async def refusals(desk, *methods):
    return [(await desk.call(name)).get("error") for name in methods]


async def queued(desk):
    rows = (await desk.ok("event.offline.get", {"limit": 1000, "order": {"ID": "ASC"}}))["events"]
    return [row["EVENT_DATA"]["MESSAGES"][0]["message"]["text"][-3:] for row in rows]


async def dialog(desk):
    await desk.open_shop()
    await desk.write("Hello")
    await desk.ok("event.offline.get", {"limit": 1000})


async def reply(desk, *texts):
    for text in texts:
        await desk.order("reply", chat_id=7734, text=text, user_id=12)


async def test_a_fault_may_be_for_methods_that_begin_alike(desk):
    await desk.order("fault", kind="overload", method="imconnector.*", count=2)

    got = await refusals(desk, "profile", "imconnector.list", "server.time", "imconnector.status")

    assert got == [None, "OVERLOAD_LIMIT", None, "OVERLOAD_LIMIT"]


async def test_a_fault_without_a_count_never_ends(desk):
    given = await desk.order("fault", kind="PORTAL_DELETED", count=None)

    assert await refusals(desk, *["profile"] * 5) == ["PORTAL_DELETED"] * 5
    await desk.order("clear-faults", number=given["number"])
    assert await refusals(desk, "profile") == [None]


async def test_faults_are_listed_with_their_hits(desk):
    await desk.order("fault", kind="html", method="profile", count=3)
    await desk.http.get("/rest/profile")

    listed = await desk.order("faults")

    (row,) = listed["faults"]
    assert (row["kind"], row["method"], row["count"], row["hits"]) == ("html", "profile", 2, 1)
    assert listed["kinds"] == KINDS


async def test_faults_can_be_looked_at(desk):
    await desk.order("fault", kind="html", method="profile")

    shown = (await desk.http.get("/sandbox/faults")).json()

    assert shown["faults"][0]["method"] == "profile"
    assert shown["kinds"] == KINDS
    assert (await desk.http.get("/sandbox/forks")).json() == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("NOT_ACTIVE_LINE", "The line with this ID is inactive or does not exist"),
        ("QUERY_LIMIT_EXCEEDED", "Too many requests"),
        ("NAME_REQUIRED", "Connector name is not specified"),
        ("NEVER_SEEN", "NEVER_SEEN"),
    ],
)
async def test_an_ordered_error_has_the_vendors_sentence(desk, kind, text):
    await desk.order("options", error_shape="top-level")
    await desk.order("fault", kind=kind)

    assert (await desk.call("profile"))["error_description"] == text


@pytest.mark.parametrize(
    "kind", ["bogus", "event_lots", "Html", "expired_tokem", "NOT ACTIVE", "_"]
)
async def test_a_kind_that_there_is_not_is_refused(desk, kind):
    """A typo became an error code that no portal knows."""
    answer = await desk.http.post("/sandbox/fault", json={"kind": kind})

    assert answer.status_code == 400
    assert "event_lost" in answer.json()["error"]


@pytest.mark.parametrize(
    ("fields", "matches"),
    [
        ({"kind": "html", "method": "profile"}, 1),
        ({"kind": "html", "method": "imconnector.nope"}, 0),
        ({"kind": "html", "method": "imconnector.send.*"}, 3),
        ({"kind": "html", "method": "oauth/token"}, 1),
        ({"kind": "event_lost", "method": "OnAppTest"}, 1),
        ({"kind": "event_lost", "method": "profile"}, 0),
    ],
)
async def test_an_order_says_how_much_it_fits(desk, fields, matches):
    assert (await desk.order("fault", **fields))["matches"] == matches


async def test_all_faults_are_cleared_at_once(desk):
    for kind in ("html", "empty"):
        await desk.order("fault", kind=kind)

    assert (await desk.order("clear-faults"))["count"] == 2
    assert await refusals(desk, "profile") == [None]


async def test_a_fault_hits_one_command_of_a_batch(desk):
    await desk.order("fault", kind="operation_time", method="server.time")

    result = await desk.ok("batch", {"cmd": {"a": "profile", "b": "server.time", "c": "scope"}})

    assert set(result["result"]) == {"a", "c"}
    assert result["result_error"]["b"]["error"] == "OPERATION_TIME_LIMIT"


async def test_a_fault_for_every_request_hits_a_batch_once(desk):
    await desk.order("fault", kind="overload", count=2)

    assert await refusals(desk, "batch") == ["OVERLOAD_LIMIT"]
    assert await refusals(desk, "batch") == ["OVERLOAD_LIMIT"]
    assert "error" not in await desk.call("batch", {"cmd": {"a": "profile"}})


async def test_what_happens_to_a_commands_answer_happens_to_the_batch(desk):
    await desk.order("fault", kind="lost", method="event.bind")
    bind = "event.bind?event=OnAppTest&event_type=offline"

    body = {"cmd": {"a": bind}, "auth": desk.token}
    lost = await desk.http.post("/rest/batch", json=body)

    assert lost.status_code == 504
    assert len((await desk.state())["bindings"]) == 1
    assert "result" in await desk.call("batch", {"cmd": {"a": "profile"}})


async def test_a_fault_of_a_command_leaves_the_other_requests_alone(desk):
    await desk.order("fault", kind="html", method="server.time")

    result = await desk.ok("batch", {"cmd": {"b": "server.time"}})

    assert "b" in result["result"]


async def test_what_chance_decides_is_repeated_by_the_seed(desk):
    runs = []
    for _ in range(2):
        fault = {"kind": "overload", "probability": 0.5, "count": None, "seed": 7}
        number = (await desk.order("fault", **fault))["number"]
        runs.append(await refusals(desk, *["profile"] * 30))
        await desk.order("clear-faults", number=number)

    assert runs[0] == runs[1]
    assert set(runs[0]) == {None, "OVERLOAD_LIMIT"}


async def test_faults_survive_being_saved(desk):
    await desk.order("fault", kind="overload", probability=0.5, count=None, seed=7)
    await desk.call("profile")
    faults = desk.sandbox.portal.faults
    again = pickle.loads(pickle.dumps(faults))

    hits = [[books.take("x") is not None for _ in range(30)] for books in (faults, again)]

    assert hits[0] == hits[1]


async def test_the_answer_may_call_itself_a_page(desk):
    await desk.order("fault", kind="wrong_type")

    got = await desk.http.get(desk.about["rest"] + "profile", params={"auth": desk.token})

    assert got.headers["content-type"].startswith("text/html")
    assert got.json()["result"]["ID"] == "1"


async def test_the_work_is_done_although_the_answer_is_lost(desk):
    await desk.open_shop()
    await desk.order("fault", kind="lost", method="imconnector.send.messages")

    item = {"user": {"id": "u"}, "message": {"id": "m", "text": "Hi"}, "chat": {"id": "c"}}
    body = {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": [item], "auth": desk.token}
    got = await desk.http.post("/rest/imconnector.send.messages", json=body)

    assert got.status_code == 504
    assert len((await desk.state())["chats"]) == 1


@pytest.mark.parametrize("kind", ["reset", "html", "empty"])
async def test_no_work_is_done_when_something_else_answers(desk, kind):
    await desk.order("fault", kind=kind)

    await desk.http.post(
        "/rest/event.bind",
        json={"event": ADD, "event_type": "offline", "auth": desk.token},
    )

    assert (await desk.state())["bindings"] == []


@pytest.mark.parametrize("kind", ["delay_before", "delay_after", "slow_drip"])
async def test_a_slow_answer_is_the_right_one(desk, kind):
    await desk.order("fault", kind=kind, seconds=0.01)

    assert (await desk.ok("profile"))["ID"] == "1"


async def test_faults_hit_the_authorisation_server_too(desk):
    grant = await desk.sign_in()
    given = {"grant_type": "refresh_token", "refresh_token": grant["refresh_token"]}
    await desk.order("fault", kind="lost", method="oauth/token")
    keys = {name: desk.about[name] for name in ("client_id", "client_secret")}

    assert (await desk.http.post("/oauth/token/", data={**keys, **given})).status_code == 504

    again = await desk.ask_tokens(**given)
    assert again["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("fault", "texts"),
    [
        ({"kind": "event_lost"}, ["two", "tri"]),
        ({"kind": "event_duplicate"}, ["one", "one", "two", "tri"]),
        ({"kind": "event_reorder"}, ["two", "one", "tri"]),
        ({"kind": "event_lost", "way": "online"}, ["one", "two", "tri"]),
        ({"kind": "event_lost", "method": "OnImConnector*", "count": 2}, ["tri"]),
        ({"kind": "event_lost", "method": "OnSession*"}, ["one", "two", "tri"]),
        ({"kind": "internal_error", "method": "event.*"}, ["one", "two", "tri"]),
    ],
)
async def test_events_on_their_way_to_the_queue_go_wrong(desk, fault, texts):
    await dialog(desk)
    await desk.order("fault", **fault)

    await reply(desk, "one", "two", "tri")
    await desk.order("clear-faults")

    assert await queued(desk) == texts


async def test_a_late_event_comes_when_its_time_has_come(desk, clock):
    await dialog(desk)
    await desk.order("fault", kind="event_late", seconds=60)
    await reply(desk, "one", "two")

    assert await queued(desk) == ["two"]
    clock.advance(60)
    assert await queued(desk) == ["one"]


async def test_a_spoilt_event_is_a_row_without_data_and_no_handler_ever_gets_one(desk):
    portal = desk.sandbox.portal
    await dialog(desk)
    await desk.order("fault", kind="event_spoilt", count=2)
    await reply(desk, "one")
    answer = await desk.ok("event.offline.get", {"clear": 1})
    async with listening() as handler:
        await desk.ok("event.bind", {"event": "OnAppTest", "handler": handler.url})
        await desk.ok("event.test", {"n": "two"})
        await courier.deliver(portal)

    rows = [row["EVENT_DATA"] for row in answer["events"]]
    assert rows[-1] is False
    assert [each.fields["data[QUERY][n]"] for each in handler.received] == ["two"]


async def test_an_event_that_nothing_follows_is_not_held_for_ever(desk, clock):
    await dialog(desk)
    await desk.order("fault", kind="event_reorder")
    await reply(desk, "one")

    assert await queued(desk) == []
    clock.advance(30)
    assert await queued(desk) == ["one"]


@pytest.mark.parametrize(
    ("kind", "got"),
    [
        ("event_lost", ["two", "tri"]),
        ("event_duplicate", ["one", "one", "two", "tri"]),
        ("event_reorder", ["two", "one", "tri"]),
        ("event_late", ["two", "tri", "one"]),
    ],
)
async def test_events_on_their_way_to_a_handler_go_wrong(desk, clock, kind, got):
    portal = desk.sandbox.portal
    async with listening() as handler:
        await desk.ok("event.bind", {"event": "OnAppTest", "handler": handler.url})
        await desk.order("fault", kind=kind, method="OnAppTest", seconds=60, way="online")
        for text in ("one", "two", "tri"):
            await desk.ok("event.test", {"n": text})
        await courier.deliver(portal)
        clock.advance(60)
        await courier.deliver(portal)

    assert [request.fields["data[QUERY][n]"] for request in handler.received] == got


async def test_an_event_lost_on_the_way_to_a_handler_is_in_the_log(desk):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": "http://127.0.0.1:9/"})
    await desk.order("fault", kind="event_lost", way="online")
    await desk.ok("event.test")

    (row,) = desk.sandbox.portal.deliveries
    assert (row.state, row.error) == ("lost", "lost by order")


async def test_a_renamed_portal_sends_callers_to_its_new_address(desk):
    await desk.order("rename", to="127.0.0.2:8080")

    got = await desk.http.post("/rest/profile.json?a=1", json={"auth": desk.token})

    assert got.status_code == 302
    assert got.headers["location"] == "http://127.0.0.2:8080/rest/profile.json?a=1"
    moved = await desk.http.post(got.headers["location"], json={"auth": desk.token})
    assert moved.json()["result"]["ID"] == "1"


async def test_a_refresh_brings_the_new_address(desk):
    grant = await desk.sign_in()
    await desk.order("rename", to="localhost:8080")

    fresh = await desk.ask_tokens(grant_type="refresh_token", refresh_token=grant["refresh_token"])

    assert fresh["client_endpoint"] == "http://localhost:8080/rest/"
    assert fresh["server_endpoint"] == "http://127.0.0.1:8080/rest/"
    assert fresh["member_id"] == grant["member_id"]


async def test_events_name_the_new_address(desk):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": "http://127.0.0.1:9/"})
    await desk.ok("event.test")
    await desk.order("rename", to="localhost:8080")
    desk.http.base_url = "http://localhost:8080"
    await desk.ok("event.test")

    old, new = [row.body for row in desk.sandbox.portal.deliveries]
    assert "auth%5Bdomain%5D=127.0.0.1%3A8080" in old
    assert "auth%5Bdomain%5D=localhost%3A8080" in new


async def test_a_portal_comes_back_to_its_old_name(desk):
    await desk.order("rename", to="localhost:8080")
    await desk.order("rename", to="")

    assert (await desk.ok("profile"))["ID"] == "1"


async def test_a_wrong_clock_is_seen_in_what_the_portal_tells(desk):
    await desk.order("skew", seconds=-7200)

    answer = await desk.http.post("/rest/server.time", json={"auth": desk.token})

    body = answer.json()
    assert body["result"] == "2025-12-29T09:20:00+02:00"
    assert body["time"]["start"] == 1_766_992_800
    assert body["time"]["date_finish"] == "2025-12-29T09:20:00+02:00"
    assert answer.headers["date"] == "Mon, 29 Dec 2025 07:20:00 GMT"
    assert answer.headers.get_list("date") == [answer.headers["date"]]


async def test_a_wrong_clock_leaves_tokens_as_they_are(desk):
    await desk.order("skew", seconds=86_400)

    assert (await desk.ok("profile"))["ID"] == "1"
    assert (await desk.ask_tokens(grant_type="x"))["error"] == "invalid_request"


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("fault", {}),
        ("fault", {"kind": "x" * 300}),
        ("fault", {"kind": "html", "count": 0}),
        ("fault", {"kind": "html", "count": -1}),
        ("fault", {"kind": "html", "count": 10**30}),
        ("fault", {"kind": "html", "probability": 2}),
        ("fault", {"kind": "html", "probability": "1"}),
        ("fault", {"kind": "html", "seconds": 1e300}),
        ("fault", {"kind": "html", "seconds": -1}),
        ("fault", {"kind": "html", "status": 100}),
        ("fault", {"kind": "event_lost", "way": "both"}),
        ("fault", {"kind": "html", "method": "x" * 300}),
        ("rename", {"to": "shop.example"}),
        ("rename", {"to": "127.0.0.1/x"}),
        ("rename", {"to": "127.0.0.1:99999999"}),
        ("fault", {"kind": ["html"]}),
        ("fault", {"kind": "html", "method": ["profile"]}),
        ("clear-faults", {"number": [1]}),
        ("rename", {"to": ["localhost"]}),
        ("skew", {"seconds": "late"}),
        ("skew", {"seconds": 1e12}),
        ("skew", {"seconds": True}),
    ],
)
async def test_an_order_that_makes_no_sense_changes_nothing(desk, act, fields):
    got = await desk.http.post(f"/sandbox/{act}", json=fields)

    assert got.status_code == 400
    portal = desk.sandbox.portal
    assert (portal.faults.orders, portal.host, portal.skew) == ([], "", 0)


async def test_there_is_room_for_a_thousand_faults(desk):
    for _ in range(1000):
        await desk.order("fault", kind="html", method="nothing")

    assert (await desk.http.post("/sandbox/fault", json={"kind": "html"})).status_code == 400


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("html", ("html", None, 1, 1.0)),
        ("overload:imconnector.*", ("overload", "imconnector.*", 1, 1.0)),
        ("lost:Profile:3", ("lost", "profile", 3, 1.0)),
        ("QUERY_LIMIT_EXCEEDED:*:*:0.1", ("QUERY_LIMIT_EXCEEDED", None, None, 0.1)),
        ("cut::2", ("cut", None, 2, 1.0)),
    ],
)
def test_a_fault_is_ordered_in_one_word(text, told):
    fault = parse(text)

    assert (fault.kind, fault.method, fault.count, fault.probability) == told


@pytest.mark.parametrize(
    "text", ["", ":profile", "html:x:0", "html:x:many", "html:x:1:2", "html:x:1:nan", "a:b:1:1:1"]
)
def test_a_word_that_is_no_fault_is_refused(text):
    with pytest.raises(ValueError, match=r"[.]$"):
        parse(text)


async def test_an_answer_may_be_xml(desk):
    got = await desk.http.post("/rest/profile.xml", json={"auth": desk.token})

    assert got.headers["content-type"].startswith("text/xml")
    tree = ET.fromstring(got.text)
    assert tree.tag == "response"
    assert tree.findtext("result/ID") == "1"
    assert tree.findtext("result/ADMIN") == "1"
    assert tree.find("time/start") is not None


async def test_a_refusal_may_be_xml(desk):
    got = await desk.http.post("/rest/no.such.xml")

    assert got.status_code == 404
    tree = ET.fromstring(got.text)
    assert tree.findtext("error") == "ERROR_METHOD_NOT_FOUND"


def test_xml_holds_every_text_and_key():
    odd = {"1 <x>&": ["]]>", "\x00\ud800ü", {"ok": None}], "<": True}

    tree = ET.fromstring(document({"result": odd}))

    assert [row.tag for row in tree[0]] == ["item", "item"]
    assert [row.text for row in tree[0][0]] == ["]]>", "ü", None]
