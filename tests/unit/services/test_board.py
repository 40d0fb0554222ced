"""The board over a real sandbox: who waits, who has what, who is there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.bitrix.errors import BitrixError
from app.domain.line import QUEUE, Entity, EntityKind, LineSettings
from app.domain.service_levels import Levels, LevelState
from app.services import board as board_service
from app.services.board import Board
from app.services.clock import utc_now
from tests.helpers.desk import ANNA, LINE, OTHER_LINE, connected, written

MARTIN = replace(ANNA, id="u-2", name="Martin", last_name="Berg", chat="conv-2")


@pytest.fixture
async def two(desk, until):
    """Anna and Martin have written, and the portal has opened their chats."""
    await connected(desk)
    dialogs = [await written(desk, each) for each in (ANNA, MARTIN)]
    await until(lambda: all(desk.dialogs.get(each).portal_chat for each in dialogs))
    return dialogs


async def test_an_answer_takes_a_dialog_from_those_who_wait_to_those_who_are_answered(
    sandbox, desk, two, until
):
    assert {each.dialog for each in desk.board.now([LINE]).waiting} == set(two)

    await sandbox.reply(desk.dialogs.get(two[0]), "Hello")

    await until(lambda: desk.board.now([LINE]).answering == (two[0],))
    assert [each.dialog for each in desk.board.now([LINE]).waiting] == [two[1]]


async def test_a_finished_dialog_leaves_the_board(sandbox, desk, two, until):
    await sandbox.order("close", chat_id=desk.dialogs.get(two[0]).portal_chat)

    await until(lambda: desk.board.now([LINE]).open == (two[1],))


async def test_every_change_of_a_dialog_is_told(sandbox, desk, two, until):
    told = []
    desk.board.changed.connect(told.append)

    await sandbox.reply(desk.dialogs.get(two[0]), "Hello")

    await until(lambda: told)


async def test_the_figures_of_now_cost_no_call(sandbox, desk, two):
    before = len(await sandbox.calls("user.get"))

    for _ in range(100):
        desk.board.now([LINE, OTHER_LINE])

    assert len(await sandbox.calls("user.get")) == before


async def test_a_line_with_a_shorter_target_is_late_earlier(desk, two, until):
    await desk.levels.choose(Levels(first_answer_s=1, by_hours=False), LINE)

    await until(lambda: {each.dialog for each in desk.board.now([LINE]).late} == set(two))
    assert desk.board.now([LINE]).lines[0].state is LevelState.BREACH


class Sundial:
    """A clock that is set by hand."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return utc_now() + self.ahead


@pytest.fixture
async def dial(desk, two):
    """A second board of the same dialogs, and its clock."""
    clock = Sundial()
    made = await Board.load(desk.journal, desk.dialogs, desk.levels, desk.board.presence, clock)
    return made, clock


def states(board):
    return {each.state for each in board.now([LINE]).waiting}


async def test_a_wait_becomes_late_when_its_time_comes_and_not_before(dial, until):
    board, clock = dial
    assert states(board) == {LevelState.OK}

    for seconds, state in ((100, LevelState.WARNING), (130, LevelState.BREACH)):
        clock.ahead = timedelta(seconds=seconds)
        await until(lambda state=state: states(board) == {state})


async def test_a_clock_that_is_set_back_takes_its_judgements_along(dial, until):
    board, clock = dial
    clock.ahead = timedelta(hours=1)
    await until(lambda: states(board) == {LevelState.BREACH})

    clock.ahead = timedelta()

    await until(lambda: states(board) == {LevelState.OK})


async def renamed(desk, dialogs):
    """Something of them changes that says nothing of times."""
    for each in dialogs:
        name = f"{desk.dialogs.get(each).name} again"
        await desk.dialogs.write(lambda t, e=each, n=name: t.put(replace(t.dialog(e), name=n)))


async def test_targets_that_were_others_only_between_two_looks_leave_nothing_late(
    desk, two, dial, until
):
    board, clock = dial
    clock.ahead = timedelta(seconds=20)
    assert states(board) == {LevelState.OK}
    usual = desk.levels.usual

    await desk.levels.choose(Levels(first_answer_s=1, by_hours=False))
    await renamed(desk, two)
    await desk.levels.choose(usual)

    await until(lambda: states(board) == {LevelState.OK})


async def test_a_clock_that_was_wrong_only_between_two_looks_leaves_nothing_late(
    desk, two, dial, until
):
    board, clock = dial
    assert states(board) == {LevelState.OK}

    clock.ahead = timedelta(hours=5)
    await renamed(desk, two)
    clock.ahead = timedelta(seconds=1)

    await until(lambda: states(board) == {LevelState.OK})


