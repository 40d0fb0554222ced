"""Only this machine, only honest sizes, never a crash."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.sandbox import apps, registry
from app.sandbox.hosts import host_of, is_loopback
from app.sandbox.http.forms import MAX_BODY
from app.sandbox.options import Options
from app.sandbox.orders import HOUSE_ORDERS, ORDERS

PATHS = ["/rest/profile", "/oauth/authorize/", "/oauth/token/", "/sandbox/state", "/nothing"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost:8000", "[::1]:8000", "LOCALHOST", "127.8.9.1:1"]
)
def test_names_of_this_machine_pass(host):
    assert is_loopback(host_of(host))


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "127.0.0.1@evil.example",
        "127.0.0.1:80/evil",
        "0.0.0.0",
        "[::2]",
        "[::1",
        "192.168.0.1",
        "localhost:80:80",
    ],
)
def test_every_other_name_is_refused(host):
    assert not is_loopback(host_of(host))


@pytest.mark.parametrize("path", PATHS)
async def test_a_foreign_host_header_gets_421_everywhere(desk, path):
    answer = await desk.http.get(path, headers={"Host": "evil.example"})

    assert answer.status_code == 421
    assert "location" not in answer.headers


async def test_a_body_that_is_too_large_is_refused(desk):
    answer = await desk.http.post("/rest/profile", content=b"x" * (MAX_BODY + 1))

    assert answer.status_code == 413


async def test_a_body_that_only_says_it_is_too_large_is_refused(desk):
    headers = {"Content-Length": "99999999999999999999"}
    answer = await desk.http.post("/rest/profile", content=b"x", headers=headers)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json", "Origin": "https://evil.example"}, 403),
    ],
)
async def test_a_web_page_cannot_steer_the_sandbox(desk, headers, status):
    answer = await desk.http.post("/sandbox/reset", content=b"{}", headers=headers)

    assert answer.status_code == status
    assert await desk.ok("profile")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost.evil.example:80"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost:5173", "Sec-Fetch-Site": "cross-site"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 200),
        ({}, 200),
    ],
)
async def test_the_known_webhook_is_not_for_pages_from_anywhere(desk, headers, status):
    """Its code is the same everywhere, so any page that found the port could read the portal."""
    answer = await desk.http.get(f"{desk.about['webhook']}profile", headers=headers)

    assert answer.status_code == status


@pytest.mark.parametrize("body", [b'{"chat_id":', b"[1]", b"nothing", b'{"a":' * 100])
async def test_an_order_that_is_no_json_is_told_so(desk, body):
    kind = {"Content-Type": "application/json"}

    answer = await desk.http.post("/sandbox/reply", content=body, headers=kind)

    assert answer.status_code == 400
    assert "JSON object" in answer.json()["error"]


@pytest.mark.parametrize(
    "path",
    ["/rest/nothing", "/rest/profile", "/rest/profile?auth=wrong", "/rest/1/no/profile"],
)
async def test_who_may_not_call_says_nothing_about_the_portals_address(desk, path):
    """Later events told every handler to take its tokens to the address of a stranger's call."""
    where = {"event": "OnAppUpdate", "handler": "http://127.0.0.1:9/hook"}
    await desk.ok("event.bind", where)
    await desk.http.get(path, headers={"Host": "127.6.6.6:6666"})

    portal = desk.sandbox.portal
    apps.update(portal, portal.app, 2, by=1)

    (row,) = portal.deliveries
    assert "6666" not in row.body
    assert "server_endpoint%5D=http%3A%2F%2F127.0.0.1%3A8080%2Frest" in row.body


async def test_calls_are_shown_without_tokens(desk):
    token = desk.token
    command = f"user.current?auth={token}&x=1"
    await desk.http.post(f"/rest/batch?auth={token}&AUTH={token}", json={"cmd": {"a": command}})
    await desk.http.get(f"/rest/profile?auth={token}&client_secret=s3cr3t")

    shown = (await desk.http.get("/sandbox/calls")).text

    assert token not in shown
    assert "s3cr3t" not in shown
    assert "user.current?auth=\\u2026&x=1" in shown


async def test_a_call_is_shown_with_what_was_remarked(desk):
    await desk.open_shop()
    await desk.ok("imconnector.activate", {"CONNECTOR": "lamp_chat", "LINE": 57, "ACTIVE": "N"})
    await desk.ok("profile")

    calls = (await desk.http.get("/sandbox/calls")).json()
    remarks = (await desk.http.get("/sandbox/remarks")).json()

    assert "ACTIVE" in calls[-2]["remarks"][0]
    assert calls[-2]["remarks"][0] in remarks
    assert calls[-1]["remarks"] == []


