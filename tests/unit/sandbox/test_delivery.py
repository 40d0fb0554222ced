"""Events at an application's own address: what comes, in what form, with whose token."""

import asyncio
from urllib.parse import parse_qsl

import pytest

from app.sandbox import schedule
from app.sandbox.delivery import courier, events, handler_url
from app.sandbox.delivery.delivery import form, send_to_bot
from app.sandbox.delivery.outbox import MAX_DELIVERIES
from app.sandbox.errors import VendorError

from .handlers import listening

ADD = "OnImConnectorMessageAdd"


@pytest.fixture
async def handler():
    async with listening() as opened:
        yield opened


async def deliver(desk):
    return await courier.deliver(desk.sandbox.portal)


async def listen(desk, handler, *names, **more):
    for name in names:
        await desk.ok("event.bind", {"event": name, "handler": handler.url, **more})


def log(desk):
    return list(desk.sandbox.portal.deliveries)


async def test_an_operators_message_comes_as_a_form_in_the_vendors_brackets(desk, handler):
    await desk.open_shop()
    await listen(desk, handler, ADD)
    await desk.write("Is it in stock?")

    await desk.order("reply", chat_id=7734, text="Yes & no", user_id=12)
    await deliver(desk)

    (got,) = handler.received
    assert "content-type: application/x-www-form-urlencoded" in got.head.lower()
    assert got.head.startswith("POST /hook HTTP/1.1\r\n")
    assert "&data%5BMESSAGES%5D%5B0%5D%5Bim%5D%5Bchat_id%5D=7734&" in got.body
    fields = got.fields
    assert fields["event"] == "ONIMCONNECTORMESSAGEADD"
    assert fields["data[CONNECTOR]"] == "lamp_chat"
    assert fields["data[MESSAGES][0][message][text]"] == "[b]Ann Lee:[/b] [br]Yes & no"
    assert fields["data[MESSAGES][0][chat][id]"] == "c-1"
    assert not any("attachments" in name for name in fields)
    assert fields["ts"] == "1767000000"


async def test_the_handler_is_named_by_the_number_of_its_binding(desk, handler):
    await listen(desk, handler, "OnAppTest", "OnAppInstall")

    await desk.ok("event.test", {"any": "data"})
    await deliver(desk)

    (row,) = [row for row in desk.sandbox.portal.bindings if row.event == "ONAPPTEST"]
    assert handler.received[0].fields["event_handler_id"] == str(row.id)


async def test_a_test_event_brings_what_was_sent(desk, handler):
    await listen(desk, handler, "OnAppTest")

    assert await desk.ok("event.test", {"any": "data", "n": 7, "deep": {"list": [1, True]}}) == 1
    await deliver(desk)

    fields = handler.received[0].fields
    assert fields["data[QUERY][any]"] == "data"
    assert fields["data[QUERY][n]"] == "7"
    assert fields["data[QUERY][deep][list][1]"] == "1"
    assert fields["data[LANGUAGE_ID]"] == "en"


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"a": 1, "b": "x y"}, "a=1&b=x+y"),
        ({"a": True, "b": False}, "a=1&b=0"),
        ({"a": None, "b": [], "c": {}, "d": {"e": None}}, ""),
        ({"a": {"b": [1, {"c": 2}]}}, "a%5Bb%5D%5B0%5D=1&a%5Bb%5D%5B1%5D%5Bc%5D=2"),
        ({"data": 42}, "data=42"),
        ({"a": 1.5, "b": 2.0, "c": ""}, "a=1.5&b=2&c="),
        ({"Ж": "ё"}, "%D0%96=%D1%91"),
        ({"a": "\ud800b"}, "a=%3Fb"),
    ],
)
def test_fields_become_a_form_as_php_writes_it(fields, body):
    assert form(fields) == body


async def test_null_is_an_empty_text_in_the_newer_events_of_bots(desk):
    portal = desk.sandbox.portal
    for event in ("ONIMBOTV2MESSAGEADD", "ONIMBOTMESSAGEADD"):
        send_to_bot(portal, portal.app.client_id, "http://127.0.0.1:9/", event, {"a": None}, 1)

    assert ["data%5Ba%5D=&" in row.body for row in log(desk)] == [True, False]


