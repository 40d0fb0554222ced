"""How a call is written and answered: addresses, encodings, envelopes, the order of checks."""

from datetime import datetime

import pytest

from .kit import SHOP, answer_of, incoming, open_portal

PROFILE_FORMS = [
    "profile",
    "profile.json",
    "profile/",
    "profile.json/",
    "PROFILE",
    "Profile.json",
]


def token_of(portal):
    return {"auth": portal.tokens["access_token"]}


@pytest.mark.parametrize("path", PROFILE_FORMS)
async def test_the_method_may_be_written_in_many_ways(portal, path):
    assert (await portal.raw("POST", path, json=token_of(portal))).result["NAME"]


@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_a_call_may_be_get_or_post_with_the_token_in_the_query(portal, verb):
    assert (await portal.raw(verb, "profile", params=token_of(portal))).result["ID"]


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"auth": "TOKEN"}},
        {"data": {"auth": "TOKEN"}},
        {"data": {"auth": "TOKEN"}, "files": {"unused": ("a.txt", b"a")}},
        {"params": {"auth": "TOKEN"}},
        {"params": {"access_token": "TOKEN"}},
        {"json": {"access_token": "TOKEN"}},
        {"headers": {"Authorization": "Bearer TOKEN"}},
    ],
    ids=["json", "form", "multipart", "query", "query access_token", "json access_token", "header"],
)
async def test_the_token_is_found_wherever_the_vendor_looks(portal, sent):
    token = portal.tokens["access_token"]
    given = {
        how: {k: v.replace("TOKEN", token) if isinstance(v, str) else v for k, v in what.items()}
        for how, what in sent.items()
    }

    assert (await portal.raw("POST", "profile", **given)).result["ID"]


async def test_the_header_is_read_before_the_body(portal):
    header = {"Authorization": f"Bearer {portal.tokens['access_token']}"}

    assert (await portal.raw("POST", "profile", headers=header, json={"auth": "wrong"})).result


async def test_the_body_wins_over_the_query(portal):
    got = await portal.raw(
        "POST",
        "imconnector.status",
        params={"CONNECTOR": "from_query", "LINE": "1"},
        json={**token_of(portal), "CONNECTOR": "from_body"},
    )

    assert got.result["CONNECTOR"] == "from_body"
    assert got.result["LINE"] == 1


async def test_a_json_body_counts_only_with_a_json_content_type(portal):
    got = await portal.raw(
        "POST",
        "profile",
        content=b'{"auth":"' + portal.tokens["access_token"].encode() + b'"}',
        headers={"Content-Type": "text/plain"},
    )

    assert got.refusal == (401, "NO_AUTH_FOUND")


async def test_a_broken_json_body_counts_as_no_parameters(portal):
    got = await portal.raw(
        "POST",
        "imconnector.status",
        params=token_of(portal),
        content=b'{"CONNECTOR": "a',
        headers={"Content-Type": "application/json"},
    )

    assert got.refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.parametrize("body", [b"[]", b"[1,2]", b'"text"', b"null", b"7"])
async def test_a_json_body_that_is_no_object_counts_as_no_parameters(portal, body):
    kind = {"Content-Type": "application/json"}

    got = await portal.raw("POST", "profile", params=token_of(portal), content=body, headers=kind)

    assert got.result["ID"]


async def test_php_brackets_carry_nested_messages_in_a_form(shop):
    form = {
        **token_of(shop),
        "CONNECTOR": SHOP,
        "LINE": str(shop.lines[0]),
        "MESSAGES[0][user][id]": "u-5",
        "MESSAGES[0][user][name]": "Ёлка & Co",
        "MESSAGES[0][message][id]": "m-1",
        "MESSAGES[0][message][text]": "a=b&c [x] 100%",
        "MESSAGES[0][chat][id]": "conv-9",
        "MESSAGES[1][user][id]": "u-5",
        "MESSAGES[1][message][id]": "m-2",
        "MESSAGES[1][message][text]": "second",
        "MESSAGES[1][chat][id]": "conv-9",
    }

    got = (await shop.raw("POST", "imconnector.send.messages", data=form)).result

    rows = got["DATA"]["RESULT"]
    rows = list(rows.values()) if isinstance(rows, dict) else rows
    assert [row["SUCCESS"] for row in rows] == [True, True]
    assert [row["message"]["text"] for row in rows] == ["a=b&c [x] 100%", "second"]


