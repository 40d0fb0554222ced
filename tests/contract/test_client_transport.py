"""The client's batches, redirects, stale tokens and records."""

import pytest

from app.bitrix.errors import (
    AccessDenied,
    Moved,
    Refused,
    SignedOut,
    Throttled,
)

from .canned import ELSEWHERE, PORTAL, SECRET, token_answer

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
