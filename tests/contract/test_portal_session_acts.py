"""What may be done with a session: join, start, intercept, silence, pin, rate."""

import pytest

from .colleagues import ANN, MINE, OLEG, Webhook, employee
from .kit import SEVEN
from .scenes import answered, chat_of, dialog_on, operator_of, row, spoken, texts

ADD = SEVEN[0]
NO_CHAT = [None, "", 0, "abc"]
STD = [
    "imopenlines.session.join",
    "imopenlines.session.start",
    "imopenlines.message.session.start",
    "imopenlines.session.mode.silent",
    "imopenlines.operator.another.finish",
    "imopenlines.operator.skip",
    "imopenlines.operator.spam",
    "imopenlines.crm.lead.create",
    "imopenlines.message.quick.save",
]
NAMED = [
    "imopenlines.session.intercept",
    "imopenlines.session.mode.pin",
    "imopenlines.session.mode.unpin",
    "imopenlines.operator.transfer",
]
PINS = ["imopenlines.session.mode.pin", "imopenlines.session.mode.unpin"]


def given(**params):
    return {"MESSAGE_ID": 1, "USER_ID": OLEG, **params}


async def said(portal, chat, text="Mine"):
    return await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": text})


async def data_string(portal, chat):
    got = await portal.ok("imopenlines.dialog.get", {"CHAT_ID": chat})
    return got["entity_data_1"].split("|")


@pytest.mark.parametrize("method", [row(name) for name in STD])
@pytest.mark.parametrize("chat", NO_CHAT)
async def test_an_act_without_a_chat_is_refused(portal, method, chat):
    params = given() if chat is None else given(CHAT_ID=chat)

    assert (await portal.call(method, params)).refusal == (400, "CHAT_ID")


@pytest.mark.parametrize("method", [row(name) for name in NAMED])
@pytest.mark.parametrize("chat", NO_CHAT)
async def test_some_acts_say_that_the_chat_is_empty(portal, method, chat):
    params = given() if chat is None else given(CHAT_ID=chat)

    got = await portal.call(method, params)

    assert got.status == 400
    assert got.body["error"] in {"CHAT_ID_EMPTY"} | ({"CHAT_ID"} if method in PINS else set())


@pytest.mark.parametrize("method", [row(name) for name in STD + PINS])
async def test_an_act_on_the_general_chat_is_refused(portal, method):
    assert (await portal.call(method, given(CHAT_ID=1))).refusal == (400, "CHAT_TYPE")


@pytest.mark.parametrize("method", [row(name) for name in STD + PINS])
async def test_an_act_on_a_dialog_of_another_line_is_refused(shop, method):
    chat = await dialog_on(shop, shop.lines[1])
    message = (await spoken(shop, chat))[0]["id"]
    ann = await employee(shop)

    got = await ann.call(method, given(CHAT_ID=chat, MESSAGE_ID=message))

    assert got.refusal == (400, "ACCESS_DENIED")
    assert (await chat_of(shop, chat))["state"] == "new"


@pytest.mark.parametrize("method", [row(name) for name in STD + NAMED])
@pytest.mark.parametrize("chat", [424_242, 10**30, -1, [7734], {"x": 1}, "7734abc", True])
async def test_an_act_on_a_strange_chat_breaks_nothing(portal, method, chat):
    got = await portal.call(method, given(CHAT_ID=chat))

    assert got.status == 400
    assert "error" in got.body


@pytest.mark.pins("imopenlines.session.join")
async def test_who_joins_sits_beside_the_operator(shop):
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat, user_id=ANN)

    assert await shop.ok("imopenlines.session.join", {"CHAT_ID": chat}) is True

    assert await said(shop, chat, "Both of us") > 0
    assert await operator_of(shop, chat) == ANN


@pytest.mark.pins("imopenlines.session.start")
async def test_a_started_session_belongs_to_who_started_it(shop):
    chat = await answered(shop)
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})

    assert await shop.ok("imopenlines.session.start", {"CHAT_ID": chat}) is True

    found = await chat_of(shop, chat)
    assert len(found["sessions"]) == 2
    assert (found["state"], found["operator"]) == ("open", MINE)
    assert found["sessions"][1]["parent"] == found["sessions"][0]["id"]


@pytest.mark.pins("imopenlines.session.start", "ONIMCONNECTORDIALOGSTART")
async def test_a_session_that_an_operator_starts_is_told(open_shop):
    chat = await answered(open_shop)
    await open_shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})
    await open_shop.queue()

    await open_shop.ok("imopenlines.session.start", {"CHAT_ID": chat})

    assert len(await open_shop.events("OnImConnectorDialogStart")) == 1


@pytest.mark.pins("imopenlines.message.session.start")
async def test_a_session_may_start_from_a_message(shop):
    chat = await answered(shop)
    message = (await spoken(shop, chat))[0]["id"]
    await shop.ok("imopenlines.operator.finish", {"CHAT_ID": chat})
    params = {"CHAT_ID": chat, "MESSAGE_ID": message}

    assert await shop.ok("imopenlines.message.session.start", params) is True

    found = await chat_of(shop, chat)
    assert (len(found["sessions"]), found["operator"]) == (2, MINE)


@pytest.mark.pins("imopenlines.session.intercept")
async def test_who_intercepts_is_the_operator(shop):
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat, user_id=ANN)

    assert await shop.ok("imopenlines.session.intercept", {"CHAT_ID": chat}) is True

    assert await operator_of(shop, chat) == MINE
    assert await said(shop, chat, "I take over") > 0


