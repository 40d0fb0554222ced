"""The client's reading of lines, people and the application itself, sloppy answers included."""

from datetime import UTC, datetime

import pytest

from app.bitrix.app import App, capabilities_of
from app.bitrix.errors import BitrixError, Garbled, Refused
from app.bitrix.im import Im
from app.bitrix.imopenlines import LineConfigs
from app.bitrix.operator_acts import OperatorActs
from app.bitrix.portal import check_portal
from app.bitrix.users import Users
from app.domain.acts import Act
from app.domain.capability import MethodState
from app.domain.connector import OpenLine

from .canned import PORTAL


def sent(vendor):
    return {key: value for key, value in vendor.asked[-1].params.items() if key != "auth"}


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (
            [
                {"ID": "42", "LINE_NAME": "Shop", "ACTIVE": "Y", "DATE_CREATE": {}},
                {"ID": 57, "LINE_NAME": "Опт", "ACTIVE": "N"},
            ],
            (OpenLine(42, "Shop", active=True), OpenLine(57, "Опт", active=False)),
        ),
        ({"0": {"ID": "42", "LINE_NAME": "Shop"}}, (OpenLine(42, "Shop"),)),
        ({"5": {"ID": "42", "LINE_NAME": None}}, (OpenLine(42, "42"),)),
        ([{"ID": None}, {"LINE_NAME": "?"}, "text"], ()),
        ([], ()),
        ({}, ()),
        (False, ()),
    ],
)
async def test_lines_are_read_in_every_shape(client, vendor, result, expected):
    vendor.result("imopenlines.config.list.get", result)

    found = await LineConfigs(client.transport).list()
    assert tuple(OpenLine(each.id, each.name, each.active) for each in found) == expected


@pytest.mark.parametrize("act", [Act.ANSWER, Act.FINISH])
async def test_an_operator_s_act_names_the_chat(client, vendor, act):
    vendor.result(f"imopenlines.operator.{act}", True)

    await OperatorActs(client.transport).act(act, 7734)

    assert sent(vendor) == {"CHAT_ID": 7734}


async def test_a_faster_colleague_is_a_refusal_with_an_empty_code(client, vendor):
    body = {"error": "", "error_description": ""}
    vendor.says("imopenlines.operator.answer", body, 400)

    with pytest.raises(Refused):
        await OperatorActs(client.transport).act(Act.ANSWER, 7734)


@pytest.mark.parametrize("result", [551020, "551020"])
async def test_a_written_message_has_a_number(client, vendor, result):
    vendor.result("im.message.add", result)

    assert await Im(client.transport).message_add(7734, "Yes") == 551020
    assert sent(vendor) == {"DIALOG_ID": "chat7734", "MESSAGE": "Yes"}


@pytest.mark.parametrize("result", [None, [], "x"])
async def test_a_written_message_without_a_number_is_garbled(client, vendor, result):
    vendor.result("im.message.add", result)

    with pytest.raises(Garbled):
        await Im(client.transport).message_add(7734, "Yes")


async def test_a_written_message_that_the_portal_says_no_to_is_refused(client, vendor):
    vendor.result("im.message.add", False)

    with pytest.raises(Refused):
        await Im(client.transport).message_add(7734, "Yes")


async def test_an_edit_to_nothing_is_not_sent_since_it_would_delete(client, vendor):
    vendor.result("im.message.update", True)

    with pytest.raises(ValueError, match="delete"):
        await Im(client.transport).message_update(551020, "")

    assert vendor.asked == []


async def test_edits_and_deletions_name_the_message(client, vendor):
    vendor.result("im.message.update", True)
    vendor.result("im.message.delete", True)

    await Im(client.transport).message_update(551020, "Better")
    assert sent(vendor) == {"MESSAGE_ID": 551020, "MESSAGE": "Better"}
    await Im(client.transport).message_delete(551020)
    assert sent(vendor) == {"MESSAGE_ID": 551020}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"ID": "7", "ADMIN": True, "NAME": "Ann", "LAST_NAME": "Lee"}, (7, "Ann Lee", True)),
        ({"ID": 7, "ADMIN": "Y", "NAME": "Ann", "LAST_NAME": ""}, (7, "Ann", True)),
        ({"ID": "7", "ADMIN": "", "NAME": None, "LAST_NAME": " Lee "}, (7, "Lee", False)),
        ({"ID": "7", "NAME": "", "EMAIL": "a@b.example"}, (7, "a@b.example", False)),
        ([], (0, "", False)),
    ],
)
async def test_a_profile_is_read_in_every_shape(client, vendor, row, expected):
    vendor.result("profile", row)

    got = await Users(client.transport).profile()

    assert (got.id, got.name, got.admin) == expected


@pytest.mark.parametrize(
    "result",
    [
        [{"ID": "7", "NAME": "Ann", "TIMESTAMP_X": {}}, {"ID": 12, "NAME": "Oleg"}],
        {"0": {"ID": 7, "NAME": "Ann"}, "2": {"ID": "12", "NAME": "Oleg"}},
    ],
)
async def test_users_are_read_by_id(client, vendor, result):
    vendor.result("user.get", result)

    found = await Users(client.transport).get([12, 7, 12])

    assert {key: user.name for key, user in found.items()} == {7: "Ann", 12: "Oleg"}


@pytest.mark.parametrize("result", [[], {}, False, None])
async def test_unknown_users_are_left_out(client, vendor, result):
    vendor.result("user.get", result)

    assert await Users(client.transport).get([424242]) == {}


