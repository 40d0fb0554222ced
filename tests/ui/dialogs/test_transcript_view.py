"""The transcript on the screen: nothing moves under the reader; mouse, keyboard, screen reader."""

import gc

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from app.domain.dialog import Attachment, Author, Delivery, Edit
from app.domain.problem import Problem
from app.services.notes import NoteKind, note_text
from app.ui.dialogs.row_builder import shows_tick
from app.ui.dialogs.texts import cut
from app.ui.dialogs.transcript_view import TranscriptView
from app.ui.tasks import Tasks
from tests.ui.dialogs.conftest import is_loaded
from tests.ui.dialogs.sources import BEGIN, DIALOG, Source, many, message

LEFT = Qt.MouseButton.LeftButton


def positions(view):
    return [each.position for each in view.window_rows.placed]


def y_of(view, position):
    return view.window_rows.find(position).y


def place_of(view, position, offset):
    """Where a character of a message is on the viewport."""
    placed = view.window_rows.find(position)
    box = placed.row.text
    line = box.layout.lineForTextPosition(offset)
    x = line.cursorToX(offset)[0]
    return QPoint(round(box.x + x), round(placed.y + box.y + line.y() + line.height() / 2))


def spot_of(view, position, action):
    """Where a link of ours is: found as a mouse would find it."""
    placed = view.window_rows.find(position)
    for y in range(0, placed.height, 3):
        for x in range(0, view.viewport().width(), 5):
            if placed.row.action_at(QPointF(x, y)) == action:
                return QPoint(x, placed.y + y)
    raise AssertionError(f"nothing does {action}")


def drag(qtbot, view, start, end):
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)


async def test_a_long_dialog_opens_at_its_end(show_transcript):
    source = Source(many(100_000))
    view = await show_transcript(source)

    assert positions(view)[-1] == 99_999
    assert len(source.asked) <= 2


async def test_new_messages_are_followed_at_the_end(show_transcript, until):
    source = Source(many(100))
    view = await show_transcript(source)
    source.append("New")
    await until(lambda: positions(view)[-1] == 100)

    assert view.missed == 0


async def test_new_messages_do_not_move_what_is_being_read(show_transcript, until):
    source = Source(many(100))
    view = await show_transcript(source)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 700)
    await until(lambda: is_loaded(view))
    before = {each.position: each.y for each in view.window_rows.placed}
    for number in range(3):
        source.append(f"New {number}")
    await until(lambda: view.missed == 3)
    view.arrange()

    assert {each.position: each.y for each in view.window_rows.placed} == before


async def test_pages_that_arrive_do_not_move_what_is_being_read(show_transcript, until):
    source = Source(many(3000, "Message {n} " + "long " * 40))
    view = await show_transcript(source)
    source.gate.clear()
    bar = view.verticalScrollBar()
    while all(each.row for each in view.window_rows.placed):
        bar.setValue(bar.value() - 50)
    assert view.window_rows.placed[0].row is None
    anchor = next(each for each in view.window_rows.placed if each.row and each.y >= 0)
    source.gate.set()
    await until(lambda: is_loaded(view))

    assert y_of(view, anchor.position) == anchor.y


async def test_a_resized_transcript_stays_at_the_message_that_was_read(show_transcript, until):
    view = await show_transcript(Source(many(500, "Some words " * 30)))
    view.verticalScrollBar().setValue(9000)
    await until(lambda: is_loaded(view))
    anchor = next(each for each in view.window_rows.placed if each.y >= 0)
    view.resize(560, 600)
    await until(lambda: is_loaded(view))

    assert y_of(view, anchor.position) == anchor.y


async def test_few_messages_stand_at_the_bottom(show_transcript):
    view = await show_transcript(Source(many(2)))
    last = view.window_rows.placed[-1]

    assert last.y + last.height == view.viewport().height() - 12
    assert view.verticalScrollBar().maximum() == 0


async def test_the_scroll_bar_reaches_both_ends(show_transcript, until):
    view = await show_transcript(Source(many(2000)))
    bar = view.verticalScrollBar()
    bar.setValue(0)
    await until(lambda: is_loaded(view))
    first = positions(view)[0]
    bar.setValue(bar.maximum())
    await until(lambda: is_loaded(view))

    assert (first, positions(view)[-1]) == (0, 1999)


async def test_dragging_inside_a_bubble_selects_a_piece_of_it(show_transcript, qtbot, until):
    view = await show_transcript(Source([message(0, "The shade arrived cracked.")]))
    drag(qtbot, view, place_of(view, 0, 4), place_of(view, 0, 9))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: QGuiApplication.clipboard().text() == "shade")


async def test_dragging_across_bubbles_selects_a_conversation(show_transcript, qtbot, until):
    rows = [message(0, "Hello there"), message(1, "Good [b]day[/b]", Author.OPERATOR)]
    view = await show_transcript(Source(rows))
    drag(qtbot, view, place_of(view, 0, 6), place_of(view, 1, 8))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: "Good day" in QGuiApplication.clipboard().text())
    first, second = QGuiApplication.clipboard().text().splitlines()

    assert first.startswith("Anna, ")
    assert first.endswith(": there")
    assert second.startswith("Olga Demina, ")