async def test_the_auth_block_is_complete_and_its_token_works(desk, handler):
    await listen(desk, handler, "OnAppTest")
    await desk.ok("event.test")
    await deliver(desk)

    fields = handler.received[0].fields
    auth = {name[5:-1]: value for name, value in fields.items() if name.startswith("auth[")}
    portal = desk.sandbox.portal
    assert set(auth) == {
        "access_token",
        "expires",
        "expires_in",
        "scope",
        "domain",
        "server_endpoint",
        "status",
        "client_endpoint",
        "member_id",
        "user_id",
        "application_token",
    }
    assert auth["domain"] == "127.0.0.1:8080"
    assert auth["client_endpoint"] == "http://127.0.0.1:8080/rest/"
    assert auth["application_token"] == portal.app.application_token
    assert auth["member_id"] == portal.member_id
    assert (auth["expires"], auth["expires_in"]) == ("1767003600", "3600")
    assert auth["scope"] == ",".join(portal.app.scope)
    desk.token = auth["access_token"]
    assert (await desk.ok("profile"))["ID"] == auth["user_id"] == "1"


async def test_the_token_is_of_the_user_who_caused_the_event(desk, handler):
    await desk.open_shop()
    await listen(desk, handler, ADD)
    await desk.write("Hello")

    await desk.order("reply", chat_id=7734, text="Hi", user_id=7)
    await deliver(desk)

    assert handler.received[0].fields["auth[user_id]"] == "7"


async def test_auth_type_names_another_user(desk, handler):
    await desk.open_shop()
    await listen(desk, handler, ADD, auth_type=12)
    await desk.write("Hello")

    await desk.order("reply", chat_id=7734, text="Hi", user_id=7)
    await deliver(desk)

    assert handler.received[0].fields["auth[user_id]"] == "12"


async def test_no_tokens_come_when_nobody_who_works_here_caused_it(desk, handler):
    await listen(desk, handler, "OnAppTest")
    await desk.order("dismiss", user_id=12)
    events.raise_event(desk.sandbox.portal, "ONAPPTEST", {"x": 1}, by=12)
    await deliver(desk)

    auth = {name for name in handler.received[0].fields if name.startswith("auth[")}
    assert auth == {
        f"auth[{name}]"
        for name in (
            "domain",
            "server_endpoint",
            "client_endpoint",
            "member_id",
            "application_token",
        )
    }


async def test_an_applications_own_calls_reach_its_handler(desk, handler):
    await desk.open_shop()
    await listen(desk, handler, "OnImConnectorDialogStart")

    await desk.write("Hello")
    await deliver(desk)

    assert handler.events == ["ONIMCONNECTORDIALOGSTART"]
    assert handler.received[0].fields["data[DATA][0][session][closed]"] == "N"


async def test_a_scalar_is_sent_as_one(desk, handler):
    await listen(desk, handler, "OnImConnectorLineDelete")

    await desk.order("delete-line", line=57)
    await deliver(desk)

    assert handler.received[0].fields["data"] == "57"


async def test_nothing_is_sent_to_an_application_that_is_not_installed(open_desk, handler):
    async with open_desk(installed=False) as desk:
        await listen(desk, handler, "OnAppTest")
        await desk.ok("event.test")

        assert await deliver(desk) == 0
        (row,) = log(desk)
        assert row.error == "the installation of the application is not finished"
        assert "access_token" not in row.body
        await desk.order("finish-install")
        await desk.ok("event.test")
        await deliver(desk)

    assert handler.events == ["ONAPPTEST"]


async def test_nothing_is_sent_once_the_scope_is_gone(desk, handler):
    await listen(desk, handler, "OnImConnectorLineDelete")
    await desk.order("app", scope="crm")

    await desk.order("delete-line", line=57)

    assert await deliver(desk) == 0


async def test_what_came_of_it_is_remembered(desk):
    async with listening(status="503 Busy", answer="later") as handler:
        await listen(desk, handler, "OnAppTest")
        await desk.ok("event.test")
        await deliver(desk)
        await deliver(desk)

    (row,) = log(desk)
    assert (row.state, row.status, row.answer_bytes) == ("answered", 503, 5)
    assert handler.events == ["ONAPPTEST"]


