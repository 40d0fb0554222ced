"""The witness of the contract's tests: a pin is met by a real answer only."""

import httpx
import pytest

from .witness import Witness

REST = "http://127.0.0.1:8000/rest/"


async def after(method, body, status=200, **sent):
    witness = Witness()
    request = httpx.Request("POST", REST + method, **sent)
    await witness.answered(httpx.Response(status, json=body, request=request))
    return witness


@pytest.mark.parametrize("path", ["profile", "PROFILE.json", "1/s3cret/profile.json", "profile/"])
async def test_an_answered_method_is_met(path):
    assert (await after(path, {"result": 1})).missing(["profile", "Profile"]) == []


async def test_a_refused_method_is_met_and_an_unknown_one_is_not():
    refused = await after("profile", {"error": "expired_token"}, 401)
    unknown = await after("im.nothing", {"error": "ERROR_METHOD_NOT_FOUND"}, 404)

    assert refused.missing(["profile"]) == []
    assert unknown.missing(["im.nothing"]) == ["im.nothing"]


async def test_commands_of_a_batch_are_met_unless_unknown():
    body = {"result": {"result_error": {"b": {"error": "ERROR_METHOD_NOT_FOUND"}}}}
    cmd = {"a": "user.get?ID=1", "b": "im.nothing", "c": 7}
    witness = await after("batch", body, json={"cmd": cmd})

    assert witness.missing(["batch", "user.get", "im.nothing"]) == ["im.nothing"]


async def test_an_event_is_met_when_the_application_gets_it():
    witness = await after(
        "event.offline.get", {"result": {"events": [{"EVENT_NAME": "ONAPPTEST"}]}}
    )
    witness.delivered("OnAppInstall")

    names = ["ONAPPTEST", "ONAPPINSTALL", "ONAPPUPDATE"]
    assert witness.missing(names) == ["ONAPPUPDATE"]


async def test_what_is_no_call_of_a_method_is_not_looked_at():
    witness = Witness()
    request = httpx.Request("GET", "http://127.0.0.1:8000/sandbox/state")
    await witness.answered(httpx.Response(200, json={"result": []}, request=request))

    assert (witness.methods, witness.events) == (set(), set())
