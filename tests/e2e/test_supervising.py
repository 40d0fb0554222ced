"""Supervisors at a portal in a process of its own: every act, every refusal, and a race of two."""

import asyncio
import re
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from app.bitrix.errors import AccessDenied, BitrixError
from app.bitrix.operator_acts import METHODS
from app.domain.act_doubts import REPEATABLE
from app.domain.acts import Act, Target
from app.domain.dialog import DialogState
from app.services.act_rows import LogFilter
from app.services.failures import NotPossible
from app.ui.errors import explain
from tests.e2e.conftest import serve
from tests.helpers.desk import (
    OTHER_LINE,
    connected,
    open_test_desk,
    written,
)

OLGA, OLEG, ANN = 1, 7, 12


@asynccontextmanager
async def supervisor(tmp_path, until):
    """Olga, who is an administrator, with a dialog that waits; the portal, the desk, the dialog."""
    async with serve() as portal, open_test_desk(portal, tmp_path / "olga") as desk:
        await connected(desk)
        dialog = await written(desk)
        await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
        yield portal, desk, dialog


async def session_of(portal, desk, dialog):
    """The newest session of the portal's chat."""
    return (await portal.chat(desk.dialogs.get(dialog)))["sessions"][-1]


async def log_of(desk):
    """What the log holds of acts on dialogs, the oldest first."""
    rows = await desk.act_log.page(LogFilter(dialogs=True))
    return [(row.act, row.user_name, row.result) for row in reversed(rows)]


