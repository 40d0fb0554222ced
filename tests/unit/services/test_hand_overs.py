"""What becomes of a dialog's hands stands in its transcript, whoever changed them."""

import pytest

from app.domain.acts import Act, Target
from app.services.notes import NoteKind, read_note
from tests.helpers.desk import OTHER_LINE, connected, written

OLEG, ANN = 7, 12
TO_ANN = Target(ANN, "Ann Lee")


@pytest.fixture
async def dialog(desk, until):
    """Olga's dialog."""
    await connected(desk)
    made = await written(desk)
    await until(lambda: desk.dialogs.get(made).portal_chat)
    await desk.supervision.act(Act.ANSWER, made)
    return made


async def told(desk, dialog):
    """The notes about hands, as kind and value."""
    page = await desk.dialogs.page(dialog, 0, 100)
    notes = filter(None, map(read_note, page))
    _, *told = ((n.kind, n.value) for n in notes if n.kind is not NoteKind.SESSION_STARTED)
    return told


async def test_what_is_done_here_is_told_in_order(desk, dialog):
    act = desk.supervision.act
    await act(Act.TRANSFER, dialog, TO_ANN)
    await act(Act.JOIN, dialog)
    await act(Act.SILENT, dialog)
    await act(Act.LOUD, dialog)
    await act(Act.INTERCEPT, dialog)
    await act(Act.SKIP, dialog)
    await act(Act.ANSWER, dialog)
    await act(Act.VOTE, dialog, rating=4, comment="Quick")
    await act(Act.VOTE, dialog, comment="Kind")
    await act(Act.TRANSFER, dialog, Target(OTHER_LINE, "Wholesale", is_line=True))

    assert await told(desk, dialog) == [
        (NoteKind.HANDED_OVER, "Ann Lee"),
        (NoteKind.JOINED, "Olga Demina"),
        (NoteKind.SILENT_ON, ""),
        (NoteKind.SILENT_OFF, ""),
        (NoteKind.TAKEN_OVER, "Olga Demina"),
        (NoteKind.SKIPPED, "Olga Demina"),
        (NoteKind.ANSWERED, "Olga Demina"),
        (NoteKind.RATED, "4"),
        (NoteKind.COMMENTED, "Olga Demina"),
        (NoteKind.TO_LINE, "Wholesale"),
    ]


async def test_what_a_colleague_did_is_told_by_the_next_look_once(desk, dialog, sandbox):
    chat = desk.dialogs.get(dialog).portal_chat
    await sandbox.order("intercept", chat_id=chat, user_id=OLEG)
    for _ in range(2):
        await desk.supervision.read(dialog)

    assert await told(desk, dialog) == [(NoteKind.NOW_HAS, "Олег Иванов")]
    assert desk.dialogs.get(dialog).operator_id == OLEG


async def test_a_transfer_that_somebody_overtook_names_both(desk, dialog, sandbox):
    chat, transfer = desk.dialogs.get(dialog).portal_chat, desk.supervision._api.transfer

    async def overtaken(portal_chat, target):
        await transfer(portal_chat, target)
        await sandbox.order("intercept", chat_id=chat, user_id=OLEG)

    desk.supervision._api.transfer = overtaken
    await desk.supervision.act(Act.TRANSFER, dialog, TO_ANN)

    assert await told(desk, dialog) == [
        (NoteKind.HANDED_OVER, "Ann Lee"),
        (NoteKind.NOW_HAS, "Олег Иванов"),
    ]


async def test_who_is_added_or_removed_is_told_by_name(desk, dialog):
    people, head = desk.linked.participants, desk.dialogs.get(dialog)
    await people.add(head, OLEG)
    await people.remove(head, OLEG)

    assert await told(desk, dialog) == [
        (NoteKind.JOINED, "Олег Иванов"),
        (NoteKind.REMOVED, "Олег Иванов"),
    ]


async def test_a_refused_act_leaves_no_note(desk, dialog, sandbox):
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.session.join", count=1)
    await desk.supervision.act(Act.TRANSFER, dialog, TO_ANN)
    with pytest.raises(Exception, match="ACCESS_DENIED"):
        await desk.supervision.act(Act.JOIN, dialog)

    assert await told(desk, dialog) == [(NoteKind.HANDED_OVER, "Ann Lee")]


async def test_notes_of_hands_move_no_figure_and_no_last_words(desk, dialog):
    before = desk.dialogs.get(dialog)
    await desk.supervision.act(Act.TRANSFER, dialog, TO_ANN)
    after = desk.dialogs.get(dialog)

    for name in ("last_text", "last_at", "unread", "waiting_since", "opened_at", "answered_at"):
        assert getattr(after, name) == getattr(before, name)