async def test_empty_brackets_append(shop):
    mail = (await shop.send([incoming()]))[0]["session"]["CHAT_ID"]
    event = await shop.replied(int(mail))
    body = "&".join(
        [
            f"auth={shop.tokens['access_token']}",
            f"CONNECTOR={SHOP}&LINE={shop.lines[0]}",
            f"MESSAGES[0][im][chat_id]={event['im']['chat_id']}",
            f"MESSAGES[0][im][message_id]={event['im']['message_id']}",
            "MESSAGES[0][message][id][]=x-1&MESSAGES[0][message][id][]=x-2",
            "MESSAGES[0][chat][id]=conv-1",
        ]
    )
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    address = "imconnector.send.status.delivery"
    assert (await shop.raw("POST", address, content=body.encode(), headers=form)).result["SUCCESS"]

    await shop.control("edit", message_id=event["im"]["message_id"], text="Three")
    (data,) = await shop.events("OnImConnectorMessageUpdate")

    assert data["MESSAGES"][0]["message"]["id"] == ["x-1", "x-2"]


async def test_brackets_work_in_the_query_too(portal):
    params = {**token_of(portal), "cmd[me]": "profile", "cmd[at]": "server.time"}

    got = (await portal.raw("GET", "batch", params=params)).result

    assert set(got["result"]) == {"me", "at"}


async def test_of_a_repeated_plain_name_the_last_counts(portal):
    query = f"imconnector.status?auth={portal.tokens['access_token']}&CONNECTOR=a&CONNECTOR=b"

    assert (await portal.raw("GET", query)).result["CONNECTOR"] == "b"


@pytest.mark.parametrize("name", ["CONNECTOR", "connector", "Connector"])
async def test_parameter_names_may_be_in_any_case(portal, name):
    got = await portal.ok("imconnector.status", {name: "acme", "line": "1"})

    assert got["CONNECTOR"] == "acme"
    assert got["LINE"] == 1


async def test_a_success_carries_the_time_block(portal):
    got = await portal.call("profile")
    time = got.body["time"]

    assert set(got.body) == {"result", "time"}
    assert time["start"] <= time["finish"]
    assert time["duration"] >= 0
    assert time["processing"] >= 0
    assert datetime.fromisoformat(time["date_start"]).tzinfo
    assert datetime.fromisoformat(time["date_finish"]).tzinfo


async def test_the_cloud_tells_the_operating_time_of_the_method(portal):
    time = (await portal.call("profile")).body["time"]

    assert time["operating"] >= 0
    assert isinstance(time["operating_reset_at"], int)


async def test_an_on_premise_portal_tells_no_operating_time():
    async with open_portal(plan="selfhosted") as portal:
        assert "operating" not in (await portal.call("profile")).body["time"]


async def test_an_answer_is_json_and_open_to_every_origin(portal):
    got = await portal.http.post(portal.rest + "profile", json=token_of(portal))

    assert got.headers["content-type"].startswith("application/json")
    assert got.headers["access-control-allow-origin"] == "*"


async def test_an_error_is_a_flat_object_with_code_and_text(portal):
    got = await portal.call("imconnector.status")

    assert got.status == 400
    assert got.body["error"] == "ERROR_ARGUMENT"
    assert got.body["error_description"] == "Argument 'CONNECTOR' is null or empty"
    assert got.body["argument"] == "CONNECTOR"
    assert "result" not in got.body


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({}, (401, "NO_AUTH_FOUND")),
        ({"auth": ""}, (401, "NO_AUTH_FOUND")),
        ({"auth": "0123456789abcdef0123456789abcdef"}, (401, "invalid_token")),
    ],
)
async def test_a_call_without_a_valid_token_is_refused(portal, sent, refusal):
    got = await portal.raw("POST", "profile", json=sent)

    assert got.refusal in {refusal, (401, "NO_AUTH_FOUND")}
    assert got.text