async def test_a_queue_that_is_changed_here_is_seen_at_once(desk, two):
    await desk.board.watch()
    assert 12 in [each.user for each in desk.board.now([LINE]).operators if each.places]
    me = desk.session.capabilities.user.id

    await desk.lines.save(LINE, {QUEUE: (Entity(EntityKind.USER, me),)})

    assert [each.user for each in desk.board.now([LINE]).operators if each.places] == [me]


async def test_a_board_on_which_nothing_has_changed_is_the_same_one(dial):
    board, clock = dial
    before = board.now([LINE])

    clock.ahead = timedelta(seconds=1)

    assert board.now([LINE]) is before


async def test_working_hours_that_become_known_change_what_is_late(desk, dial, monkeypatch, until):
    board, clock = dial
    clock.ahead = timedelta(hours=1)
    await until(lambda: states(board) == {LevelState.BREACH})

    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    closed = {"WORKTIME_ENABLE": True, "WORKTIME_FROM": 540, "WORKTIME_TO": 1080}
    hours = {**closed, "WORKTIME_TIMEZONE": "Europe/Riga", "WORKTIME_DAYOFF": days}
    line = LineSettings(LINE, "Shop chat", active=True, values=hours)
    monkeypatch.setattr(desk.levels, "_line", lambda _: line)

    await until(lambda: states(board) == {LevelState.OK})


async def test_what_is_judged_by_other_targets_is_judged_in_pieces(desk, dial, monkeypatch, until):
    board, clock = dial
    clock.ahead = timedelta(hours=1)
    await until(lambda: states(board) == {LevelState.BREACH})
    monkeypatch.setattr(board_service, "_AT_ONCE", -1)
    await desk.levels.choose(Levels(first_answer_s=7200, by_hours=False))
    told = []
    board.changed.connect(told.append)

    assert states(board) == {LevelState.BREACH}
    assert told  # the rest comes with the next look

    monkeypatch.undo()
    await until(lambda: states(board) == {LevelState.OK})


async def test_the_queue_and_those_in_it_are_asked_of_the_portal(desk, two):
    await desk.board.watch()

    operators = desk.board.now([LINE]).operators
    assert [each.name for each in operators[:2]] == ["Ann Lee", "Олег Иванов"]
    assert [each.places[LINE] for each in operators[:2]] == [1, 2]
    assert operators[0].person.online is True


async def test_who_is_on_a_break_is_told_where_the_portal_tells(sandbox, desk, two):
    me = desk.session.capabilities.user.id
    await desk.session.caller.call("imopenlines.operator.pause.start")
    both = (Entity(EntityKind.USER, 12), Entity(EntityKind.USER, me))
    await desk.lines.save(LINE, {QUEUE: both})

    await desk.board.watch()

    people = desk.board.presence.people
    assert (people[12].paused, people[me].paused) == (False, True)


async def test_a_portal_without_breaks_is_asked_for_them_once(sandbox, desk, two):
    method = "imopenlines.operator.pause.getAll"
    await sandbox.order("fault", kind="ERROR_METHOD_NOT_FOUND", method=method)

    await desk.board.watch()
    await desk.board.watch()

    assert desk.board.presence.problem is None
    assert await sandbox.calls(method) == []  # the first one failed before it was noted


async def test_the_last_answer_of_an_operator_is_known_from_the_journal_and_then_by_itself(
    sandbox, desk, two, until
):
    await desk.board.watch()
    await sandbox.reply(desk.dialogs.get(two[0]), "Hello", user_id=12)
    await until(lambda: _ann(desk.board).answered_at)

    later = await Board.load(desk.journal, desk.dialogs, desk.levels, desk.board.presence, utc_now)
    assert _ann(later).answered_at is None
    await later.learn()

    assert _ann(later).answered_at == _ann(desk.board).answered_at


async def test_a_portal_that_does_not_tell_of_its_users_is_no_failure(sandbox, desk, two):
    await desk.board.watch()
    await sandbox.order("fault", kind="ACCESS_DENIED", method="user.get")

    await desk.board.watch()

    assert desk.board.presence.problem is not None
    assert desk.board.now([LINE]).operators[0].person.online is None


async def test_without_an_answer_of_the_portal_what_was_known_of_people_stays(sandbox, desk, two):
    await desk.board.watch()
    await sandbox.order("fault", kind="reset", method="user.get", count=9)

    with pytest.raises(BitrixError):
        await desk.board.watch()

    assert desk.board.now([LINE]).operators[0].person.online is True


def _ann(board):
    return next(each for each in board.now([LINE]).operators if each.user == 12)