async def test_everything_can_be_copied_even_if_it_was_never_shown(show_transcript, qtbot, until):
    view = await show_transcript(Source(many(5000)))
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: QGuiApplication.clipboard().text().count("\n") == 4999)

    assert "Message 0\n" in QGuiApplication.clipboard().text()


async def test_a_double_click_selects_a_word(show_transcript, qtbot, until):
    view = await show_transcript(Source([message(0, "The shade arrived")]))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=place_of(view, 0, 6))
    view.copier.copy()
    await until(lambda: QGuiApplication.clipboard().text().strip() == "shade")


@pytest.mark.parametrize("text", ["[URL=https://lamp.example/x]page[/URL]", "page"])
async def test_only_a_click_on_a_link_asks_for_it(show_transcript, qtbot, text):
    view = await show_transcript(Source([message(0, text, Author.OPERATOR)]))
    asked = []
    view.action_asked.connect(lambda position, action: asked.append((position, action)))
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, 0, 2))

    assert asked == ([(0, "link:https://lamp.example/x")] if "URL" in text else [])


@pytest.mark.parametrize("action", ["retry", "check", "trace"])
async def test_what_to_do_about_an_unknown_outcome_stands_below_it(show_transcript, qtbot, action):
    lost = message(0, delivery=Delivery.UNKNOWN, problem=Problem("UNREACHABLE_TIMEOUT"))
    view = await show_transcript(Source([lost]))
    with qtbot.waitSignal(view.action_asked) as asked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=spot_of(view, 0, action))

    assert asked.args == [0, action]


async def test_an_attachment_is_a_card_that_says_that_nothing_was_loaded(show_transcript):
    files = (Attachment("cracked.jpg", "https://lamp.example/f", "image", 1_887_437),)
    view = await show_transcript(Source([message(0, "", attachments=files)]))
    card = view.window_rows.placed[0].row.cards[0]

    assert (card.name, card.view.note) == ("cracked.jpg", "1.8 MB · not loaded")


async def test_old_texts_are_shown_on_demand_without_moving_rows_below(show_transcript, qtbot):
    edited = message(0, "New", edits=(Edit(BEGIN, "Old words"),))
    view = await show_transcript(Source([edited, *many(60)[1:]]))
    view.window_rows.go_to(0)
    view.arrange()
    hidden = view.window_rows.find(0).height
    view.rows.toggle_edits(0)
    view.arrange()
    row = view.window_rows.find(0)

    assert "Old words" in row.row.boxes[1].shown.text
    assert row.height > hidden


async def test_a_deleted_message_keeps_its_text_behind_a_link(show_transcript, qtbot):
    gone = message(0, "Secret", Author.OPERATOR, deleted_at=BEGIN)
    view = await show_transcript(Source([gone]))
    row = view.window_rows.placed[0].row
    hidden = [box.shown.text for box in row.boxes]
    assert spot_of(view, 0, "text")
    view.rows.toggle_deleted(0)
    view.arrange()
    shown = [box.shown.text for box in view.window_rows.placed[0].row.boxes]

    assert "Secret" not in " ".join(hidden)
    assert "Secret" in shown


async def test_arrow_keys_move_from_message_to_message(show_transcript, qtbot):
    view = await show_transcript(Source(many(50)))
    view.set_focused(40)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert view.focused == 39


async def test_home_and_end_reach_the_first_and_the_last_message(show_transcript, qtbot, until):
    view = await show_transcript(Source(many(5000)))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    await until(lambda: is_loaded(view))
    first = (view.focused, positions(view)[0])
    qtbot.keyClick(view, Qt.Key.Key_End)
    await until(lambda: is_loaded(view))

    assert first == (0, 0)
    assert (view.focused, positions(view)[-1], view.window_rows.at_end) == (4999, 4999, True)


async def test_page_keys_scroll_by_a_screen(show_transcript, qtbot, until):
    view = await show_transcript(Source(many(500)))
    before = positions(view)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    await until(lambda: is_loaded(view))

    assert before[0] - len(before) <= positions(view)[0] < before[0]


async def test_enter_asks_for_the_menu_of_the_message(show_transcript, qtbot):
    view = await show_transcript(Source(many(5)))
    view.set_focused(3)
    with qtbot.waitSignal(view.menu_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert asked.args[0] == 3


async def test_the_line_of_new_messages_is_shown_even_if_many_came(show_transcript, until):
    view = await show_transcript(Source(many(300)))
    view.show_unread(100, 200)
    await until(lambda: is_loaded(view))
    placed = view.window_rows.find(100)

    assert placed.row.unread
    assert 0 <= placed.y < 100


async def test_a_screen_reader_gets_messages_as_items_of_a_list(show_transcript):
    rows = [message(0, "Hello"), message(1, "Good [b]day[/b]", Author.OPERATOR)]
    view = await show_transcript(Source(rows))
    spoken = QAccessible.queryAccessibleInterface(view)
    item = spoken.child(1)

    assert (spoken.role(), spoken.childCount()) == (QAccessible.Role.List, 2)
    assert item.role() is QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name).startswith("Olga Demina, ")
    assert "Good day; Delivered" in item.text(QAccessible.Text.Name)
    assert item.rect().height() == view.window_rows.find(1).height