@pytest.mark.pins("imopenlines.session.intercept")
async def test_an_own_dialog_cannot_be_intercepted(shop):
    chat = await answered(shop)

    got = await shop.call("imopenlines.session.intercept", {"CHAT_ID": chat})

    assert got.refusal == (400, "OPERATOR_WRONG")


@pytest.mark.pins("imopenlines.session.mode.silent")
async def test_what_is_said_in_silent_mode_stays_inside(open_shop):
    chat = await answered(open_shop)
    mode = "imopenlines.session.mode.silent"
    await open_shop.ok(mode, {"CHAT_ID": chat, "ACTIVATE": "Y"})
    await said(open_shop, chat, "A note for us")
    hidden = await open_shop.events(ADD)

    await open_shop.ok(mode, {"CHAT_ID": chat, "ACTIVATE": "N"})
    await said(open_shop, chat, "For you")
    (data,) = await open_shop.events(ADD)

    assert hidden == []
    assert data["MESSAGES"][0]["message"]["text"].endswith("For you")
    assert "A note for us" in await texts(open_shop, chat)


@pytest.mark.pins("imopenlines.session.mode.pin", "imopenlines.dialog.get")
@pytest.mark.parametrize(
    ("params", "mark"), [({}, "Y"), ({"ACTIVATE": "Y"}, "Y"), ({"ACTIVATE": "N"}, "N")]
)
async def test_a_pinned_dialog_says_so(shop, params, mark):
    chat = await answered(shop)

    assert await shop.ok("imopenlines.session.mode.pin", {"CHAT_ID": chat, **params}) is True

    assert (await data_string(shop, chat))[3] == mark


@pytest.mark.pins("imopenlines.session.mode.unpin", "imopenlines.session.mode.pin")
async def test_a_dialog_can_be_unpinned(shop):
    chat = await answered(shop)
    await shop.ok("imopenlines.session.mode.pin", {"CHAT_ID": chat})

    assert await shop.ok("imopenlines.session.mode.unpin", {"CHAT_ID": chat}) is True

    assert (await data_string(shop, chat))[3] == "N"


@pytest.mark.pins("imopenlines.session.mode.pinAll", "imopenlines.session.mode.unpinAll")
async def test_all_dialogs_of_the_operator_are_pinned_at_once(shop):
    mine = [await shop.open_dialog(chat=f"conv-{number}") for number in range(3)]
    for chat in mine[:2]:
        await shop.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    await shop.control("answer", chat_id=mine[2], user_id=ANN)
    sessions = [(await chat_of(shop, chat))["sessions"][-1]["id"] for chat in mine[:2]]

    pinned = await shop.ok("imopenlines.session.mode.pinAll")
    marks = [(await data_string(shop, chat))[3] for chat in mine]
    unpinned = await shop.ok("imopenlines.session.mode.unpinAll")

    assert sorted(int(each) for each in pinned) == sorted(sessions)
    assert marks == ["Y", "Y", "N"]
    assert sorted(int(each) for each in unpinned) == sorted(sessions)
    assert [(await data_string(shop, chat))[3] for chat in mine] == ["N", "N", "N"]


@pytest.mark.pins("imopenlines.session.mode.pinAll", "imopenlines.session.mode.unpinAll")
async def test_with_no_dialogs_nothing_is_pinned(portal):
    assert await portal.ok("imopenlines.session.mode.pinAll") == []
    assert await portal.ok("imopenlines.session.mode.unpinAll") == []


@pytest.mark.pins("imopenlines.session.head.vote")
@pytest.mark.parametrize("vote", [{"RATING": 5}, {"RATING": "1"}, {"COMMENT": "Well done"}])
async def test_a_supervisor_rates_or_comments(shop, vote):
    chat = await answered(shop)
    session = (await chat_of(shop, chat))["sessions"][-1]["id"]

    assert await shop.ok("imopenlines.session.head.vote", {"SESSION_ID": session, **vote}) is True


@pytest.mark.pins("imopenlines.session.head.vote")
@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({}, "EMPTY_SESSION_ID"),
        ({"SESSION_ID": "", "RATING": 5}, "EMPTY_SESSION_ID"),
        ({"SESSION_ID": 0, "RATING": 5}, "EMPTY_SESSION_ID"),
        ({"SESSION_ID": 2051}, "EMPTY_VOTE_PARAMS"),
        ({"SESSION_ID": 424_242, "RATING": 5}, "ACCESS_DENIED"),
    ],
)
async def test_a_rating_of_nothing_is_refused(shop, params, code):
    await shop.open_dialog()

    got = await shop.call("imopenlines.session.head.vote", params)

    assert got.refusal == (400, code)


@pytest.mark.pins("imopenlines.session.head.vote")
async def test_only_a_supervisor_rates(shop):
    chat = await dialog_on(shop, shop.lines[1])
    session = (await chat_of(shop, chat))["sessions"][-1]["id"]
    ann = await employee(shop)

    got = await ann.call("imopenlines.session.head.vote", {"SESSION_ID": session, "RATING": 5})

    assert got.refusal == (400, "ACCESS_DENIED")


@pytest.mark.pins("imopenlines.session.join", "imopenlines.operator.another.finish")
async def test_a_webhook_acts_in_dialogs_as_its_owner(shop):
    chat = await shop.open_dialog()
    hook = Webhook(shop)

    assert await hook.ok("imopenlines.session.join", {"CHAT_ID": chat}) is True
    assert await said(shop, chat, "Through the owner's own hands") > 0
    assert await hook.ok("imopenlines.operator.another.finish", {"CHAT_ID": chat}) is True
