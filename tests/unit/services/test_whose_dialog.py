"""Who has a dialog, since when its session is open, and when an operator first answered in it."""

from dataclasses import replace
from datetime import timedelta

from app.domain.dialog import Author
from app.domain.events import DialogStarted
from tests.unit.services.test_applying import NOW, PLACE, added, tale

__all__ = ["tale"]
LATER = NOW + timedelta(minutes=5)


def started(session):
    return DialogStarted(*PLACE, "u-1", session, 7734)


async def opened(tale):
    await tale.customer_wrote()
    await tale.happen(started(2051))
    (dialog,) = tale.dialogs.all()
    return dialog


async def test_a_session_that_begins_is_nobodys(tale):
    dialog = await opened(tale)

    assert (dialog.opened_at, dialog.answered_at, dialog.operator_id) == (NOW, None, 0)


async def test_the_first_answer_of_a_person_counts_and_the_second_does_not_move_it(tale):
    await opened(tale)
    await tale.happen(added(1), at=LATER)
    await tale.happen(added(2), at=LATER + timedelta(minutes=1))

    (dialog,) = tale.dialogs.all()
    assert (dialog.answered_at, dialog.operator_id) == (LATER, 7)
    assert dialog.operator == "Олег Иванов"


async def test_a_bot_takes_no_dialog(tale):
    await opened(tale)
    await tale.happen(added(1, user=30), at=LATER)

    (dialog,) = tale.dialogs.all()
    assert (dialog.answered_at, dialog.operator_id) == (None, 0)


async def test_the_next_session_begins_without_an_operator(tale):
    await opened(tale)
    await tale.happen(added(1), at=LATER)
    await tale.happen(started(2052), at=LATER + timedelta(hours=1))

    (dialog,) = tale.dialogs.all()
    assert (dialog.operator, dialog.operator_id, dialog.answered_at) == ("", 0, None)


async def test_a_beginning_that_is_told_after_the_answer_leaves_the_answer(tale):
    await tale.happen(added(1), at=LATER)
    await tale.happen(started(2051), at=NOW)

    (dialog,) = tale.dialogs.all()
    assert (dialog.opened_at, dialog.answered_at, dialog.operator_id) == (NOW, LATER, 7)


async def test_every_message_of_the_portal_keeps_whose_it_is(tale):
    await tale.happen(added(1), added(2, user=30), replace(added(3), user_id=0))

    told = {(each.author, each.author_id) for each in await tale.messages()}
    assert told == {(Author.OPERATOR, 7), (Author.BOT, 30), (Author.SYSTEM, 0)}


async def test_an_older_session_that_is_told_late_takes_nothing_from_the_newer_one(tale):
    await opened(tale)
    await tale.happen(started(2052), at=LATER)
    await tale.happen(added(1), at=LATER + timedelta(minutes=1))
    await tale.happen(started(2051), at=NOW)

    (dialog,) = tale.dialogs.all()
    assert (dialog.session, dialog.opened_at, dialog.operator_id) == (2052, LATER, 7)


async def test_whose_dialog_it_is_stays_when_the_beginning_of_its_session_is_told_late(tale):
    await tale.customer_wrote()
    (dialog,) = tale.dialogs.all()
    taken = {"session": 2051, "operator": "Ann Lee", "operator_id": 12}
    await tale.dialogs.write(lambda t: t.put(replace(t.dialog(dialog.id), **taken)))
    await tale.happen(started(2051))

    (dialog,) = tale.dialogs.all()
    assert (dialog.operator, dialog.operator_id, dialog.opened_at) == ("Ann Lee", 12, NOW)
    await tale.happen(started(2052), at=LATER)
    (dialog,) = tale.dialogs.all()
    assert (dialog.operator, dialog.operator_id, dialog.opened_at) == ("", 0, LATER)
