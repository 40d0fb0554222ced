"""Open lines as settings: added, read, changed, deleted."""

import pytest

from .colleagues import Webhook, employee
from .kit import SEVEN
from .scenes import new_line, row

STATUS, LINE = SEVEN[5:]
QUEUE_ROW = {
    "ID",
    "SORT",
    "USER_ID",
    "DEPARTMENT_ID",
    "USER_NAME",
    "USER_WORK_POSITION",
    "USER_AVATAR",
    "USER_AVATAR_ID",
}


async def read(portal, line):
    return await portal.ok("imopenlines.config.get", {"CONFIG_ID": line})


@pytest.mark.pins("imopenlines.config.add")
async def test_a_new_line_answers_with_its_number(portal):
    line = await portal.ok("imopenlines.config.add", {"PARAMS": {"LINE_NAME": "Repairs"}})

    assert type(line) is int
    assert (await read(portal, line))["LINE_NAME"] == "Repairs"
    listed = await portal.ok("imopenlines.config.list.get")
    assert str(line) in {each["ID"] for each in listed}


@pytest.mark.pins("imopenlines.config.add")
async def test_a_line_without_any_settings_gets_a_name_and_an_empty_queue(portal):
    line = await read(portal, await portal.ok("imopenlines.config.add"))

    assert line["LINE_NAME"]
    assert line["ACTIVE"] in {"Y", "N"}
    assert line["QUEUE"] == []
    assert line["QUEUE_FULL"] in ({}, [])
    assert line["QUEUE_USERS_FIELDS"] in ({}, [])


@pytest.mark.pins("imopenlines.config.add")
async def test_anybody_may_add_a_line(portal):
    ann = await employee(portal)

    assert await ann.ok("imopenlines.config.add", {"PARAMS": {"LINE_NAME": "Ann's"}}) > 0


@pytest.mark.pins("imopenlines.config.add")
@pytest.mark.parametrize(
    "queue",
    [
        [{"ENTITY_TYPE": "user", "ENTITY_ID": "7"}, {"ENTITY_TYPE": "user", "ENTITY_ID": "12"}],
        [7, 12],
        ["7", "12"],
        [7, 424_242, 12],
        [{"ENTITY_TYPE": "user", "ENTITY_ID": 7}, {"ENTITY_TYPE": "user", "ENTITY_ID": "12"}, "x"],
    ],
)
async def test_the_queue_takes_users_in_two_spellings_and_drops_the_unknown(portal, queue):
    line = await new_line(portal, QUEUE=queue)

    assert [str(user) for user in (await read(portal, line))["QUEUE"]] == ["7", "12"]


@pytest.mark.pins("imopenlines.config.add")
async def test_a_department_in_the_queue_stands_for_its_people(portal):
    line = await new_line(portal, QUEUE=[{"ENTITY_TYPE": "department", "ENTITY_ID": "1"}])

    assert {"7", "12"} <= {str(user) for user in (await read(portal, line))["QUEUE"]}


