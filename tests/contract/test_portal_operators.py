"""Operators hand dialogs on: skip, transfer, spam, another's close, pause."""

import pytest

from .colleagues import ANN, MINE, OLEG, employee
from .kit import SEVEN, open_portal
from .scenes import answered, chat_of, operator_of, row

ADD, FINISH = SEVEN[0], SEVEN[4]
PAUSE = "imopenlines.operator.pause."


async def anns(shop):
    """A dialog that Ann has taken through her own application token."""
    chat, ann = await shop.open_dialog(), await employee(shop)
    assert await ann.ok("imopenlines.operator.answer", {"CHAT_ID": chat}) is True
    return chat, ann


async def holder(portal, chat):
    """Who has the dialog, or whom it waits for."""
    session = (await chat_of(portal, chat))["sessions"][-1]
    return session["operator"] or session["assigned"]


@pytest.mark.pins("imopenlines.operator.skip")
async def test_a_skipped_dialog_goes_to_the_next_in_the_queue(shop):
    chat, ann = await anns(shop)

    assert await ann.ok("imopenlines.operator.skip", {"CHAT_ID": chat}) is True

    assert await operator_of(shop, chat) is None
    assert await holder(shop, chat) == OLEG


@pytest.mark.pins("imopenlines.operator.skip")
async def test_who_skipped_may_not_write_any_more(shop):
    chat, ann = await anns(shop)
    await ann.ok("imopenlines.operator.skip", {"CHAT_ID": chat})

    got = await ann.call("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "x"})

    assert got.refusal == (403, "ACCESS_ERROR")


@pytest.mark.pins("imopenlines.operator.spam", "ONIMCONNECTORDIALOGFINISH")
async def test_spam_closes_the_dialog_and_marks_it(open_shop):
    chat = await answered(open_shop)

    assert await open_shop.ok("imopenlines.operator.spam", {"CHAT_ID": chat}) is True

    found = await chat_of(open_shop, chat)
    assert (found["state"], found["sessions"][-1]["status"]) == ("spam", 65)
    assert len(await open_shop.events(FINISH)) == 1


@pytest.mark.pins("imopenlines.operator.another.finish")
async def test_an_administrator_closes_somebody_s_dialog(shop):
    chat, _ = await anns(shop)

    assert await shop.ok("imopenlines.operator.another.finish", {"CHAT_ID": chat}) is True

    assert (await chat_of(shop, chat))["state"] == "closed"


@pytest.mark.pins("imopenlines.operator.another.finish")
async def test_the_key_of_another_s_close_is_read_in_its_exact_case(shop):
    chat, _ = await anns(shop)

    got = await shop.call("imopenlines.operator.another.finish", {"chat_id": chat})

    assert got.refusal == (400, "CHAT_ID")


@pytest.mark.pins("imopenlines.operator.transfer")
@pytest.mark.parametrize(
    "target",
    [{"USER_ID": OLEG}, {"USER_ID": str(OLEG)}, {"TRANSFER_ID": OLEG}, {"TRANSFER_ID": str(OLEG)}],
)
async def test_a_dialog_is_transferred_to_a_person(shop, target):
    chat = await answered(shop)

    assert await shop.ok("imopenlines.operator.transfer", {"CHAT_ID": chat, **target}) is True

    assert await holder(shop, chat) == OLEG


@pytest.mark.pins("imopenlines.operator.transfer")
async def test_the_new_operator_can_answer_and_close(shop):
    chat = await answered(shop)
    await shop.ok("imopenlines.operator.transfer", {"CHAT_ID": chat, "USER_ID": ANN})
    ann = await employee(shop)

    assert await ann.ok("imopenlines.operator.answer", {"CHAT_ID": chat}) is True
    assert await ann.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Hi"}) > 0
    assert await ann.ok("imopenlines.operator.finish", {"CHAT_ID": chat}) is True


@pytest.mark.pins("imopenlines.operator.transfer", "imopenlines.dialog.get")
@pytest.mark.parametrize("spelling", ["QUEUE_ID", "TRANSFER_ID"])
async def test_a_dialog_transferred_to_a_line_waits_in_its_queue(shop, spelling):
    chat, line = await answered(shop), shop.lines[1]
    target = {spelling: line if spelling == "QUEUE_ID" else f"queue{line}"}

    assert await shop.ok("imopenlines.operator.transfer", {"CHAT_ID": chat, **target}) is True

    assert await holder(shop, chat) == OLEG
    got = await shop.ok("imopenlines.dialog.get", {"CHAT_ID": chat})
    assert got["entity_data_1"].split("|")[7] == str(line)
    assert got["entity_id"].split("|")[1] == str(shop.lines[0])


@pytest.mark.pins("imopenlines.operator.transfer", "ONIMCONNECTORMESSAGEADD")
async def test_events_keep_the_first_line_after_a_transfer(shop):
    chat = await answered(shop)
    given = {"CHAT_ID": chat, "QUEUE_ID": shop.lines[1]}
    await shop.ok("imopenlines.operator.transfer", given)

    await shop.control("reply", chat_id=chat, text="From the other line", user_id=OLEG)

    (data,) = await shop.events(ADD)
    assert data["LINE"] == str(shop.lines[0])


@pytest.mark.pins("imopenlines.operator.transfer")
async def test_the_transfer_id_wins_over_the_others(shop):
    chat = await answered(shop)
    given = {"CHAT_ID": chat, "TRANSFER_ID": OLEG, "USER_ID": ANN, "QUEUE_ID": shop.lines[0]}

    assert await shop.ok("imopenlines.operator.transfer", given) is True

    assert await holder(shop, chat) == OLEG


@pytest.mark.pins("imopenlines.operator.transfer")
@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({}, "TRANSFER_ID_EMPTY"),
        ({"USER_ID": 0}, "USER_ID_EMPTY"),
        ({"USER_ID": ""}, "USER_ID_EMPTY"),
        ({"USER_ID": "abc"}, "USER_ID_EMPTY"),
        ({"QUEUE_ID": 0}, "QUEUE_ID_EMPTY"),
        ({"QUEUE_ID": ""}, "QUEUE_ID_EMPTY"),
        ({"TRANSFER_ID": "queue0"}, "QUEUE_ID_EMPTY"),
        ({"USER_ID": 424_242}, "OPERATOR_WRONG"),
        ({"QUEUE_ID": 424_242}, "OPERATOR_WRONG"),
        ({"TRANSFER_ID": "424242"}, "OPERATOR_WRONG"),
        ({"TRANSFER_ID": "queue424242"}, "OPERATOR_WRONG"),
    ],
)
async def test_a_transfer_to_nowhere_is_refused(shop, target, code):
    chat = await answered(shop)

    got = await shop.call("imopenlines.operator.transfer", {"CHAT_ID": chat, **target})

    assert got.refusal == (400, code)
    assert await operator_of(shop, chat) == MINE