async def test_a_soft_refusal_is_seen_among_the_calls(desk):
    """A script that looks for failed calls missed it."""
    for shape in ("nested", "top-level"):
        await desk.order("options", error_shape=shape)
        await desk.call("imconnector.register", {"ID": ""})

    rows = (await desk.http.get("/sandbox/calls")).json()

    assert [row["error"] for row in rows[-2:]] == ["CONNECTOR_ID_REQUIRED"] * 2


@pytest.mark.parametrize("verb", ["PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_other_verbs_are_refused(desk, verb):
    assert (await desk.http.request(verb, "/rest/profile")).status_code == 405


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "CONNECTOR",
        "LINE",
        "MESSAGES",
        "ACTIVE",
        "DATA",
        "ID",
        "NAME",
        "ICON",
        "CHAT_ID",
        "USER_ID",
        "CMD",
        "MESSAGE_ID",
        "DIALOG_ID",
        "MESSAGE",
        "filter",
        "order",
        "limit",
        "clear",
        "process_id",
        "message_id",
        "event",
        "event_type",
        "handler",
        "PARAMS",
        "OPTIONS",
        "CONFIG_ID",
        "FILTER",
        "start",
        "auth_type",
        "ACCESS",
        "CODE",
        "SCOPE",
    ]
)
USUAL = st.sampled_from(["lamp_chat", 42, "42", "chat7734", 551020, [], {}, "0", "\ud800", 10**30])


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    method=st.sampled_from(registry.names(Options(legacy_deactivate=True))),
    params=st.dictionaries(KEYS, USUAL | JSON, max_size=5),
)
async def test_no_parameters_break_a_method(desk, method, params):
    body = json.dumps(params).encode()
    headers = {"Authorization": f"Bearer {desk.token}", "Content-Type": "application/json"}
    answer = await desk.http.post(f"/rest/{method}", content=body, headers=headers)

    assert "result" in answer.json() or "error" in answer.json()


PARTS = st.dictionaries(
    st.sampled_from(["id", "ID", "name", "text", "files", "url", "date", "user_id", "message_id"]),
    USUAL | JSON,
    max_size=4,
)
ITEMS = st.fixed_dictionaries({"user": PARTS, "message": PARTS, "chat": PARTS, "im": PARTS})


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    method=st.sampled_from(
        ["send.messages", "update.messages", "delete.messages", "send.status.delivery"]
    ),
    items=st.lists(ITEMS | JSON, max_size=3) | st.dictionaries(st.text(max_size=3), ITEMS),
)
async def test_no_messages_break_the_portal(desk, method, items):
    await desk.order("reset")
    await desk.sign_in()
    await desk.open_shop()
    await desk.write("Hello")
    params = {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": items, "auth": desk.token}
    headers = {"Content-Type": "application/json"}
    body = json.dumps(params).encode()
    answer = await desk.http.post(f"/rest/imconnector.{method}", content=body, headers=headers)

    assert "result" in answer.json() or answer.json()["error"] == "ERROR_ARGUMENT"
    assert (await desk.http.get("/sandbox/state")).status_code == 200


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    act=st.sampled_from([*ORDERS, *HOUSE_ORDERS]),
    fields=st.dictionaries(
        st.sampled_from(
            [
                "chat_id",
                "text",
                "user_id",
                "files",
                "message_id",
                "connector",
                "line",
                "action",
                "which",
                "kind",
                "count",
                "method",
                "probability",
                "seed",
                "status",
                "advance",
                "on",
                "delay",
                "plan",
                "operating_limit",
                "name",
                "to",
                "portal",
                "title",
                "client_id",
                "random_seed",
                "seconds",
                "host",
            ]
        ),
        USUAL | JSON,
        max_size=5,
    ),
)
async def test_no_order_breaks_the_control_interface(desk, act, fields):
    body = json.dumps(fields).encode()
    headers = {"Content-Type": "application/json"}
    answer = await desk.http.post(f"/sandbox/{act}", content=body, headers=headers)

    assert answer.status_code < 500
    assert (await desk.http.get("/sandbox/state")).status_code == 200


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    body=st.binary(max_size=80),
    kind=st.sampled_from(
        [
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/html",
            "",
        ]
    ),
    path=st.sampled_from(["/rest/profile", "/rest/batch", "/oauth/token/", "/oauth/authorize/"]),
)
async def test_no_body_breaks_the_server(desk, body, kind, path):
    answer = await desk.http.post(path, content=body, headers={"Content-Type": kind})

    assert answer.status_code < 500 or answer.json()["error"] == "QUERY_LIMIT_EXCEEDED"
