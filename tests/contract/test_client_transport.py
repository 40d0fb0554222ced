"""The client's reading of answers: envelopes, errors in every disguise, batches, redirects."""

import pytest

from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    MethodMissing,
    Moved,
    PortalBroken,
    Refused,
    ScopeMissing,
    SignedOut,
    Throttled,
)

from .canned import ELSEWHERE, PORTAL, SECRET, TIME, token_answer

HTML = b"<!DOCTYPE html><html><body><h1>The portal is being updated</h1></body></html>"


async def test_a_call_is_a_json_post_with_the_token_in_the_body(client, vendor):
    vendor.result("profile", {"ID": "7"})

    await client.call("profile", NAME="Ёлка")

    (asked,) = vendor.asked
    assert (asked.verb, asked.path, asked.query) == ("POST", "/rest/profile", "")
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["user-agent"]
    assert asked.params == {"NAME": "Ёлка", "auth": "access-token-1-0123456789"}


@pytest.mark.parametrize(
    "result", [None, False, True, 0, 7, "", "text", [], {}, {"a": [1]}, ["x"], {"error": "field"}]
)
async def test_any_json_value_may_be_a_result(client, vendor, result):
    vendor.result("profile", result)

    assert await client.call("profile") == result


@pytest.mark.parametrize(
    "body",
    [
        {"result": True},
        {"result": True, "time": None},
        {"result": True, "time": []},
        {"result": True, "time": {}},
        {"result": True, "time": {"start": 1, "finish": 2, "operating": "0.5"}},
        {"result": True, "time": TIME, "unknown": {"extra": 1}},
    ],
)
async def test_the_time_block_may_be_anything(client, vendor, body):
    vendor.says("profile", body)

    assert await client.call("profile") is True


@pytest.mark.parametrize(
    ("more", "page", "total"),
    [
        ({"next": 50, "total": 131}, 50, 131),
        ({"next": "50", "total": "131"}, 50, 131),
        ({"total": 0}, None, 0),
        ({}, None, None),
    ],
)
async def test_page_numbers_may_be_texts_or_missing(client, vendor, more, page, total):
    vendor.result("user.get", [], **more)

    answer = await client.transport.call_full("user.get", {})

    assert (answer.next, answer.total) == (page, total)


ERRORS = [
    ("ERROR_METHOD_NOT_FOUND", 404, MethodMissing),
    ("error_method_not_found", 404, MethodMissing),
    ("NO_AUTH_FOUND", 401, SignedOut),
    ("APPLICATION_NOT_FOUND", 401, SignedOut),
    ("authorization_error", 401, SignedOut),
    ("insufficient_scope", 403, ScopeMissing),
    ("insufficient_scope", 401, ScopeMissing),
    ("INSUFFICIENT_SCOPE", 403, ScopeMissing),
    ("ACCESS_DENIED", 403, AccessDenied),
    ("ACCESS_DENIED", 401, AccessDenied),
    ("ACCESS_DENIED", 400, AccessDenied),
    ("user_access_error", 403, AccessDenied),
    ("INVALID_CREDENTIALS", 403, AccessDenied),
    ("ACCESS_ERROR", 403, AccessDenied),
    ("WRONG_AUTH_TYPE", 403, Refused),
    ("WRONG_LICENSE", 403, Refused),
    ("NOT_INSTALLED", 401, Refused),
    ("ERROR_OAUTH", 401, Refused),
    ("PAYMENT_REQUIRED", 401, Refused),
    ("METHOD_CONFIRM_WAITING", 401, Refused),
    ("METHOD_CONFIRM_DENIED", 403, Refused),
    ("INVALID_REQUEST", 400, Refused),
    ("ERROR_ARGUMENT", 400, Refused),
    ("ERROR_CORE", 400, Refused),
    ("NOT_ACTIVE_LINE", 400, Refused),
    ("IMCONNECTOR_NO_CORRECT_PROVIDER", 400, Refused),
    ("CHAT_RENAMING_FAILED", 400, Refused),
    ("ERROR_EVENT_NOT_FOUND", 400, Refused),
    ("PORTAL_DELETED", 500, Refused),
    ("PORTAL_DELETED", 410, Refused),
    ("SOMETHING_NEW", 418, Refused),
    ("CONNECTION_ERROR", 401, PortalBroken),
    ("INTERNAL_SERVER_ERROR", 500, PortalBroken),
    ("ERROR_UNEXPECTED_ANSWER", 500, PortalBroken),
    ("ERROR_CORE", 500, PortalBroken),
    ("QUERY_LIMIT_EXCEEDED", 503, Throttled),
    ("query_limit_exceeded", 503, Throttled),
    ("OPERATION_TIME_LIMIT", 429, Throttled),
    ("OVERLOAD_LIMIT", 503, Throttled),
    ("OVERLOAD_LIMIT", 401, Throttled),
]


