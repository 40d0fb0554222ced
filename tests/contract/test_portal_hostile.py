"""Requests that no honest program sends: none may break the portal or leave it in doubt."""

import pytest

from .kit import SHOP, incoming

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"CONNECTOR": NaN, "LINE": Infinity}',
        b'{"CONNECTOR": "\\ud800", "LINE": 1}',
        b'{"CONNECTOR": "a\\u0000b", "LINE": 1}',
        b'{"CONNECTOR": "a", "LINE": ' + b"9" * 5000 + b"}",
        b'{"CONNECTOR": {"deep": ["x"]}, "LINE": {"a": 1}}',
        b'{"CONNECTOR": "a", "CONNECTOR": "b", "LINE": 1e400}',
    ],
    ids=["deep", "deep object", "nan", "surrogate", "zero byte", "long number", "types", "twice"],
)
async def test_strange_json_is_answered_in_the_vendor_s_words(portal, body):
    token = {"auth": portal.tokens["access_token"]}
    address = portal.rest + "imconnector.status"

    got = await portal.http.post(address, params=token, content=body, headers=JSON)

    assert got.status_code in {200, 400, 413, 500}
    assert {"result", "error"} & set(got.json())
    await portal.ok("profile")


@pytest.mark.parametrize(
    "body",
    [
        b"CONNECTOR[[[[=1&LINE]]=2&=3&&&",
        b"CONNECTOR" + b"[a]" * 5000 + b"=1",
        b"LINE[99999999999999999999]=1&CONNECTOR=a",
        b"CONNECTOR=%ff%fe&LINE=%zz",
        b"CONNECTOR=a&CONNECTOR[x]=b&CONNECTOR[]=c&LINE=1",
        b"&".join(b"k%d=1" % n for n in range(5000)),
        b"MESSAGES[0][user]=x&MESSAGES[0][user][id]=y",
    ],
    ids=["brackets", "deep", "index", "bytes", "mixed", "many", "text then map"],
)
async def test_strange_forms_are_answered_in_the_vendor_s_words(portal, body):
    token = {"auth": portal.tokens["access_token"]}
    address = portal.rest + "imconnector.status"

    got = await portal.http.post(address, params=token, content=body, headers=FORM)

    assert got.status_code in {200, 400, 413}
    assert {"result", "error"} & set(got.json())


@pytest.mark.parametrize(
    "path",
    [
        "%00",
        "..%2f..%2fetc%2fpasswd",
        "profile%ff",
        "a" * 5000,
        "1/2/3/4/profile",
        "//",
        "١/x/profile",
    ],
)
async def test_strange_methods_do_not_exist(portal, path):
    got = await portal.http.post(portal.rest + path, json={})

    assert got.status_code in {400, 401, 404, 414}


@pytest.mark.parametrize(
    "value",
    ["'; DROP TABLE x; --", "<script>alert(1)</script>", "\u202egnp.exe", "a|b|c", "x" * 9999],
)
async def test_strange_texts_are_kept_as_they_are(shop, value):
    item = await shop.write(value, user=value[:200], chat="conv-1")

    assert item["SUCCESS"] is True
    assert item["message"]["text"] == value


@pytest.mark.parametrize(
    "item",
    [
        {**incoming(), "user": "text"},
        {**incoming(), "chat": 7},
        {**incoming(), "message": None},
        {**incoming(), "message": ["a"]},
        {**incoming(), "message": {"text": {"a": 1}}},
        {**incoming(), "message": {"text": "x", "files": "none"}},
        {**incoming(), "message": {"text": "x", "files": [{"url": "javascript:alert(1)"}]}},
        {**incoming(), "user": {"id": ["a"], "name": {"x": 1}}},
    ],
    ids=lambda item: str(item)[-60:],
)
@pytest.mark.parametrize("method", ["send", "update", "delete"])
async def test_strange_items_fail_or_pass_but_break_nothing(shop, method, item):
    got = await shop.call(f"imconnector.{method}.messages", shop.about(MESSAGES=[item]))

    assert got.status in {200, 400}
    await shop.write("still there", message="m-9")


@pytest.mark.parametrize("method", ["delivery", "reading"])
@pytest.mark.parametrize(
    "rows",
    [
        ["text"],
        [7],
        [{}],
        [{"im": "x", "message": "y", "chat": "z"}],
        [{"im": {"message_id": "abc"}, "message": {"id": "x"}}],
        {"a": {"im": {}}},
        "text",
    ],
    ids=str,
)
async def test_strange_receipts_break_nothing(shop, method, rows):
    got = await shop.call(f"imconnector.send.status.{method}", shop.about(MESSAGES=rows))

    assert got.status in {200, 400}
    assert {"result", "error"} & set(got.body)


async def test_of_two_spellings_of_one_name_the_later_wins(portal):
    got = await portal.ok("imconnector.status", {"CONNECTOR": "a", "connector": "b", "LINE": 1})

    assert got["CONNECTOR"] == "b"


async def test_of_two_spellings_inside_a_message_the_later_wins(shop):
    item = incoming("first")
    item["message"]["TEXT"] = "second"

    assert (await shop.send([item]))[0]["message"]["text"] == "second"


@pytest.mark.parametrize("values", [[], {}, None, "", 0, [None], "x" * 300])
@pytest.mark.parametrize(
    "method",
    [
        "event.bind",
        "event.unbind",
        "event.offline.get",
        "event.offline.clear",
        "event.offline.error",
        "event.offline.list",
        "imopenlines.config.get",
        "imopenlines.config.list.get",
        "im.message.add",
        "im.message.update",
        "im.message.delete",
        "user.get",
        "feature.get",
        "method.get",
        "batch",
        "events",
        "scope",
    ],
)
async def test_every_parameter_may_be_of_a_wrong_type(portal, method, values):
    names = [
        *("event", "event_type", "handler", "auth_type", "filter", "order", "limit", "clear"),
        *("process_id", "id", "message_id", "start", "CONFIG_ID", "PARAMS", "OPTIONS", "cmd"),
        *("DIALOG_ID", "MESSAGE", "MESSAGE_ID", "FILTER", "CODE", "name", "halt", "SCOPE", "FULL"),
    ]

    got = await portal.call(method, dict.fromkeys(names, values))

    assert got.status in {200, 400, 403}
    assert {"result", "error"} & set(got.body)


async def test_a_web_page_of_another_origin_cannot_steer_the_portal(portal):
    evil = {"Origin": "https://evil.example"}

    got = await portal.http.post(portal.details["control"] + "reset", json={}, headers=evil)
    text = await portal.http.post(
        portal.details["control"] + "reset", content=b"{}", headers={"Content-Type": "text/plain"}
    )

    assert got.status_code == 403
    assert text.status_code == 415
    await portal.ok("profile")


@pytest.mark.parametrize("name", [SHOP, "a" * 255, "кириллица", "with space", "a|b"])
async def test_the_portal_does_not_look_at_the_letters_of_an_id(portal, name):
    await portal.connect(name)

    assert (await portal.status(name))["STATUS"] is True