@pytest.mark.pins("imopenlines.config.add", "imopenlines.config.get")
@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("ACTIVE", "N", "N"),
        ("QUEUE_TYPE", "strictly", "strictly"),
        ("QUEUE_TYPE", "all", "all"),
        ("QUEUE_TIME", 120, "120"),
        ("NO_ANSWER_TIME", "300", "300"),
        ("WELCOME_MESSAGE", "Y", "Y"),
        ("WELCOME_MESSAGE_TEXT", "Привет![br]Мы скоро", "Привет![br]Мы скоро"),
        ("WORKTIME_ENABLE", "Y", "Y"),
        ("WORKTIME_FROM", "09:00", "9"),
        ("WORKTIME_TO", "18:30", "18.30"),
        ("WORKTIME_DAYOFF", ["SA", "SU"], ["SA", "SU"]),
        ("WORKTIME_HOLIDAYS", "01.01,25.12", ["01.01", "25.12"]),
        ("CRM", "N", "N"),
        ("CRM_CREATE", "none", "none"),
        ("CRM_CREATE", "deal", "deal"),
        ("CRM_CREATE", "lead", "lead"),
        ("CRM_CREATE", "anything", "lead"),
        ("CRM_SOURCE", "WEB", "WEB"),
        ("MAX_CHAT", 3, "3"),
        ("TYPE_MAX_CHAT", "closed", "closed"),
        ("CHECK_AVAILABLE", "Y", "Y"),
        ("WATCH_TYPING", "N", "N"),
        ("LANGUAGE_ID", "ru", "ru"),
        ("WELCOME_BOT_JOIN", "always", "always"),
        ("WELCOME_BOT_LEFT", "close", "close"),
        ("OPERATOR_DATA", "hide", "hide"),
        ("OPERATOR_DATA", "queue", "queue"),
        ("NO_ANSWER_RULE", "text", "text"),
        ("NO_ANSWER_TEXT", "Nobody is here", "Nobody is here"),
        ("CLOSE_RULE", "text", "text"),
        ("CLOSE_TEXT", "Bye", "Bye"),
        ("FULL_CLOSE_TIME", 10, "10"),
        ("AUTO_CLOSE_RULE", "text", "text"),
        ("AUTO_CLOSE_TIME", 600, "600"),
        ("AUTO_CLOSE_TEXT", "Silence", "Silence"),
        ("VOTE_MESSAGE", "Y", "Y"),
        ("VOTE_CLOSING_DELAY", "Y", "Y"),
        ("KPI_FIRST_ANSWER_TIME", 30, "30"),
        ("KPI_FIRST_ANSWER_ALERT", "Y", "Y"),
        ("KPI_FIRST_ANSWER_TEXT", "Slow", "Slow"),
        ("KPI_FURTHER_ANSWER_TIME", 60, "60"),
        ("KPI_CHECK_OPERATOR_ACTIVITY", "Y", "Y"),
        ("WORKTIME_TIMEZONE", "Europe/Moscow", "Europe/Moscow"),
        ("WORKTIME_DAYOFF_RULE", "text", "text"),
        ("WORKTIME_DAYOFF_TEXT", "Closed", "Closed"),
        ("SEND_WELCOME_EACH_SESSION", "Y", "Y"),
        ("CRM_CREATE_SECOND", "deal", "deal"),
        ("CRM_CREATE_THIRD", "N", "N"),
        ("CRM_CHAT_TRACKER", "N", "N"),
        ("CRM_FORWARD", "N", "N"),
        ("CRM_TRANSFER_CHANGE", "N", "N"),
        ("CATEGORY_ENABLE", "Y", "Y"),
        ("CATEGORY_ID", 2, "2"),
        ("SESSION_PRIORITY", 5, "5"),
        ("CONFIRM_CLOSE", "Y", "Y"),
        ("QUICK_ANSWERS_IBLOCK_ID", 3, "3"),
        ("WELCOME_BOT_ENABLE", "Y", "Y"),
        ("WELCOME_BOT_ID", 567, "567"),
        ("WELCOME_BOT_TIME", 60, "60"),
        ("AUTO_EXPIRE_TIME", 7200, "7200"),
        ("VOTE_TIME_LIMIT", 60, "60"),
        ("VOTE_BEFORE_FINISH", "N", "N"),
        ("VOTE_MESSAGE_1_TEXT", "Rate", "Rate"),
        ("VOTE_MESSAGE_1_LIKE", "Thanks", "Thanks"),
        ("VOTE_MESSAGE_2_TEXT", "Rate: 1 or 0", "Rate: 1 or 0"),
        ("VOTE_MESSAGE_2_LIKE", "Thanks", "Thanks"),
        ("VOTE_MESSAGE_2_DISLIKE", "Sorry", "Sorry"),
        ("USE_WELCOME_FORM", "Y", "Y"),
        ("WELCOME_FORM_ID", 4, "4"),
        ("WELCOME_FORM_DELAY", "Y", "Y"),
        ("IGNORE_WELCOME_FORM_RESPONSIBLE", "Y", "Y"),
        ("TEMPORARY", "Y", "Y"),
    ],
)
async def test_a_setting_comes_back_as_a_text(portal, field, value, shown):
    line = await new_line(portal, **{field: value})

    assert (await read(portal, line))[field] == shown