@pytest.mark.pins(PAUSE + "start", PAUSE + "stop", PAUSE + "get")
async def test_a_pause_begins_and_ends(portal):
    moments = [await portal.ok(PAUSE + "get")]
    for method in ("start", "stop"):
        assert await portal.ok(PAUSE + method) is True
        moments.append(await portal.ok(PAUSE + "get"))

    assert moments == [False, True, False]


@pytest.mark.pins(PAUSE + "start")
async def test_nobody_is_given_a_dialog_while_he_pauses(shop):
    await (await employee(shop)).ok(PAUSE + "start")

    chats = [await shop.open_dialog(chat=f"conv-{number}") for number in range(3)]

    assert {await holder(shop, chat) for chat in chats} == {OLEG}


@pytest.mark.pins(PAUSE + "getAll", PAUSE + "start")
async def test_the_pauses_of_everybody_can_be_asked_for(portal):
    questions = ({}, {"CONFIG_ID": portal.lines[0]}, {"CONFIG_ID": portal.lines[1]})
    before = [await portal.ok(PAUSE + "getAll", question) for question in questions]
    await (await employee(portal)).ok(PAUSE + "start")

    after = [await portal.ok(PAUSE + "getAll", question) for question in questions]

    assert [old != new for old, new in zip(before, after, strict=True)] == [True, True, False]


@pytest.mark.pins(PAUSE + "getHistory", PAUSE + "start", PAUSE + "stop")
@pytest.mark.parametrize("start", ["2020-01-01", "2020-01-01T00:00:00+00:00"])
async def test_the_history_of_pauses_counts_from_a_day(portal, start):
    await portal.ok(PAUSE + "start")
    await portal.advance(60)
    await portal.ok(PAUSE + "stop")

    got = await portal.ok(PAUSE + "getHistory", {"DATE_START": start})

    assert got


@pytest.mark.pins(PAUSE + "getHistory")
@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({}, "DATE_START_EMPTY"),
        ({"DATE_START": ""}, "DATE_START_EMPTY"),
        ({"DATE_START": "yesterday-ish"}, "DATE_START_WRONG_FORMAT"),
        ({"DATE_START": "01.02.2026"}, "DATE_START_WRONG_FORMAT"),
        ({"DATE_START": "2026-13-45"}, "DATE_START_WRONG_FORMAT"),
        ({"DATE_START": "2026-01-01", "DATE_END": "soon"}, "DATE_END_WRONG_FORMAT"),
    ],
)
async def test_the_history_of_pauses_wants_a_date(portal, params, code):
    assert (await portal.call(PAUSE + "getHistory", params)).refusal == (400, code)


@pytest.mark.pins(PAUSE + "getHistory")
async def test_the_history_of_somebody_s_pauses_is_not_for_everybody():
    async with open_portal(role="user") as portal:
        given = {"DATE_START": "2026-01-01", "USER_ID": OLEG}
        got = await portal.call(PAUSE + "getHistory", given)

    assert got.refusal == (400, "ACCESS_DENIED")


@pytest.mark.parametrize("method", [row("imopenlines.dialog.form.send")])
@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"CRM_FORM": {"ID": 1}}, "SESSION_ID_EMPTY"),
        ({"SESSION_ID": "", "CRM_FORM": {"ID": 1}}, "SESSION_ID_EMPTY"),
        ({"SESSION_ID": 2051}, "FORM_INFO_EMPTY"),
        ({"SESSION_ID": 2051, "CRM_FORM": {}}, "FORM_INFO_EMPTY"),
        (
            {"SESSION_ID": 424_242, "CRM_FORM": {"ID": 1, "CODE": "c", "SEC": "s", "NAME": "n"}},
            "NO_SESSION_ERROR",
        ),
    ],
)
async def test_a_form_that_cannot_be_sent_is_refused(shop, method, params, code):
    await shop.open_dialog()

    assert (await shop.call(method, params)).refusal == (400, code)


@pytest.mark.pins("imopenlines.dialog.form.send")
async def test_a_form_is_sent_into_a_session(shop):
    chat = await answered(shop)
    session = (await chat_of(shop, chat))["sessions"][-1]["id"]
    form = {"ID": 3, "CODE": "code", "SEC": "sec", "NAME": "Feedback"}
    params = {"SESSION_ID": session, "CRM_FORM": form}

    assert await shop.ok("imopenlines.dialog.form.send", params) is True