async def test_a_supervisor_takes_hands_over_and_takes_back(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        act = desk.supervision.act

        async def operator():
            return (await session_of(portal, desk, dialog))["operator"]

        await act(Act.ANSWER, dialog)
        assert await operator() == OLGA
        assert desk.dialogs.get(dialog).operator_id == OLGA
        await act(Act.TRANSFER, dialog, Target(ANN, "Ann Lee"))
        assert await operator() == ANN
        assert desk.dialogs.get(dialog).operator == "Ann Lee"
        await act(Act.JOIN, dialog)
        await act(Act.INTERCEPT, dialog)
        assert await operator() == OLGA
        await act(Act.SKIP, dialog)
        assert await operator() is None
        assert desk.dialogs.get(dialog).operator == ""
        await act(Act.ANSWER, dialog)
        await act(Act.TRANSFER, dialog, Target(OTHER_LINE, "Wholesale", is_line=True))
        assert (await session_of(portal, desk, dialog))["line"] == OTHER_LINE
        calls = [each for each in desk.traffic.records if each.method == METHODS[Act.TRANSFER]]

    keys = [re.findall(r'"(USER_ID|QUEUE_ID|TRANSFER_ID)"', call.request) for call in calls]
    assert keys == [["USER_ID"], ["QUEUE_ID"]], "exactly one of them is sent"


async def test_a_supervisor_pins_hides_closes_and_begins_again(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        act, legal = desk.supervision.act, desk.supervision.why_not
        here = desk.dialogs.get
        await act(Act.PIN, dialog)
        assert legal(Act.PIN, here(dialog)) == "ACT_PINNED"
        assert desk.supervision.seat(dialog).pinned
        await act(Act.UNPIN, dialog)
        assert not desk.supervision.seat(dialog).pinned
        await act(Act.SILENT, dialog)
        assert desk.supervision.seat(dialog).silent
        await act(Act.LOUD, dialog)
        assert not desk.supervision.seat(dialog).silent
        await act(Act.ANSWER, dialog)
        await act(Act.FINISH, dialog)
        assert here(dialog).state is DialogState.CLOSED
        first = (await session_of(portal, desk, dialog))["id"]
        await act(Act.START, dialog)
        second = await session_of(portal, desk, dialog)
        assert second["id"] > first
        assert (here(dialog).session, here(dialog).operator_id) == (second["id"], OLGA)
        assert here(dialog).state is DialogState.OPEN
        await act(Act.SPAM, dialog)
        assert (await session_of(portal, desk, dialog))["state"] == "spam"
        assert here(dialog).state is DialogState.CLOSED


async def test_the_dialog_of_a_colleague_can_be_finished(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        await portal.order("answer", chat_id=desk.dialogs.get(dialog).portal_chat, user_id=ANN)
        await desk.supervision.act(Act.FINISH_ANOTHER, dialog)
        assert desk.dialogs.get(dialog).state is DialogState.CLOSED
        assert (await session_of(portal, desk, dialog))["state"] in ("closed", "closing")


async def test_a_supervisor_rates_and_comments_and_sees_the_rating_there_is(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        before = await desk.supervision.head_vote(dialog)
        await desk.supervision.act(Act.VOTE, dialog, rating=4, comment="Quick and kind")
        after = await desk.supervision.head_vote(dialog)
        session = await session_of(portal, desk, dialog)
        with pytest.raises(NotPossible, match="EMPTY_VOTE_PARAMS"):
            await desk.supervision.act(Act.VOTE, dialog)

    assert (before.allowed, before.rating, before.comment) == (True, 0, "")
    assert (after.rating, after.comment) == (4, "Quick and kind")
    assert (session["head_vote"], session["head_comment"]) == (4, "Quick and kind")


async def test_of_two_supervisors_who_answer_one_dialog_exactly_one_gets_it(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, olga, dialog):
        await portal.order("options", role="user")
        async with open_test_desk(portal, tmp_path / "ann") as ann:
            other = await _known_to(ann, olga.dialogs.get(dialog))
            done = await asyncio.gather(
                olga.supervision.act(Act.ANSWER, dialog),
                ann.supervision.act(Act.ANSWER, other),
                return_exceptions=True,
            )
            session = await session_of(portal, olga, dialog)
            desks = ((olga, dialog), (ann, other))
            names = {desk.dialogs.get(number).operator_id for desk, number in desks}
            logs = [await log_of(desk) for desk, _ in desks]

    late = [each for each in done if isinstance(each, BaseException)]
    assert [type(each) for each in late] == [NotPossible]
    assert late[0].problem.code == "ACT_TOO_LATE"
    assert names == {session["operator"]}, "both say who has it"
    assert sorted(result for log in logs for _, _, result in log) == ["", "NO_CODE"]


def _known_to(desk, dialog):
    """The same conversation on another desk, with its chat and session."""

    def make(transcript):
        key = (dialog.connector, dialog.line, dialog.chat, dialog.user, dialog.name)
        made = transcript.begin(*key)
        known = {"portal_chat": dialog.portal_chat, "session": dialog.session}
        return transcript.put(replace(made, state=DialogState.OPEN, **known)).id

    return desk.dialogs.write(make)


STD = ("CHAT_ID", "CHAT_TYPE", "ACCESS_DENIED", "USER_ID")
#: Every refusal that the vendor documents, by act.
REFUSALS = {
    Act.ANSWER: STD,
    Act.JOIN: STD,
    Act.INTERCEPT: ("CHAT_ID_EMPTY", "OPERATOR_WRONG"),
    Act.TRANSFER: (
        *("CHAT_ID_EMPTY", "USER_ID_EMPTY", "QUEUE_ID_EMPTY", "TRANSFER_ID_EMPTY"),
        *("OPERATOR_WRONG", *STD),
    ),
    Act.SKIP: (*STD, "ACCESS_DENIED_KICK"),
    Act.FINISH: (*STD, "ERROR_USER_NOT_OPERATOR"),
    Act.FINISH_ANOTHER: STD,
    Act.SPAM: STD,
    Act.PIN: ("CHAT_ID_EMPTY", *STD),
    Act.SILENT: STD,
    Act.VOTE: ("EMPTY_SESSION_ID", "EMPTY_VOTE_PARAMS", "ACCESS_DENIED"),
}


async def test_every_refusal_is_explained_noted_and_followed_by_a_look(tmp_path, until):
    pairs = [(act, code) for act, codes in REFUSALS.items() for code in codes]
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        before = desk.dialogs.get(dialog)
        there = await session_of(portal, desk, dialog)
        for act, code in pairs:
            await portal.order("fault", kind=code, method=METHODS[act])
            looks = len(await portal.calls("imopenlines.dialog.get"))
            more = {"rating": 5} if act is Act.VOTE else {}
            target = Target(ANN, "Ann Lee") if act is Act.TRANSFER else None
            with pytest.raises(BitrixError) as caught:
                await desk.supervision.act(act, dialog, target, **more)
            words = explain(caught.value)
            assert words.code == code
            assert words.text
            assert words.title != "The portal refused the request", code
            assert len(await portal.calls("imopenlines.dialog.get")) == looks + 1, act
        assert desk.dialogs.get(dialog) == before, "nothing half done"
        assert await session_of(portal, desk, dialog) == there
        assert [(act, result) for act, _, result in await log_of(desk)] == [
            (act.value, code) for act, code in pairs
        ]


async def test_real_refusals_leave_what_is_true_on_the_screen(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        act, chat = desk.supervision.act, desk.dialogs.get(dialog).portal_chat
        await act(Act.ANSWER, dialog)
        await portal.order("intercept", chat_id=chat, user_id=ANN)
        with pytest.raises(BitrixError, match="ERROR_USER_NOT_OPERATOR"):
            await act(Act.FINISH, dialog)
        assert desk.dialogs.get(dialog).operator == "Ann Lee"
        assert desk.supervision.why_not(Act.FINISH, desk.dialogs.get(dialog)) == "ACT_OTHERS"
        await portal.order("dismiss", user_id=OLEG)
        with pytest.raises(BitrixError, match="OPERATOR_WRONG"):
            await act(Act.TRANSFER, dialog, Target(OLEG, "Oleg"))
        with pytest.raises(BitrixError, match="OPERATOR_WRONG"):
            await act(Act.TRANSFER, dialog, Target(4711, "A line that is gone", is_line=True))
        assert (await session_of(portal, desk, dialog))["operator"] == ANN
        assert desk.dialogs.get(dialog).operator_id == ANN
        await portal.order("spam", chat_id=chat)
        with pytest.raises((BitrixError, NotPossible)):
            await act(Act.INTERCEPT, dialog)


async def test_an_empty_code_is_explained(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        await portal.order("options", empty_codes=True)
        with pytest.raises(BitrixError) as caught:
            await desk.supervision.act(Act.FINISH, dialog)

    words = explain(caught.value)
    assert (words.code, words.title) == ("NO_CODE", "The portal refused the call without a reason")


async def test_an_act_that_nobody_answered_is_noted_as_unknown(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        await portal.order("fault", kind="lost", method=METHODS[Act.PIN])
        with pytest.raises(BitrixError):
            await desk.supervision.act(Act.PIN, dialog)
        seat = desk.supervision.seat(dialog)
        log = await log_of(desk)

    assert seat.pinned, "it was done, and the look afterwards says so"
    assert log == [("pin", "Olga Demina", "UNKNOWN_OUTCOME")]


DOUBTS = {
    Act.ANSWER: (OLGA, DialogState.OPEN),
    Act.INTERCEPT: (OLGA, DialogState.OPEN),
    Act.TRANSFER: (ANN, DialogState.OPEN),
    Act.SKIP: (0, DialogState.OPEN),
    Act.FINISH: (OLGA, DialogState.CLOSED),
    Act.FINISH_ANOTHER: (ANN, DialogState.CLOSED),
    Act.SPAM: (0, DialogState.CLOSED),
    Act.START: (OLGA, DialogState.OPEN),
}


@pytest.mark.parametrize("act", DOUBTS)
async def test_an_act_whose_answer_was_lost_stands_here_as_it_stands_there(act, tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        do, here = desk.supervision.act, desk.dialogs.get
        if act in (Act.INTERCEPT, Act.FINISH_ANOTHER):
            await portal.order("answer", chat_id=here(dialog).portal_chat, user_id=ANN)
            await desk.supervision.read(dialog)
            change = {"operator": "Ann Lee", "operator_id": ANN}
            await desk.dialogs.write(lambda t: t.put(replace(t.dialog(dialog), **change)))
        steps = {Act.SKIP: "A", Act.TRANSFER: "A", Act.FINISH: "A", Act.START: "AF"}
        for before in steps.get(act, ""):
            await do({"A": Act.ANSWER, "F": Act.FINISH}[before], dialog)
        await portal.order("fault", kind="lost", method=METHODS[act])
        target = Target(ANN, "Ann Lee") if act is Act.TRANSFER else None
        try:
            await do(act, dialog, target)
            told = ""
        except BitrixError:
            told = "UNKNOWN_OUTCOME"
        found, session = here(dialog), await session_of(portal, desk, dialog)
        last = (await log_of(desk))[-1]

    assert (found.operator_id, found.state) == DOUBTS[act]
    assert found.session == session["id"]
    assert last == (act.value, "Olga Demina", told)
    assert not told or act not in REPEATABLE, "asked once more it is known"


async def test_of_an_act_that_is_never_answered_nothing_is_believed(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        await desk.supervision.act(Act.ANSWER, dialog)
        before = desk.dialogs.get(dialog)
        await portal.order("fault", kind="reset", method=METHODS[Act.FINISH], count=9)
        with pytest.raises(BitrixError):
            await desk.supervision.act(Act.FINISH, dialog)
        assert desk.dialogs.get(dialog) == before


async def test_who_was_faster_than_the_look_has_the_dialog(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        await desk.supervision.act(Act.ANSWER, dialog)
        chat, transfer = desk.dialogs.get(dialog).portal_chat, desk.supervision._api.transfer

        async def overtaken(portal_chat, target):
            await transfer(portal_chat, target)
            await portal.order("intercept", chat_id=chat, user_id=OLEG)

        desk.supervision._api.transfer = overtaken
        await desk.supervision.act(Act.TRANSFER, dialog, Target(ANN, "Ann Lee"))
        assert desk.dialogs.get(dialog).operator_id == OLEG


async def test_an_employee_may_not_touch_the_dialogs_of_other_lines(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, olga, dialog):
        await olga.supervision.act(
            Act.TRANSFER, dialog, Target(OTHER_LINE, "Wholesale", is_line=True)
        )
        await portal.order("options", role="user")
        async with open_test_desk(portal, tmp_path / "ann") as ann:
            other = await _known_to(ann, olga.dialogs.get(dialog))
            with pytest.raises(AccessDenied):
                await ann.supervision.act(Act.JOIN, other)
            vote = Act.VOTE
            with pytest.raises(AccessDenied):
                await ann.supervision.act(vote, other, rating=1)
            log = await log_of(ann)

    assert [row[1:] for row in log] == [("Ann Lee", "ACCESS_DENIED")] * 2


async def test_chats_without_a_session_or_that_are_no_dialogs_are_refused(tmp_path, until):
    async with supervisor(tmp_path, until) as (_, desk, dialog):
        chats = await desk.session.caller.call("im.chat.add", {"TYPE": "CHAT", "TITLE": "Team"})
        for number, code in ((999_999, "CHAT_ID"), (int(chats), "CHAT_TYPE")):
            change = {"portal_chat": number, "session": None}
            await desk.dialogs.write(
                lambda t, change=change: t.put(replace(t.dialog(dialog), **change))
            )
            with pytest.raises(BitrixError, match=code):
                await desk.supervision.act(Act.JOIN, dialog)
        nowhere = {"portal_chat": None}
        await desk.dialogs.write(lambda t: t.put(replace(t.dialog(dialog), **nowhere)))
        with pytest.raises(NotPossible, match="NO_CHAT_YET"):
            await desk.supervision.act(Act.JOIN, dialog)


async def test_nothing_leaves_while_the_profile_is_read_only(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        desk.session.profile = replace(desk.session.profile, read_only=True)
        before = len(await portal.calls())
        legal = desk.supervision.legal(desk.dialogs.get(dialog))
        with pytest.raises(NotPossible, match="READ_ONLY"):
            await desk.supervision.act(Act.ANSWER, dialog)
        made = [row["method"] for row in (await portal.calls())[before:]]

    assert set(legal.values()) == {"READ_ONLY"}
    assert METHODS[Act.ANSWER] not in made


async def test_a_session_begins_with_a_message_where_none_is_open(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        with pytest.raises(NotPossible, match="ACT_OPEN"):
            await desk.supervision.start_from(dialog, 1)
        await desk.supervision.act(Act.ANSWER, dialog)
        numbers = []
        desk.dialogs.message_changed.connect(lambda change: numbers.append(change.message.im))
        await desk.outbox.reply(dialog, "Two left")
        await until(lambda: any(numbers))
        said = next(filter(None, numbers))
        await desk.supervision.act(Act.FINISH, dialog)
        old = desk.dialogs.get(dialog).session
        await desk.supervision.start_from(dialog, said)

        head, there = desk.dialogs.get(dialog), await session_of(portal, desk, dialog)
        assert head.session == there["id"] > old
        assert (head.state, head.operator_id) == (DialogState.OPEN, OLGA)
        assert (await log_of(desk))[-1] == ("start", "Olga Demina", "")


async def test_all_own_dialogs_are_pinned_and_unpinned_at_once(tmp_path, until):
    async with supervisor(tmp_path, until) as (portal, desk, dialog):
        await desk.supervision.act(Act.ANSWER, dialog)
        counts = []
        for on in (True, False):
            counts.append(await desk.supervision.pin_all(on=on))
            assert (await session_of(portal, desk, dialog))["pinned"] is on
            assert desk.supervision.seat(dialog).pinned is on
        rows = [row.method for row in await desk.act_log.page(LogFilter(words="pinAll"))]

    assert counts == [1, 1]
    assert rows == [f"imopenlines.session.mode.{name}" for name in ("unpinAll", "pinAll")]