@pytest.mark.parametrize(("code", "status", "kind"), ERRORS)
async def test_an_error_code_decides_the_kind_of_failure(client, vendor, code, status, kind):
    vendor.says("profile", {"error": code, "error_description": "Words."}, status)

    with pytest.raises(BitrixError) as caught:
        await client.call("profile")

    assert type(caught.value) is kind
    assert caught.value.code == code
    assert caught.value.description == "Words."
    assert caught.value.status == status
    assert caught.value.method == "profile"


@pytest.mark.parametrize(("code", "status", "kind"), ERRORS[:28])
async def test_the_status_of_an_error_may_be_200(client, vendor, code, status, kind):
    vendor.says("profile", {"error": code, "error_description": "Words."}, 200)

    with pytest.raises(kind) as caught:
        await client.call("profile")

    assert caught.value.code == code


@pytest.mark.parametrize(
    "body",
    [
        {"error": "", "error_description": "Access denied."},
        {"error": "", "error_description": ""},
        {"error": ""},
        {"error": None, "error_description": "text"},
        {"error": 0, "error_description": "text"},
        {"error": 100, "error_description": "Could not find value for parameter {x}"},
        {"error": "", "error_description": "text", "result": True},
        {"error": "E", "error_description": ["not", "a", "text"]},
        {"error": ["strange"], "error_description": "text"},
    ],
)
@pytest.mark.parametrize("status", [200, 400])
async def test_the_mere_key_error_is_a_failure(client, vendor, body, status):
    vendor.says("crm.lead.add", body, status)

    with pytest.raises(Refused) as caught:
        await client.call("crm.lead.add")

    assert caught.value.code


@pytest.mark.parametrize("status", [200, 302, 400, 403, 404, 500, 502, 504])
@pytest.mark.parametrize(
    ("body", "kind"),
    [(HTML, "text/html"), (b"", "application/json"), (b"Bad gateway", "text/plain")],
    ids=["html", "nothing", "text"],
)
async def test_what_is_no_json_is_garbled(client, vendor, status, body, kind):
    vendor.says("profile", body, status, kind=kind)

    with pytest.raises(Garbled) as caught:
        await client.call("profile")

    assert caught.value.snippet == body.decode()
    assert caught.value.status == status


@pytest.mark.parametrize(
    "body",
    [b'{"result": {"a": 1', b"[]", b"null", b"7", b'"text"', b"{}", b'{"time":{}}', b"\xff\xfe"],
)
async def test_json_that_is_no_answer_is_garbled(client, vendor, body):
    vendor.says("profile", body)

    with pytest.raises(Garbled):
        await client.call("profile")


async def test_a_result_with_a_status_of_failure_is_no_success(client, vendor):
    vendor.says("profile", {"result": True}, 500)

    with pytest.raises(BitrixError):
        await client.call("profile")


@pytest.mark.parametrize(("status", "code"), [(503, "QUERY_LIMIT"), (429, "OPERATION_TIME")])
@pytest.mark.parametrize("body", [b"", HTML])
async def test_a_throttled_answer_needs_no_json(client, vendor, status, code, body):
    vendor.says("profile", body, status, kind="text/html")

    with pytest.raises(Throttled) as caught:
        await client.call("profile")

    assert caught.value.code.startswith(code)


async def test_a_byte_order_mark_is_no_garbage(client, vendor):
    vendor.says("profile", b'\xef\xbb\xbf{"result":{"ID":"7"}}')

    assert await client.call("profile") == {"ID": "7"}