@pytest.mark.pins("imopenlines.config.get")
async def test_a_line_is_read_with_every_documented_key(portal):
    line = await read(portal, portal.lines[0])

    assert set(line) >= {
        *("ID", "ACTIVE", "LINE_NAME", "CRM", "CRM_CREATE", "CRM_SOURCE", "QUEUE_TYPE"),
        *("QUEUE_TIME", "NO_ANSWER_TIME", "CHECK_AVAILABLE", "WELCOME_MESSAGE"),
        *("WELCOME_MESSAGE_TEXT", "WORKTIME_FROM", "WORKTIME_TO", "WORKTIME_HOLIDAYS"),
        *("WORKTIME_DAYOFF", "FULL_CLOSE_TIME", "AUTO_CLOSE_TIME", "DATE_CREATE", "DATE_MODIFY"),
        *("MODIFY_USER_ID", "TEMPORARY", "XML_ID", "LANGUAGE_ID", "OPERATOR_DATA"),
        *("DEFAULT_OPERATOR_DATA", "KPI_FIRST_ANSWER_LIST", "QUEUE", "QUEUE_FULL"),
        *("QUEUE_USERS_FIELDS", "QUEUE_ONLINE", "AGREEMENT_MESSAGE", "AGREEMENT_ID"),
        "SEND_NOTIFICATION_EMPTY_QUEUE",
    }
    assert (line["DATE_CREATE"], line["DATE_MODIFY"]) == ({}, {})


@pytest.mark.pins("imopenlines.config.get")
async def test_the_queue_is_told_three_times_in_three_shapes(portal):
    line = await read(portal, portal.lines[0])

    assert line["QUEUE"] == ["12", "7"]
    assert all(isinstance(user, str) for user in line["QUEUE"])
    assert set(line["QUEUE_FULL"]) == set(line["QUEUE_USERS_FIELDS"]) == {"7", "12"}
    full = line["QUEUE_FULL"]["7"]
    assert set(full) >= QUEUE_ROW
    assert (full["USER_ID"], full["DEPARTMENT_ID"]) == ("7", "0")
    shown = {"USER_NAME", "USER_WORK_POSITION", "USER_AVATAR", "USER_AVATAR_ID"}
    assert set(line["QUEUE_USERS_FIELDS"]["7"]) == shown


@pytest.mark.pins("imopenlines.config.list.get")
async def test_the_list_may_show_the_configured_queue(portal):
    line = await new_line(portal, QUEUE=[{"ENTITY_TYPE": "department", "ENTITY_ID": "1"}])

    found = await portal.ok(
        "imopenlines.config.list.get",
        {"PARAMS": {"filter": {"ID": line}}, "OPTIONS": {"CONFIG_QUEUE": "Y"}},
    )

    assert found[0]["CONFIG_QUEUE"] == [{"ENTITY_ID": "1", "ENTITY_TYPE": "department"}]


@pytest.mark.pins("imopenlines.config.list.get")
async def test_lines_can_be_narrowed_to_the_active_ones(portal):
    off = await new_line(portal, ACTIVE="N")

    found = await portal.ok("imopenlines.config.list.get", {"PARAMS": {"filter": {"ACTIVE": "Y"}}})

    assert str(off) not in {line["ID"] for line in found}
    assert len(found) == 2


@pytest.mark.pins("imopenlines.config.update")
async def test_an_update_changes_what_it_names_and_nothing_else(portal):
    before = await read(portal, portal.lines[0])
    given = {"CONFIG_ID": portal.lines[0], "PARAMS": {"LINE_NAME": "Renamed", "QUEUE_TIME": 5}}

    assert await portal.ok("imopenlines.config.update", given) is True

    after = await read(portal, portal.lines[0])
    changed = {key for key in after if after[key] != before.get(key)}
    assert changed == {"LINE_NAME", "QUEUE_TIME"}
    assert (after["LINE_NAME"], after["QUEUE_TIME"]) == ("Renamed", "5")


@pytest.mark.pins("imopenlines.config.update")
async def test_an_update_may_change_the_queue(portal):
    given = {"CONFIG_ID": portal.lines[0], "PARAMS": {"QUEUE": [1]}}

    assert await portal.ok("imopenlines.config.update", given) is True

    assert (await read(portal, portal.lines[0]))["QUEUE"] == ["1"]


@pytest.mark.pins("imopenlines.config.update")
async def test_a_line_switched_off_by_an_update_sends_nothing_out(shop):
    chat = await shop.open_dialog()
    given = {"CONFIG_ID": shop.lines[0], "PARAMS": {"ACTIVE": "N"}}
    assert await shop.ok("imopenlines.config.update", given) is True

    await shop.http.post(shop.details["control"] + "reply", json={"chat_id": chat, "text": "Hi"})

    assert await shop.queue() == []


