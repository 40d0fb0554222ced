"""What events mean: each effect once, positions without gaps, nothing lost of what stood before."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.dialog import Attachment, Author, Customer, Delivery, DialogState
from app.domain.events import (
    DialogFinished,
    DialogStarted,
    LineDeleted,
    MessageAdded,
    MessageDeleted,
    MessageUpdated,
    QueuedEvent,
    StatusDeleted,
    Unreadable,
)
from app.domain.portal import User
from app.services import writing
from app.services.applying import Applier
from app.services.dialogs import Dialogs, Unsent
from app.services.journal import Journal
from app.services.notes import Note, NoteKind, read_note

NOW = datetime(2026, 7, 14, 14, 30, tzinfo=UTC)
PLACE = ("acme_shopchat", 42, "conv-1")
ANNA = Customer("u-1", "Anna", "conv-1")
OTHER = Customer("u-2", "Boris", "conv-1")
PEOPLE = {7: User(7, "Олег Иванов"), 30: User(30, "Lumi", bot=True)}


def added(im, text="Good day", *, user=7, chat=7734, files=()):
    return MessageAdded(*PLACE, chat, im, user, text, tuple(files))


class Story:
    """A journal, its dialogs, and the rules; events are applied one row at a time."""

    def __init__(self, dialogs, *, receipts=None, signed=True):
        self.dialogs = dialogs
        self.changes = []
        self.applier = Applier(PEOPLE.get, lambda _: signed, NOW, receipts)
        dialogs.message_changed.connect(self.changes.append)

    async def happen(self, *events, at=NOW):
        rows = [QueuedEvent(1, "", at, (event,)) for event in events]
        return await self.dialogs.write(
            lambda t: [reason for row in rows if (reason := self.applier.apply(t, row))]
        )

    async def customer_wrote(self, customer=ANNA, text="Hello"):
        def plan(transcript):
            dialog = writing.plan_dialog(transcript, PLACE[0], PLACE[1], customer)
            writing.plan_send(transcript, dialog.id, text, NOW)
            return dialog.id

        return await self.dialogs.write(plan)

    async def messages(self, dialog=None):
        dialog = dialog or self.dialogs.all()[0].id
        return list(await self.dialogs.page(dialog, 0, 1000))


@asynccontextmanager
async def story(folder, **options):
    journal = await Journal.open(folder / "journal.sqlite")
    try:
        yield Story(await Dialogs.load(journal), **options)
    finally:
        await journal.close()


@pytest.fixture
async def tale(tmp_path):
    async with story(tmp_path) as opened:
        yield opened


async def test_an_operators_message_begins_a_dialog_that_nobody_here_knew(tale):
    await tale.happen(added(551020, "[b]Ann Lee:[/b] [br]Yes, two left."))

    (dialog,) = tale.dialogs.all()
    (message,) = await tale.messages()
    assert (dialog.chat, dialog.portal_chat, dialog.unread) == ("conv-1", 7734, 1)
    assert (message.author, message.author_name) == (Author.OPERATOR, "Ann Lee")
    assert (message.text, message.delivery) == ("Yes, two left.", Delivery.RECEIVED)
    assert (dialog.last_text, dialog.operator) == ("Yes, two left.", "Ann Lee")


async def test_without_a_signature_the_name_comes_from_the_portals_people(tale):
    await tale.happen(added(1, "No name here", user=7))

    assert (await tale.messages())[0].author_name == "Олег Иванов"


async def test_a_connector_registered_without_signature_keeps_what_looks_like_one(tmp_path):
    async with story(tmp_path, signed=False) as tale:
        await tale.happen(added(1, "[b]Note:[/b] [br]as typed"))

        (message,) = await tale.messages()
        assert (message.text, message.author_name) == ("[b]Note:[/b] [br]as typed", "Олег Иванов")


async def test_bold_words_that_begin_a_text_are_no_name(tale):
    await tale.happen(added(1, "[b]Total:[/b]\n100"))

    (message,) = await tale.messages()
    assert (message.text, message.author_name) == ("[b]Total:[/b]\n100", "Олег Иванов")


async def test_the_author_is_known_when_a_text_is_changed(tale):
    await tale.happen(added(1, "[b]олег иванов:[/b] two"), added(2, "Closed", user=0))
    for im, text in ((1, "[b]Олег Иванов:[/b] three"), (2, "[b]Note:[/b][br] closed")):
        await tale.happen(MessageUpdated(*PLACE, 7734, im, (), text))

    assert [each.text for each in await tale.messages()] == ["three", "[b]Note:[/b][br] closed"]


async def test_bots_and_the_lines_own_texts_are_told_apart(tale):
    await tale.happen(added(1, "I am a bot", user=30), added(2, "We are closed", user=0))

    bot, line = await tale.messages()
    assert (bot.author, bot.author_name) == (Author.BOT, "Lumi")
    assert (line.author, line.author_name) == (Author.SYSTEM, "")
    assert read_note(line) is None


async def test_the_same_message_again_changes_nothing(tale):
    await tale.happen(added(1))
    told = len(tale.changes)
    await tale.happen(added(1), added(1))

    assert len(tale.changes) == told
    assert len(await tale.messages()) == 1


async def test_a_file_without_words_is_known_by_its_name_in_the_list(tale):
    lamp = Attachment("lamp.png", "https://acme.example/~abc", "image", 48213)
    await tale.happen(added(1, "[b]Ann Lee:[/b] ", files=[lamp]))

    (message,) = await tale.messages()
    assert (message.text, message.attachments) == ("", (lamp,))
    assert tale.dialogs.all()[0].last_text == "lamp.png"


async def test_an_edit_keeps_the_old_text_at_its_time(tale):
    await tale.happen(added(1, "two left"))
    later = NOW + timedelta(minutes=1)
    edit = MessageUpdated(*PLACE, 7734, 1, ("x-1",), "[b]Ann Lee:[/b][br] three left")
    await tale.happen(edit, edit, at=later)

    (message,) = await tale.messages()
    assert message.text == "three left"
    assert [(old.text, old.at) for old in message.edits] == [("two left", later)]
    assert tale.dialogs.all()[0].last_text == "three left"


async def test_an_edit_of_a_message_that_was_never_seen_shows_its_text(tale):
    await tale.happen(MessageUpdated(*PLACE, 7734, 1, ("x-1",), "three left"))

    (message,) = await tale.messages()
    assert (message.text, message.im, message.external_ids) == ("three left", 1, ("x-1",))


async def test_a_deletion_leaves_a_tombstone_with_the_text(tale):
    await tale.happen(added(1, "first"), added(2, "second"))
    await tale.happen(MessageDeleted(*PLACE, 7734, 2, ("x-2",)))

    first, second = await tale.messages()
    assert first.deleted_at is None
    assert (second.deleted_at, second.text) == (NOW, "second")
    assert tale.dialogs.all()[0].last_text == "first"


async def test_a_deletion_of_something_unknown_makes_no_dialog(tale):
    await tale.happen(MessageDeleted(*PLACE, 7734, 2, ("x-2",)))

    assert tale.dialogs.all() == ()


async def test_a_deletion_finds_the_customers_message_by_our_own_id(tale):
    dialog = await tale.customer_wrote()
    (sent,) = await tale.messages(dialog)
    await tale.happen(MessageDeleted(*PLACE, 0, 99, sent.external_ids))

    assert (await tale.messages(dialog))[0].deleted_at == NOW


async def test_a_session_is_noted_once_when_it_starts_and_once_when_it_ends(tale):
    dialog = await tale.customer_wrote()
    start = DialogStarted(*PLACE, "914", 2051)
    end = DialogFinished(*PLACE, "914", 2051)
    await tale.happen(start, start)
    opened = tale.dialogs.get(dialog)
    await tale.happen(end, end)

    notes = [note for each in await tale.messages(dialog) if (note := read_note(each))]
    assert notes == [
        Note(NoteKind.SESSION_STARTED, "2051"),
        Note(NoteKind.SESSION_FINISHED, "2051"),
    ]
    assert opened.state is DialogState.OPEN
    assert tale.dialogs.get(dialog).state is DialogState.CLOSED


async def test_the_late_end_of_an_older_session_does_not_close_the_newer_one(tale):
    dialog = await tale.customer_wrote()
    await tale.happen(DialogStarted(*PLACE, "914", 1), DialogStarted(*PLACE, "914", 2))
    await tale.happen(DialogFinished(*PLACE, "914", 1))

    assert tale.dialogs.get(dialog).state is DialogState.OPEN
    assert tale.dialogs.get(dialog).session == 2


async def test_notes_are_neither_unread_nor_last_words(tale):
    dialog = await tale.customer_wrote(text="Hello")
    await tale.happen(DialogStarted(*PLACE, "914", 1), DialogFinished(*PLACE, "914", 1))

    found = tale.dialogs.get(dialog)
    assert (found.last_text, found.unread) == ("Hello", 0)


async def test_a_switched_off_connector_is_noted_in_open_dialogs_only(tale):
    open_one = await tale.customer_wrote()
    await tale.happen(DialogStarted(*PLACE, "914", 1))
    quiet_one = await tale.customer_wrote(Customer("u-9", "Vera", "conv-9"))
    off = StatusDeleted("acme_shopchat", 42)
    await tale.happen(off, off)

    last = (await tale.messages(open_one))[-1]
    assert read_note(last) == Note(NoteKind.LINE_DISCONNECTED, "42")
    notes = [read_note(each) for each in await tale.messages(open_one)]
    assert notes.count(read_note(last)) == 1
    assert [read_note(each) for each in await tale.messages(quiet_one)] == [None]


async def test_a_deleted_line_closes_its_dialogs(tale):
    dialog = await tale.customer_wrote()
    await tale.happen(DialogStarted(*PLACE, "914", 1), LineDeleted(42), LineDeleted(42))

    assert tale.dialogs.get(dialog).state is DialogState.CLOSED
    last = (await tale.messages(dialog))[-1]
    assert read_note(last) == Note(NoteKind.LINE_DELETED, "42")


async def test_an_unreadable_event_is_answered_with_its_reason(tale):
    assert await tale.happen(Unreadable("no data"), added(1)) == ["no data"]
    assert len(await tale.messages()) == 1


async def test_two_customers_who_share_a_chat_are_told_apart_by_the_portals_chat(tale):
    anna, boris = await tale.customer_wrote(ANNA), await tale.customer_wrote(OTHER)
    await tale.happen(added(1, "to whoever is last", chat=1))
    first = [each.portal_chat for each in (tale.dialogs.get(anna), tale.dialogs.get(boris))]
    await tale.happen(added(2, "to the other", chat=2))
    await tale.happen(added(3, "again", chat=1))

    assert first.count(1) == 1
    chats = {tale.dialogs.get(each).portal_chat for each in (anna, boris)}
    assert chats == {1, 2}
    owner = anna if first[0] == 1 else boris
    texts = [each.text for each in await tale.messages(owner)]
    assert texts == ["Hello", "to whoever is last", "again"]


async def test_a_customer_who_writes_later_takes_over_the_dialog_that_an_event_began(tale):
    await tale.happen(added(1))
    dialog = await tale.customer_wrote()

    assert [each.id for each in tale.dialogs.all()] == [dialog]
    assert tale.dialogs.get(dialog).name == "Anna"
    assert tale.dialogs.customer(dialog) == ANNA


async def test_waiting_begins_with_the_customers_first_words_and_ends_with_the_answer(tale):
    dialog = await tale.customer_wrote()
    waiting = tale.dialogs.get(dialog).waiting_since
    await tale.happen(added(1, "automatic", user=0), added(2, "by a bot", user=30))
    still = tale.dialogs.get(dialog).waiting_since
    await tale.happen(added(3, "by a person", user=7))

    assert waiting == still == NOW
    assert tale.dialogs.get(dialog).waiting_since is None


async def test_looking_at_a_dialog_makes_it_read(tale):
    await tale.happen(added(1), added(2))
    (dialog,) = tale.dialogs.all()
    await tale.dialogs.see(dialog.id)

    assert dialog.unread == 2
    assert tale.dialogs.get(dialog.id).unread == 0


async def test_everything_is_there_again_after_a_restart(tmp_path):
    async with story(tmp_path) as tale:
        dialog = await tale.customer_wrote(text="Привет \U0001f44b")
        await tale.happen(added(1), MessageUpdated(*PLACE, 7734, 1, ("x",), "changed"))
        before = (tale.dialogs.all(), await tale.messages(dialog))

    async with story(tmp_path) as tale:
        assert (tale.dialogs.all(), await tale.messages(dialog)) == before
        assert tale.dialogs.customer(dialog) == ANNA


async def test_outline_and_pages_agree(tale):
    dialog = await tale.customer_wrote()
    await tale.happen(*(added(number, "x" * number) for number in range(1, 200)))

    _, outline = await tale.dialogs.outline(dialog)
    assert len(outline) == tale.dialogs.get(dialog).count == 200
    page = await tale.dialogs.page(dialog, 150, 20)
    assert [each.position for each in page] == list(range(150, 170))
    assert [len(each.text) for each in page] == list(outline[150:170])


async def test_drafts_belong_to_a_dialog_and_a_writer(tale):
    dialog = await tale.customer_wrote()
    await tale.dialogs.save_draft(dialog, "as the customer", "customer")
    await tale.dialogs.save_draft(dialog, "as the operator", "operator")
    await tale.dialogs.save_draft(dialog, "", "operator")

    assert await tale.dialogs.draft(dialog, "customer") == "as the customer"
    assert await tale.dialogs.draft(dialog, "operator") == ""


async def test_dialogs_with_something_unsent_are_known_also_after_a_restart(tale, tmp_path):
    dialog, told = await tale.customer_wrote(), []
    tale.dialogs.draft_changed.connect(told.append)
    await tale.dialogs.save_draft(dialog, "as the customer", "customer")
    await tale.dialogs.save_draft(dialog, "another text", "edit:0")
    async with story(tmp_path) as later:
        known = {dialog: Unsent("customer", "as the customer")}
        assert later.dialogs.unsent == tale.dialogs.unsent == known
    await tale.dialogs.save_draft(dialog, "", "customer")

    assert tale.dialogs.unsent == {}
    assert told == [dialog, dialog]


async def test_blanks_alone_are_nothing_unsent(tale):
    dialog = await tale.customer_wrote()
    await tale.dialogs.save_draft(dialog, "  \n", "customer")
    blank = dict(tale.dialogs.unsent)
    await tale.dialogs.save_draft(dialog, "I look", "operator")

    assert blank == {}
    assert tale.dialogs.unsent == {dialog: Unsent("operator", "I look")}


numbers = st.integers(1, 4)
words = st.text("ab", max_size=3)
authors = st.sampled_from([0, 7, 30])
events = st.one_of(
    st.builds(lambda im, text, user: added(im, text, user=user), numbers, words, authors),
    st.builds(lambda im, text: MessageUpdated(*PLACE, 7734, im, (), text), numbers, words),
    st.builds(lambda im: MessageDeleted(*PLACE, 7734, im, ()), numbers),
    st.builds(lambda session: DialogStarted(*PLACE, "914", session), numbers),
    st.builds(lambda session: DialogFinished(*PLACE, "914", session), numbers),
    st.just(StatusDeleted("acme_shopchat", 42)),
    st.just(LineDeleted(42)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(happened=st.lists(events, max_size=12))
def test_whatever_happens_positions_have_no_gaps_and_a_message_appears_once(happened):
    async def play():
        with TemporaryDirectory() as folder:
            async with story(Path(folder)) as tale:
                dialog = await tale.customer_wrote()
                for event in happened:
                    await tale.happen(event, event)
                return tale.dialogs.get(dialog), await tale.messages(dialog), tale.changes

    dialog, rows, changes = asyncio.run(play())
    ims = [row.im for row in rows if row.im is not None]
    assert [row.position for row in rows] == list(range(dialog.count))
    assert len(ims) == len(set(ims))
    inserted = [change.message.position for change in changes if change.inserted]
    assert inserted == list(range(dialog.count))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(happened=st.lists(st.builds(added, st.integers(1, 30), words), max_size=20))
def test_new_messages_delivered_twice_leave_the_same_transcript_as_once(happened):
    async def play(*rounds):
        with TemporaryDirectory() as folder:
            async with story(Path(folder)) as tale:
                dialog = await tale.customer_wrote()
                for each in rounds:
                    await tale.happen(*each)
                return [(m.im, m.text) for m in await tale.messages(dialog)]

    assert asyncio.run(play(happened)) == asyncio.run(play(happened, happened))


async def test_an_operator_who_writes_has_the_dialog_even_if_its_beginning_was_not_told(tale):
    await tale.happen(added(1, "[b]Ann Lee:[/b] [br]Hello"))
    (dialog,) = tale.dialogs.all()
    await tale.happen(DialogStarted(*PLACE, "914", 9))
    (later,) = tale.dialogs.all()

    assert (dialog.state, dialog.operator, dialog.session) == (DialogState.OPEN, "Ann Lee", None)
    assert (later.state, later.session) == (DialogState.OPEN, 9)


async def test_an_automatic_text_gives_the_dialog_to_nobody(tale):
    await tale.happen(added(1, user=0))

    assert [each.state for each in tale.dialogs.all()] == [DialogState.NEW]


async def test_an_operators_last_words_do_not_open_a_closed_dialog_again(tale):
    await tale.happen(added(1), DialogFinished(*PLACE, "914", 9), added(2, "Bye"))

    assert [each.state for each in tale.dialogs.all()] == [DialogState.CLOSED]