async def test_an_html_description_is_kept_as_it_is(client, vendor):
    vendor.says("x", {"error": "", "error_description": "Field<br>is wrong"}, 400)

    with pytest.raises(Refused, match="Field<br>is wrong"):
        await client.call("x")


@pytest.mark.parametrize("key", ["register", "unregister"])
@pytest.mark.parametrize(
    "body",
    [
        {"result": {"result": False, "error": "NAME_REQUIRED", "error_description": "No"}},
        {"result": False, "error": "NAME_REQUIRED", "error_description": "No"},
    ],
    ids=["nested", "top-level"],
)
async def test_both_shapes_of_a_refused_registration_are_one_error(client, vendor, key, body):
    vendor.says(f"imconnector.{key}", body)

    with pytest.raises(Refused) as caught:
        await client.call(f"imconnector.{key}")

    assert (caught.value.code, caught.value.description) == ("NAME_REQUIRED", "No")
    assert caught.value.status == 200


COMMANDS = {"0": ("profile", {}), "1": ("server.time", {})}


@pytest.mark.parametrize(
    "maps",
    [
        {"result": ["a", "b"], "result_error": [], "result_total": [], "result_next": []},
        {"result": {"0": "a", "1": "b"}, "result_error": {}, "result_time": {}},
        {"result": {"0": "a", "1": "b"}},
        {"result": {"1": "b", "0": "a"}, "result_error": None},
    ],
    ids=["lists", "objects", "missing maps", "null"],
)
async def test_the_maps_of_a_batch_may_be_lists_objects_or_missing(client, vendor, maps):
    vendor.result("batch", maps)

    got = await client.transport.batch(COMMANDS)

    assert (dict(got.results), dict(got.errors)) == ({"0": "a", "1": "b"}, {})


@pytest.mark.parametrize("failed", [{"line": {"error": "ACCESS_DENIED", "error_description": ""}}])
@pytest.mark.parametrize("result", [[], {}, None, {"me": False}])
async def test_errors_of_a_batch_stand_by_key(client, vendor, failed, result):
    vendor.result("batch", {"result": result, "result_error": failed})

    got = await client.transport.batch(
        {"me": ("profile", {}), "line": ("imopenlines.config.get", {"CONFIG_ID": 42})}
    )

    assert isinstance(got.errors["line"], AccessDenied)
    assert got.errors["line"].method == "imopenlines.config.get"
    assert dict(got.results) == ({"me": False} if result else {})


async def test_false_and_empty_results_of_a_batch_are_successes(client, vendor):
    vendor.result("batch", {"result": {"a": False, "b": [], "c": None}, "result_error": []})

    got = await client.transport.batch({key: ("x", {}) for key in "abc"})

    assert dict(got.results) == {"a": False, "b": [], "c": None}


@pytest.mark.parametrize("where", ["result", "result_error"])
async def test_a_registration_refused_inside_a_batch_is_an_error_in_both_shapes(
    client, vendor, where
):
    refusal = {"result": False, "error": "ICON_REQUIRED", "error_description": "No icon"}
    other = "result_error" if where == "result" else "result"
    vendor.result("batch", {where: {"it": refusal}, other: []})

    got = await client.transport.batch({"it": ("imconnector.register", {})})

    assert got.errors["it"].code == "ICON_REQUIRED"
    assert not got.results


async def test_the_commands_of_a_batch_are_php_queries_encoded_once(client, vendor):
    vendor.result("batch", {"result": {"it": True}, "result_error": []})
    params = {"CONNECTOR": "a b&c", "MESSAGES": [{"chat": {"id": "Ё"}}], "ON": True, "NO": None}

    await client.transport.batch({"it": ("imconnector.send.messages", params)})

    assert vendor.asked[0].params["cmd"] == {
        "it": "imconnector.send.messages?CONNECTOR=a%20b%26c&MESSAGES[0][chat][id]=%D0%81&ON=1"
    }
    assert vendor.asked[0].params["halt"] == 0


