"""What is told after newer words: it stands in the transcript, the head goes by the newer."""

from dataclasses import replace
from datetime import timedelta

from app.domain.dialog import Author, Delivery, DialogState, Message
from app.domain.events import CustomerWrote, MessageSeen
from tests.unit.services.test_applying import NOW, PEOPLE, PLACE, added, story

MINUTE = timedelta(minutes=1)
JONAS = 7


def asked(im, text="Is it in stock?"):
    return CustomerWrote(*PLACE, "u-9", 7734, im, text, author_id=990, name="Ilze Ozola")


def read_back(im, text, user=JONAS):
    return MessageSeen(*PLACE, 7734, im, user, text)


async def test_words_of_before_leave_the_head_as_newer_words_made_it(tmp_path):
    async with story(tmp_path) as tale:
        await tale.happen(added(50, "Mine now", user=8))
        (before,) = tale.dialogs.all()

        for im, ago in ((10, 180), (11, 179), (12, 178)):
            await tale.happen(read_back(im, f"old {im}"), at=NOW - ago * MINUTE)

        (dialog,) = tale.dialogs.all()
        kept = (dialog.last_text, dialog.last_at, dialog.unread, dialog.operator_id)
        assert kept == (before.last_text, before.last_at, 1, 8)
        assert dialog.count == before.count + 3
        assert dialog.state is DialogState.OPEN


async def test_an_answer_told_late_ends_the_waiting_for_what_was_asked_before_it(tmp_path):
    async with story(tmp_path) as tale:
        await tale.happen(added(8, "Good day"))
        await tale.happen(asked(10), at=NOW + MINUTE)
        await tale.happen(asked(14, "And the lamp?"), at=NOW + 4 * MINUTE)

        await tale.happen(added(12, "Two are left"), at=NOW + 2 * MINUTE)

        (dialog,) = tale.dialogs.all()
        assert dialog.waiting_since == NOW + 4 * MINUTE
        assert (dialog.last_text, dialog.last_author) == ("And the lamp?", Author.CUSTOMER)
        assert dialog.unread == 2, "the answer is new to who looks"
        assert dialog.operator == PEOPLE[JONAS].name


async def test_who_answered_before_a_newer_answer_does_not_get_the_dialog_back(tmp_path):
    async with story(tmp_path) as tale:
        await tale.happen(added(20, "I go on", user=8))

        await tale.happen(added(18, "One moment", user=JONAS), at=NOW - MINUTE)

        assert tale.dialogs.all()[0].operator_id == 8


async def test_words_that_never_reached_the_portal_do_not_make_anybody_wait_longer(tmp_path):
    async with story(tmp_path) as tale:
        await tale.happen(added(8, "Good day"))
        await tale.happen(asked(10), at=NOW + 10 * MINUTE)
        (dialog,) = tale.dialogs.all()
        lost = Message(dialog.id, 0, Author.CUSTOMER, "", "Anybody?", NOW, Delivery.FAILED)
        await tale.dialogs.write(lambda transcript: _lose(transcript, lost))

        await tale.happen(added(9, "One moment"), at=NOW + 9.5 * MINUTE)

        assert tale.dialogs.all()[0].waiting_since == NOW + 10 * MINUTE


def _lose(transcript, message):
    before = transcript.dialog(message.dialog)
    lost = transcript.append(message)
    after = transcript.dialog(message.dialog)
    transcript.put(replace(after, waiting_since=before.waiting_since))
    return lost