async def test_views_can_go_while_a_screen_reader_holds_on_to_them(show_transcript, theme):
    QAccessible.setActive(True)
    shown = await show_transcript(Source(many(3)))
    gc.freeze()  # only what comes from here on is looked through
    for _ in range(20):
        view = TranscriptView(shown.model, theme, Tasks(shown))
        view.rows.start()
        held = QAccessible.queryAccessibleInterface(view).child(1)
        view.set_focused(2)
        shiboken6.delete(view)
        gc.collect()
    gc.unfreeze()
    QAccessible.setActive(False)

    assert held is not None


async def test_a_new_theme_draws_everything_anew(show_transcript, theme, until):
    view = await show_transcript(Source(many(30)))
    light = view.grab().toImage().pixelColor(5, 300)
    theme.set_name("dark")
    await until(lambda: is_loaded(view))

    assert view.grab().toImage().pixelColor(5, 300) != light


@pytest.mark.parametrize("position", [0, 700, 1_999])
async def test_a_message_far_away_is_shown_where_it_was_jumped_to(show_transcript, until, position):
    rows = [message(n, "word " * (n % 60)) for n in range(2_000)]
    view = await show_transcript(Source(rows))
    view.jump.to(DIALOG, position)
    await until(lambda: is_loaded(view))
    place = view.window_rows.find(position)

    assert view.jump.position == position
    assert place.y >= 0
    assert place.y + place.height <= view.viewport().height()


async def test_the_line_of_new_messages_does_not_move_who_has_jumped_elsewhere(
    show_transcript, until
):
    view = await show_transcript(Source(many(400)))
    view.jump.to(DIALOG, 200)
    await until(lambda: is_loaded(view))
    before = view.window_rows.find(200).y
    view.show_unread(10, 390)

    assert view.window_rows.find(200).y == before


async def test_a_tombstone_says_who_deleted_and_shows_no_ticks(show_transcript):
    gone = message(0, "x", Author.OPERATOR, deleted_at=BEGIN, deleted_by="Olga Demina")
    view = await show_transcript(Source([gone]))
    row = view.rows.layout(0)

    assert row.boxes[0].shown.text.startswith("Message deleted at ")
    assert " by Olga Demina · Show text" in row.boxes[0].shown.text
    assert not shows_tick(gone)


async def test_an_edit_shows_what_went_and_what_came(show_transcript, theme):
    old = "The lamp ships tomorrow"
    edited = message(0, "The shade ships today", edits=(Edit(BEGIN, old),))
    view = await show_transcript(Source([edited]))
    view.rows.toggle_edits(0)
    box = view.rows.layout(0).boxes[1]
    marked = {cut(box.shown.text, each.start, each.end): each.tone for each in box.shown.ranges}

    assert marked == {
        "lamp": "danger",
        "tomorrow": "danger",
        "shade": "success",
        "today": "success",
    }


async def test_texts_too_long_to_compare_are_shown_one_after_the_other(show_transcript):
    edited = message(0, "b " * 3000, edits=(Edit(BEGIN, "a " * 3000),))
    view = await show_transcript(Source([edited]))
    view.rows.toggle_edits(0)

    assert "a a a" in view.rows.layout(0).boxes[1].shown.text


async def test_a_session_names_its_line(show_transcript):
    note = message(0, note_text(NoteKind.SESSION_STARTED, 7), Author.SYSTEM, delivery=Delivery.NONE)
    view = await show_transcript(Source([note]))
    view.words.line_name = "Shop chat"
    view.redo()

    assert view.rows.layout(0).text.shown.text.endswith("Session 7 started on line Shop chat")


async def test_a_note_of_another_version_is_read_as_a_text_of_the_line(show_transcript):
    note = message(0, "unheard-of:7", Author.SYSTEM, delivery=Delivery.NONE)
    view = await show_transcript(Source([note]))

    assert view.rows.layout(0).text.shown.text == "unheard-of:7"


async def test_a_screen_reader_hears_of_files_and_where_new_messages_begin(show_transcript):
    files = (Attachment("cracked.jpg", "https://lamp.example/f", "image", 1_887_437),)
    view = await show_transcript(Source([message(0), message(1, "Look", attachments=files)]))
    view.show_unread(1, 1)
    told = QAccessible.queryAccessibleInterface(view).child(1).text(QAccessible.Text.Name)

    assert told.startswith("1 new message")
    assert "file cracked.jpg, 1.8 MB · not loaded" in told


async def test_the_time_stands_below_a_block_of_code(show_transcript):
    code = message(0, "[code]if x:\n  y[/code]", Author.OPERATOR)
    view = await show_transcript(Source([code]))
    row = view.rows.layout(0)

    assert row.meta_rect.center().y() > row.text.rect.bottom()