async def test_more_than_fifty_commands_go_in_several_batches(client, vendor):
    vendor.result("batch", {"result": {f"k{n}": n for n in range(50)}, "result_error": []})
    vendor.result("batch", {"result": {f"k{n}": n for n in range(50, 60)}, "result_error": []})

    got = await client.transport.batch({f"k{n}": ("server.time", {}) for n in range(60)})

    assert [len(asked.params["cmd"]) for asked in vendor.asked] == [50, 10]
    assert len(got.results) == 60


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed_with_the_token(client, vendor, status):
    vendor.says("profile", b"", status, Location="https://evil.example/rest/profile.json")
    vendor.says("token", token_answer())

    with pytest.raises(Moved) as caught:
        await client.call("profile")

    assert caught.value.host == "evil.example"
    assert {asked.host for asked in vendor.asked} == {"127.0.0.1:8080"}


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_renamed_portal_is_called_again_with_the_same_body(client, vendor, status):
    vendor.says("imconnector.status", b"", status, Location=f"{ELSEWHERE}/rest/imconnector.status")
    vendor.result("imconnector.status", {"LINE": 42})
    vendor.says("token", token_answer(client_endpoint=f"{ELSEWHERE}/rest/"))

    assert await client.call("imconnector.status", LINE=42) == {"LINE": 42}

    first, second = vendor.calls("imconnector.status")
    assert (first.host, second.host) == ("127.0.0.1:8080", "localhost:9090")
    assert second.verb == "POST"
    assert second.params["LINE"] == 42
    assert client.keeper.endpoint == f"{ELSEWHERE}/rest/"


@pytest.mark.parametrize("code", ["expired_token", "EXPIRED_TOKEN", "invalid_token"])
async def test_a_stale_token_is_refreshed_once_and_the_call_repeated(client, vendor, code):
    vendor.says("profile", {"error": code, "error_description": ""}, 401)
    vendor.result("profile", {"ID": "7"})
    vendor.says("token", token_answer())

    assert await client.call("profile") == {"ID": "7"}

    assert [asked.params["auth"][:14] for asked in vendor.calls("profile")] == [
        "access-token-1",
        "access-token-2",
    ]
    assert [pair.refresh[:15] for pair in client.saved] == ["refresh-token-2"]


async def test_a_second_expired_token_signs_out(client, vendor):
    vendor.says("profile", {"error": "expired_token", "error_description": ""}, 401)
    vendor.says("token", token_answer())

    with pytest.raises(SignedOut):
        await client.call("profile")

    assert len(vendor.calls("profile")) == 2
    assert len(vendor.calls("token")) == 1


@pytest.mark.parametrize("kind", ["NO_AUTH_FOUND", "APPLICATION_NOT_FOUND", "authorization_error"])
async def test_errors_that_no_refresh_mends_cause_none(client, vendor, kind):
    vendor.says("profile", {"error": kind, "error_description": ""}, 401)

    with pytest.raises(SignedOut):
        await client.call("profile")

    assert len(vendor.asked) == 1


async def test_an_overloaded_portal_is_not_asked_again(client, vendor):
    vendor.says("profile", {"error": "OVERLOAD_LIMIT", "error_description": ""}, 503)

    with pytest.raises(Throttled):
        await client.call("profile")

    assert len(vendor.asked) == 1


async def test_records_tell_of_errors_inside_200_and_hold_no_secret(client, vendor):
    vendor.says("profile", {"error": "", "error_description": "access-token-1-0123456789"})
    vendor.says("token", token_answer())
    with pytest.raises(Refused) as caught:
        await client.call("profile", client_secret=SECRET)

    (record,) = client.records
    assert record.status == 200
    assert record.failed
    shown = f"{record!r} {caught.value!s} {caught.value.description}"
    assert SECRET not in shown
    assert "access-token-1-0123456789" not in shown


async def test_records_count_items_refused_inside_a_success(client, vendor):
    rows = [{"SUCCESS": True}, {"SUCCESS": False, "ERRORS": ["No"]}]
    vendor.result("imconnector.send.messages", {"SUCCESS": True, "DATA": {"RESULT": rows}})
    await client.call("imconnector.send.messages")

    (record,) = client.records
    assert (record.items, record.refused, record.failed) == (2, 1, True)
    assert record.url.startswith(PORTAL)