async def test_an_unknown_method_is_told_before_credentials_are_looked_at(portal):
    got = await portal.raw("POST", "imconnector.nothing", json={})

    assert got.refusal == (404, "ERROR_METHOD_NOT_FOUND")
    assert got.text == "Method not found!"


async def test_credentials_are_looked_at_before_parameters(portal):
    got = await portal.raw("POST", "imconnector.send.messages", json={"MESSAGES": "wrong"})

    assert got.refusal == (401, "NO_AUTH_FOUND")


async def test_the_scope_is_looked_at_before_parameters():
    async with open_portal(scope="user", signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.call("imconnector.send.messages", {"MESSAGES": "wrong"})

    assert got.refusal == (403, "insufficient_scope")


async def test_the_operating_limit_is_looked_at_before_parameters(portal):
    await portal.control("fault", kind="operation_time", method="imconnector.status", count=1)

    assert (await portal.call("imconnector.status")).refusal == (429, "OPERATION_TIME_LIMIT")
    assert (await portal.call("imconnector.status")).refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.parametrize(
    ("scope", "method", "allowed"),
    [
        ("imopenlines", "imconnector.list", True),
        ("imconnector", "imconnector.list", True),
        ("im", "imconnector.list", False),
        ("imopenlines", "imopenlines.config.list.get", True),
        ("imconnector", "imopenlines.config.list.get", False),
        ("imopenlines", "im.message.add", False),
        ("user_brief", "user.current", True),
        ("user_basic", "user.get", True),
        ("im", "user.current", False),
        ("im", "profile", True),
        ("im", "app.info", True),
        ("im", "event.get", True),
        ("im", "event.offline.list", True),
        ("im", "server.time", True),
    ],
)
async def test_a_method_asks_for_its_scope(scope, method, allowed):
    async with open_portal(scope=scope, signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.call(method)

    assert (got.body.get("error") != "insufficient_scope") is allowed
    if not allowed:
        assert got.refusal == (403, "insufficient_scope")


async def test_an_expired_token_is_told_apart_from_a_wrong_one(portal):
    await portal.control("tokens", action="expire", which="access")
    expired = await portal.call("profile")

    assert expired.refusal == (401, "expired_token")
    assert expired.text == "The access token provided has expired"


async def test_the_portal_refuses_a_foreign_host(portal):
    got = await portal.http.get(portal.rest + "profile", headers={"Host": "evil.example"})

    assert got.status_code in {400, 403, 421}


async def test_the_control_interface_refuses_a_foreign_host(portal):
    address = portal.details["control"] + "state"

    got = await portal.http.get(address, headers={"Host": "evil.example:8000"})

    assert got.status_code in {400, 403, 421}


async def test_no_answer_repeats_the_token(portal):
    got = await portal.http.post(portal.rest + "profile", json=token_of(portal))

    assert portal.tokens["access_token"] not in got.text


async def test_an_unknown_address_of_the_portal_is_no_method(portal):
    got = await portal.http.post(portal.rest, json=token_of(portal))

    assert got.status_code == 404


async def test_xml_need_not_be_there_but_breaks_nothing(portal):
    got = await portal.http.post(portal.rest + "profile.xml", json=token_of(portal))

    assert got.status_code < 500


async def test_answers_keep_cyrillic(shop):
    item = await shop.write("Лампа есть? 💡")

    assert item["message"]["text"] == "Лампа есть? 💡"


async def test_a_body_that_is_not_utf_8_is_refused_or_read_without_a_crash(portal):
    got = answer_of(
        await portal.http.post(
            portal.rest + "imconnector.status",
            params=token_of(portal),
            content=b'{"CONNECTOR": "\xff\xfe"}',
            headers={"Content-Type": "application/json"},
        )
    )

    assert got.status == 400
    assert got.body["error"] in {"WRONG_ENCODING", "ERROR_ARGUMENT"}