async def test_a_redirect_is_not_followed(desk, handler):
    moved = f"Location: {handler.url}\r\n"
    async with listening(status="302 Found", headers=moved) as first:
        await listen(desk, first, "OnAppTest")
        await desk.ok("event.test")
        await deliver(desk)

    assert handler.received == []
    assert log(desk)[0].status == 302


async def test_handlers_leave_no_cookies(desk):
    async with listening(headers="Set-Cookie: a=b; Path=/\r\n") as handler:
        await listen(desk, handler, "OnAppTest")
        for _ in range(2):
            await desk.ok("event.test")
        await deliver(desk)

    assert len(handler.received) == 2
    assert "cookie:" not in handler.received[1].head.lower()


async def test_a_handler_that_is_not_there_loses_the_event(desk):
    async with listening() as gone:
        await listen(desk, gone, "OnAppTest")
    await desk.ok("event.test")
    await deliver(desk)

    (row,) = log(desk)
    assert (row.state, row.status) == ("failed", None)
    assert "Connect" in row.error


async def test_a_failure_says_why(desk):
    """Plain HTTP is spoken where https was bound."""

    async def talk(_reader, writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as plain:
        port = plain.sockets[0].getsockname()[1]
        where = {"event": "OnAppTest", "handler": f"https://127.0.0.1:{port}/"}
        await desk.ok("event.bind", where)
        await desk.ok("event.test")
        await deliver(desk)

    (row,) = log(desk)
    assert row.error.startswith("ConnectError: ")
    assert "SSL" in row.error


@pytest.mark.parametrize(
    "address",
    [
        "http://shop.example/hook",
        "https://10.0.0.1/hook",
        "http://127.0.0.1@shop.example/hook",
        "http://127.0.0.1.shop.example/hook",
        "http://0.0.0.0/hook",
        "http://[::ffff:10.0.0.1]/hook",
    ],
)
async def test_other_machines_are_not_called(desk, address):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": address})
    await desk.ok("event.test")
    await deliver(desk)

    (row,) = log(desk)
    assert (row.state, row.sent_at) == ("not sent", None)
    assert "not this machine" in row.error


@pytest.mark.parametrize("port", ["0", "-1", "65536", "99999", "9" * 30])
async def test_an_address_without_a_port_that_there_is_is_refused(desk, port):
    """It was accepted, and the event for it ended the whole server."""
    answer = await desk.call(
        "event.bind", {"event": "OnAppTest", "handler": f"http://127.0.0.1:{port}/"}
    )

    assert answer["error"] == "ERROR_WRONG_HANDLER_URL"


@pytest.mark.parametrize("address", ["http://xn--a.b/", "http://127.0.0.1:9/\0"])
async def test_an_address_that_nobody_can_call_is_not_called(desk, address):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": address})
    await desk.ok("event.test")
    await deliver(desk)

    (row,) = log(desk)
    assert (row.state, row.error) == ("not sent", "the address cannot be read")


async def test_whatever_one_address_breaks_with_the_others_are_called(
    desk, handler, monkeypatch, caplog
):
    post = courier._post

    async def broken(http, row):
        if row.handler.endswith("/broken"):
            raise OverflowError("nobody thought of this")
        return await post(http, row)

    monkeypatch.setattr(courier, "_post", broken)
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": "http://127.0.0.1:9/broken"})
    await listen(desk, handler, "OnAppTest")
    await desk.ok("event.test")
    await deliver(desk)

    assert [row.state for row in log(desk)] == ["failed", "answered"]
    assert "nobody thought of this" in caplog.text


async def test_work_that_breaks_is_told_and_the_rest_is_done(desk, clock, monkeypatch, caplog):
    """An unrelated call was refused for it, or the server ended."""
    portal, done = desk.sandbox.portal, []

    def break_down(portal, number):
        done.append(number)
        raise VendorError("ERROR_CORE", "a job broke")

    monkeypatch.setitem(schedule._jobs, "break_down", break_down)
    for number in range(2):
        portal.schedule.at(portal.now, break_down, number)

    assert await desk.ok("server.time")
    assert done == [0, 1]
    assert "a job broke" in caplog.text


async def test_after_a_reset_the_events_of_before_are_no_longer_sent(desk, handler):
    await listen(desk, handler, "OnAppTest")
    for _ in range(5):
        await desk.ok("event.test")

    async def begin_again(_request):
        await desk.order("reset")

    handler.react = begin_again
    await deliver(desk)

    assert len(handler.received) == 1


@pytest.mark.parametrize("path", ["/rest/server.time", "/oauth/token/", "/sandbox/skew"])
async def test_work_that_is_due_while_a_body_comes_is_done_before_it(
    desk, clock, monkeypatch, path
):
    portal, done = desk.sandbox.portal, []

    def fall_due(portal):
        done.append((portal.now, portal.call_count))

    async def slow():
        yield b'{"a": 1, '
        clock.advance(10)
        yield b'"b": 1}'

    monkeypatch.setitem(schedule._jobs, "fall_due", fall_due)
    due, calls = portal.now + 5, portal.call_count
    portal.schedule.at(due, fall_due)
    headers = {"Authorization": f"Bearer {desk.token}", "Content-Type": "application/json"}
    await desk.http.post(path, content=slow(), headers=headers)

    assert done == [(due, calls)]


async def test_deliveries_are_shown_without_tokens(desk, handler):
    await listen(desk, handler, "OnAppTest", "OnAppUpdate")
    await desk.ok("event.test", {"a": 1})
    await desk.order("app", version=2)
    await deliver(desk)

    shown = (await desk.http.get("/sandbox/deliveries")).json()

    for received, row in zip(handler.received, shown, strict=True):
        sent = dict(parse_qsl(row["body"]))
        for name in ("access_token", "application_token"):
            assert received.fields[f"auth[{name}]"]
            assert sent[f"auth[{name}]"] == "…"
        assert sent["auth[member_id]"] == received.fields["auth[member_id]"]


def test_a_host_may_be_allowed():
    assert handler_url.why_not("http://shop.example/hook", "a.example, Shop.example") == ""
    assert "not this machine" in handler_url.why_not("http://b.example/hook", "a.example,")
    assert "neither http nor https" in handler_url.why_not("ftp://127.0.0.1/", "")
    assert "cannot be read" in handler_url.why_not("http://127.0.0.1:x/", "")
    assert "cannot be read" in handler_url.why_not("http://127.0.0.1/\ud800", "")


async def test_events_for_one_handler_come_in_their_order(desk, handler):
    await listen(desk, handler, "OnAppTest")
    for number in range(20):
        await desk.ok("event.test", {"n": number})
    await deliver(desk)

    got = [request.fields["data[QUERY][n]"] for request in handler.received]
    assert got == [str(number) for number in range(20)]


async def test_events_that_cause_each_other_come_to_an_end(desk, handler):
    async def again(request):
        desk.token = request.fields["auth[access_token]"]
        await desk.ok("event.test")

    handler.react = again
    await listen(desk, handler, "OnAppTest")
    await desk.ok("event.test")
    await deliver(desk)

    assert len(handler.received) == 7
    assert log(desk)[-1].state == "not sent"
    assert "circle" in log(desk)[-1].error


async def test_the_offline_queue_is_announced_once_in_a_while(desk, handler, clock):
    await desk.open_shop()
    await listen(desk, handler, "OnOfflineEvent", options={"minTimeout": 5})
    await desk.write("Hello")
    for text in ("One", "Two"):
        await desk.order("reply", chat_id=7734, text=text)
    clock.advance(4)
    await desk.order("reply", chat_id=7734, text="Three")
    clock.advance(1)
    await desk.order("reply", chat_id=7734, text="Four")
    await deliver(desk)

    assert handler.events == ["ONOFFLINEEVENT", "ONOFFLINEEVENT"]
    fields = handler.received[0].fields
    assert not any(name.startswith("data") for name in fields)
    grant = await desk.ask_tokens(
        grant_type="refresh_token", refresh_token=fields["auth[refresh_token]"]
    )
    assert grant["user_id"] == int(fields["auth[user_id]"])


@pytest.mark.parametrize("kind", ["event_late", "event_reorder"])
async def test_events_that_come_late_are_announced_as_well(desk, handler, clock, kind):
    """A program that waits for the word never heard it, and never asked."""
    await desk.ok("event.bind", {"event": "OnAppTest", "event_type": "offline"})
    await listen(desk, handler, "OnOfflineEvent")
    await desk.order("options", self_exclusion=False)
    await desk.order("fault", kind=kind, seconds=20, way="offline")
    await desk.ok("event.test")
    assert await deliver(desk) == 0

    clock.advance(60)
    desk.sandbox.portal.catch_up()
    await deliver(desk)

    assert handler.events == ["ONOFFLINEEVENT"]


async def test_every_event_is_remembered_whoever_listens(desk):
    await desk.order("delete-line", line=57)

    (row,) = (await desk.http.get("/sandbox/events")).json()
    assert row == {
        "at": 1_767_000_000.0,
        "event": "ONIMCONNECTORLINEDELETE",
        "data": "57",
        "owner": None,
        "user": 1,
    }


async def test_deliveries_are_shown(desk, handler):
    await listen(desk, handler, "OnAppTest")
    await desk.ok("event.test")
    await deliver(desk)

    (row,) = (await desk.http.get("/sandbox/deliveries")).json()
    assert (row["event"], row["state"], row["status"]) == ("ONAPPTEST", "answered", 200)
    assert row["handler"] == handler.url


async def test_events_wait_in_a_copy_of_the_portal_too(desk, handler, clock):
    await listen(desk, handler, "OnAppTest")
    await desk.ok("event.bind", {"event": "OnAppTest", "event_type": "offline"})
    await desk.order("fault", kind="event_late", seconds=60, count=None)
    events.raise_event(desk.sandbox.portal, "ONAPPTEST", {"x": 1}, by=1)

    copy = desk.sandbox.fork()
    copy.portal.clock.advance(60)
    copy.portal.catch_up()

    assert len(copy.portal.queue.rows) == 1
    assert await courier.deliver(copy.portal) == 1
    assert desk.sandbox.portal.queue.rows == []


async def test_the_log_is_bounded(desk):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": "http://127.0.0.1:9/hook"})
    for number in range(MAX_DELIVERIES + 5):
        events.raise_event(desk.sandbox.portal, "ONAPPTEST", {"n": number}, by=1)

    assert len(log(desk)) == MAX_DELIVERIES
    assert log(desk)[0].id == 6


async def test_too_much_waiting_is_not_kept(desk):
    await desk.ok("event.bind", {"event": "OnAppTest", "handler": "http://127.0.0.1:9/hook"})
    for _ in range(40):
        events.raise_event(desk.sandbox.portal, "ONAPPTEST", {"x": "y" * 2_000_000}, by=1)

    rows = log(desk)
    assert sum(len(row.body) for row in rows) < 70_000_000
    assert rows[-1].state == "not sent"
    assert "too much" in rows[-1].error


async def test_tokens_of_events_are_used_again_while_they_are_fresh(desk, handler, clock):
    await listen(desk, handler, "OnAppTest")
    for _ in range(2):
        await desk.ok("event.test")
    clock.advance(1801)
    await desk.ok("event.test")
    await deliver(desk)

    tokens = [request.fields["auth[access_token]"] for request in handler.received]
    assert tokens[0] == tokens[1] != tokens[2]


async def test_what_nobody_is_called_for_is_known_at_once(desk):
    await desk.ok("event.bind", {"event": "ONAPPTEST", "handler": "http://shop.example/hook"})
    await desk.ok("event.test")

    assert (await desk.state())["deliveries"] == {"not sent": 1}


async def test_a_portal_whose_clock_stands_tells_no_real_time_of_a_delivery(desk, handler):
    await desk.ok("event.bind", {"event": "ONAPPTEST", "handler": handler.url})
    await desk.ok("event.test")
    await deliver(desk)

    assert [row.milliseconds for row in desk.sandbox.portal.deliveries] == [0]