@pytest.mark.pins("imopenlines.config.delete")
async def test_a_deleted_line_is_gone(portal):
    line = await new_line(portal)

    assert await portal.ok("imopenlines.config.delete", {"CONFIG_ID": line}) is True

    assert await read(portal, line) is False


@pytest.mark.pins(
    "imopenlines.config.delete", "ONIMCONNECTORSTATUSDELETE", "ONIMCONNECTORLINEDELETE"
)
async def test_deleting_a_line_disconnects_its_connectors_first(open_shop):
    await open_shop.open_dialog()
    line = open_shop.lines[0]

    assert await open_shop.ok("imopenlines.config.delete", {"CONFIG_ID": line}) is True

    told = (STATUS.upper(), LINE.upper())
    rows = [each for each in await open_shop.queue() if each["EVENT_NAME"] in told]
    assert [each["EVENT_NAME"] for each in rows] == list(told)
    assert rows[0]["EVENT_DATA"] == {"connector": "acme_shopchat", "line": line}
    assert str(rows[1]["EVENT_DATA"]) == str(line)
    assert (await open_shop.state())["chats"][0]["state"] == "closed"


@pytest.mark.parametrize(
    "method",
    [
        row("imopenlines.config.get"),
        row("imopenlines.config.update"),
        row("imopenlines.config.delete"),
    ],
)
@pytest.mark.parametrize("config", [None, "", 0])
async def test_a_line_must_be_named(portal, method, config):
    given = {"PARAMS": {"LINE_NAME": "x"}} | ({} if config is None else {"CONFIG_ID": config})

    got = await portal.call(method, given)

    assert got.refusal == (400, "CONFIG_ID_EMPTY")


@pytest.mark.parametrize(
    "method", [row("imopenlines.config.update"), row("imopenlines.config.delete")]
)
async def test_a_person_without_rights_may_not_change_a_line(portal, method):
    ann = await employee(portal)

    got = await ann.call(method, {"CONFIG_ID": portal.lines[1], "PARAMS": {"LINE_NAME": "x"}})

    assert got.refusal == (403, "CONFIG_WRONG_USER_PERMISSION")
    assert got.text == "Permission denied"
    assert (await read(portal, portal.lines[1]))["LINE_NAME"] != "x"


@pytest.mark.pins("imopenlines.config.path.get")
async def test_the_path_of_the_contact_centre_is_told(portal):
    assert await portal.ok("imopenlines.config.path.get") == {
        "SERVER_ADDRESS": portal.details["portal"],
        "PUBLIC_PATH": "/contact_center/",
    }


@pytest.mark.pins("imopenlines.revision.get")
async def test_revisions_are_three_numbers(portal):
    got = await portal.ok("imopenlines.revision.get")

    assert set(got) == {"rest", "web", "mobile"}
    assert all(type(number) is int for number in got.values())


@pytest.mark.pins("imopenlines.config.get", "imopenlines.config.add", "imopenlines.revision.get")
async def test_lines_can_be_managed_through_a_webhook(portal):
    hook = Webhook(portal)

    line = await hook.ok("imopenlines.config.add", {"PARAMS": {"LINE_NAME": "Hooked"}})
    got = await hook.ok("imopenlines.config.get", {"CONFIG_ID": line})

    assert got["LINE_NAME"] == "Hooked"
    assert await hook.ok("imopenlines.revision.get")


async def test_the_administrator_can_change_a_line_at_the_portal(shop):
    line = shop.lines[0]
    await shop.control("edit-line", line=line, fields={"LINE_NAME": "Depot", "QUEUE_TIME": 90})

    after = await read(shop, line)
    assert (after["LINE_NAME"], after["QUEUE_TIME"]) == ("Depot", "90")


@pytest.mark.parametrize(
    ("rest", "mark"), [("", ""), ("lines_edit/?ID=42", "#line-42"), ("lines_edit/?ID=%0a", "")]
)
async def test_the_path_of_the_contact_centre_leads_to_a_page(portal, rest, mark):
    told = await portal.ok("imopenlines.config.path.get")
    got = await portal.http.get(f"{told['SERVER_ADDRESS']}{told['PUBLIC_PATH']}{rest}")

    assert got.is_redirect
    assert got.headers["location"] == f"/workplace/contact-center{mark}"
    page = await portal.http.get(told["SERVER_ADDRESS"] + "/workplace/contact-center")
    assert page.status_code == 200