INFO = {
    "ID": 12,
    "CODE": "local.1",
    "STATUS": "L",
    "INSTALLED": True,
    "PAYMENT_EXPIRED": "N",
    "DAYS": None,
    "LICENSE": "en_pro100",
}

PROBE = {
    "info": INFO,
    "profile": {"ID": "7", "ADMIN": True, "NAME": "Ann", "LAST_NAME": "Lee"},
    "scope": ["imopenlines", "imconnector", "im", "user_brief"],
    "offline": {"value": "Y"},
    "auth": {"value": "N"},
}


def answer(vendor, **changes):
    vendor.result("batch", {"result": PROBE | changes, "result_error": []})


@pytest.mark.parametrize(
    ("changes", "installed", "expired"),
    [
        ({}, True, False),
        ({"INSTALLED": "Y"}, True, False),
        ({"INSTALLED": 1}, True, False),
        ({"INSTALLED": False}, False, False),
        ({"INSTALLED": "N", "PAYMENT_EXPIRED": "Y", "DAYS": -3}, False, True),
        ({"INSTALLED": ""}, False, False),
    ],
)
async def test_the_application_is_read(client, vendor, changes, installed, expired):
    answer(vendor, info=INFO | changes)

    got = (await App(client.transport).examine()).application

    assert (got.installed, got.payment_expired, got.licence) == (installed, expired, "en_pro100")


@pytest.mark.parametrize(
    ("value", "on"),
    [("Y", True), ("N", False), ("en_selfhosted", True), ("ru_selfhosted", True), ("", False)],
)
async def test_a_feature_is_on_for_y_and_for_every_self_hosted_edition(client, vendor, value, on):
    answer(vendor, offline={"value": value})

    assert (await App(client.transport).examine()).offline_extended is on


@pytest.mark.parametrize(
    ("result", "state"),
    [
        ({"isExisting": True, "isAvailable": True}, MethodState.AVAILABLE),
        ({"isExisting": True, "isAvailable": False}, MethodState.FORBIDDEN),
        ({"isExisting": False, "isAvailable": False}, MethodState.MISSING),
        ([], MethodState.MISSING),
    ],
)
async def test_methods_are_asked_about_in_lower_case(client, vendor, result, state):
    answer(vendor, method_0=result)

    told = (await App(client.transport).examine()).methods

    (name,) = told
    assert told[name] is state
    assert sent(vendor)["cmd"]["method_0"] == f"method.get?name={name.lower()}"


@pytest.mark.parametrize("result", [["im", "user"], {"0": "im", "3": "user"}])
async def test_scopes_are_a_list_or_an_object(client, vendor, result):
    answer(vendor, scope=result)

    assert (await App(client.transport).examine()).scopes == {"im", "user"}


async def test_the_server_s_time_is_compared_in_utc(client, vendor):
    answer(vendor, time="2026-01-02T11:20:05+02:00")

    now = datetime(2026, 1, 2, 9, 20, tzinfo=UTC)
    assert (await App(client.transport).examine(lambda: now)).skew == 5


async def test_a_probe_is_one_batch(client, vendor):
    vendor.result("batch", {"result": PROBE, "result_error": []})

    got = capabilities_of(await App(client.transport).examine())

    assert len(vendor.asked) == 1
    assert (got.user.id, got.admin, got.installed) == (7, True, True)
    assert (got.offline_extended, got.auth_connector) == (True, False)
    assert got.missing_scopes == ()


async def test_a_probe_names_the_scopes_that_are_missing(client, vendor):
    vendor.result("batch", {"result": {**PROBE, "scope": ["im"]}, "result_error": []})

    missing = (capabilities_of(await App(client.transport).examine())).missing_scopes

    assert set(missing) == {"imopenlines", "imconnector", "user"}


async def test_a_probe_survives_errors_of_its_parts(client, vendor):
    failed = {"error": "ERROR_METHOD_NOT_FOUND", "error_description": ""}
    rest = {key: PROBE[key] for key in ("info", "profile", "scope")}
    errors = {"offline": failed, "auth": failed}
    vendor.result("batch", {"result": rest, "result_error": errors})

    got = capabilities_of(await App(client.transport).examine())

    assert (got.offline_extended, got.auth_connector) == (False, False)


async def test_a_probe_without_a_person_is_a_failure(client, vendor):
    error = {"profile": {"error": "ACCESS_DENIED", "error_description": ""}}
    vendor.result("batch", {"result": [], "result_error": error})

    with pytest.raises(BitrixError):
        capabilities_of(await App(client.transport).examine())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"result": "2026-01-02T09:20:00+00:00"}, 200),
        ({"error": "NO_AUTH_FOUND", "error_description": ""}, 401),
        ({"error": "QUERY_LIMIT_EXCEEDED"}, 503),
    ],
)
async def test_even_a_refusal_proves_a_portal(client, vendor, body, status):
    vendor.says("server.time", body, status)

    await check_portal(client.http, PORTAL)


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"<html>shop</html>", 200), (b"<html>", 404), (b"", 200), (b"[]", 200), (b'{"a":1}', 200)],
)
async def test_what_answers_otherwise_is_no_portal(client, vendor, body, status):
    vendor.says("server.time", body, status, kind="text/html")

    with pytest.raises(Garbled):
        await check_portal(client.http, PORTAL)
