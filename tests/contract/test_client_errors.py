"""The client's reading of answers: results of every type, errors in every disguise."""

import pytest

from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    MethodMissing,
    PortalBroken,
    Refused,
    ScopeMissing,
    SignedOut,
    Throttled,
)

from .canned import TIME

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
