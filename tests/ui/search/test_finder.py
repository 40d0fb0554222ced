"""Messages are found, opened where they are, and reached by their time."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.dialog import Author, Delivery, Message
from app.ui.dialogs.transcript_model import NOWHERE
from app.ui.model_rows import ROW
from app.ui.search.result_delegate import ResultDelegate
from tests.helpers.hostile_texts import HOSTILE_TEXTS

BEGIN = datetime(2026, 7, 14, 9, tzinfo=UTC)
WORDS = ("Hello", "Is the Aurora lamp here?", "Yes, two lamps", "Which colour?", "Brass, please")


async def add(desk, texts, name="Priya Nair"):
    """A dialog with these messages, a minute apart."""

    def write(transcript):
        dialog = transcript.begin("acme_shop", 42, f"c-{name}", "priya-7", name)
        for number, text in enumerate(texts):
            author = (Author.CUSTOMER, Author.OPERATOR)[number % 2]
            at = BEGIN + timedelta(minutes=number)
            transcript.append(Message(dialog.id, 0, author, name, text, at, Delivery.SENT))
        return dialog.id

    return await desk.dialogs.write(write)


@pytest.fixture
async def priya(desk, page):
    return await add(desk, WORDS)


def rows(page):
    results = page.finder.presenter.results
    return [results.index(row).data(ROW) for row in range(results.rowCount())]


async def search(page, until, words):
    page.finder.open()
    page.finder.panel.field.setText(words)
    await until(lambda: not page.finder.presenter.is_waiting)
    await until(lambda: not page.tasks.is_busy("search"))


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)


async def test_results_stand_in_their_context(page, priya, until):
    await search(page, until, "lamp")
    newest, older = rows(page)

    assert newest.line.text == "Priya: Yes, two lamps"
    assert (newest.before.text, newest.after.text) == (
        "Priya: Is the Aurora lamp here?",
        "Priya: Which colour?",
    )
    start, end = older.line.places[0]
    assert older.line.text[start:end] == "lamp"
    assert "2 result" in page.finder.panel.count.text()


async def test_enter_opens_the_dialog_at_the_message(qtbot, page, priya, until):
    await search(page, until, "aurora")
    press(qtbot, page.finder.panel.field, Qt.Key.Key_Return)
    await until(lambda: page.view.jump.position == 1)

    assert page.open_dialog == priya
    assert page.finder.left.currentWidget() is page.finder.panel


async def test_a_customer_is_found_by_name_and_id(qtbot, page, priya, until):
    await search(page, until, "priya-7")
    (row,) = rows(page)
    press(qtbot, page.finder.panel.field, Qt.Key.Key_Return)
    await until(lambda: page.open_dialog == priya)

    start, end = row.place.places[0]
    assert row.title.text == "Priya Nair"
    assert row.place.text[start:end] == "priya-7"


async def test_typing_on_gives_up_the_search_before(page, priya, until):
    page.finder.open()
    for words in ("lamp", "lamps", "brass"):
        page.finder.panel.field.setText(words)
        page.finder.presenter.ask_now()
    await until(lambda: not page.finder.presenter.is_waiting)
    await until(lambda: [row.line.text for row in rows(page)] == ["Priya: Brass, please"])


async def test_words_of_the_lists_field_are_searched_for_in_messages_too(page, priya, until):
    page.pane.search.setText("aurora")
    page.pane.search_asked.emit("aurora")
    await until(lambda: rows(page))

    assert page.finder.left.currentWidget() is page.finder.panel
    assert page.finder.panel.field.text() == "aurora"


@pytest.mark.parametrize(
    ("key", "modifiers", "opened"),
    [
        (
            Qt.Key.Key_F,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            "panel",
        ),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "find_bar"),
        (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier, "moment_bar"),
    ],
)
async def test_every_search_has_a_key(qtbot, page, priya, until, key, modifiers, opened):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    page.activateWindow()
    page.view.setFocus()
    press(qtbot, page.view, key, modifiers)

    await until(lambda: getattr(page.finder, opened).isVisible())


async def test_what_is_nowhere_is_said_so(page, priya, until):
    await search(page, until, "chandelier")

    assert page.finder.panel.stack.currentWidget() is page.finder.panel.nothing
    assert "chandelier" in page.finder.panel.nothing.text.text()


async def test_more_results_come_when_the_end_is_reached(desk, page, until):
    await add(desk, [f"lamp {number}" for number in range(40)])
    await search(page, until, "lamp")
    before, results = len(rows(page)), page.finder.presenter.results
    page.finder.panel.list.scrollToBottom()
    if results.canFetchMore(results.index(-1)):
        results.fetchMore(results.index(-1))
    await until(lambda: len(rows(page)) == 40)

    assert before < 40


async def test_escape_leads_back_to_the_list(qtbot, page, priya, until):
    await search(page, until, "lamp")
    press(qtbot, page.finder.panel.field, Qt.Key.Key_Escape)
    press(qtbot, page.finder.panel.field, Qt.Key.Key_Escape)

    assert page.finder.left.currentWidget() is page.pane


async def test_matches_in_the_open_dialog_are_walked_through(qtbot, page, priya, until):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    page.conversation.heading.search.click()
    bar = page.finder.find_bar
    qtbot.keyClicks(bar.field, "lamp")
    await until(lambda: bar.count.text() == "2 of 2")
    newest = page.view.jump.position
    press(qtbot, bar.field, Qt.Key.Key_Return)
    older, told = page.view.jump.position, bar.count.text()
    press(qtbot, bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert (newest, older, told) == (2, 1, "1 of 2")
    assert page.view.jump.position == 2
    bar.close_button.click()
    assert page.view.jump.position == NOWHERE


async def test_the_match_stands_out_for_as_long_as_the_bar_is_open(qtbot, page, priya, until):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    page.take(("message", priya, 0))
    fades = page.view.jump.is_fading
    page.finder.find()
    qtbot.keyClicks(page.finder.find_bar.field, "lamp")
    await until(lambda: page.view.jump.position == 2)

    stays = not page.view.jump.is_fading
    page.finder.ask_moment()

    assert fades
    assert stays
    assert page.view.jump.position == NOWHERE


async def test_tab_leads_from_the_heading_through_the_bar_into_the_transcript(page, priya, until):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    page.finder.find()
    bar, chain = page.finder.find_bar, [page.conversation.heading.more]
    while chain[-1] is not page.view:
        chain.append(chain[-1].nextInFocusChain())
    reached = [each for each in chain if each.isVisible() and each.focusPolicy()]

    assert reached[1:] == [bar.field, bar.older, bar.newer, bar.close_button, page.view]


async def test_no_match_in_the_open_dialog_is_said(qtbot, page, priya, until):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    page.finder.find()
    qtbot.keyClicks(page.finder.find_bar.field, "chandelier")
    await until(lambda: page.finder.find_bar.count.text() == "none")


async def test_a_time_leads_to_its_message(qtbot, page, priya, until):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    page.finder.ask_moment()
    here = (BEGIN + timedelta(minutes=3)).astimezone()
    qtbot.keyClicks(page.finder.moment_bar.field, f"{here:%Y-%m-%d %H:%M}")
    press(qtbot, page.finder.moment_bar.field, Qt.Key.Key_Return)

    await until(lambda: page.view.jump.position == 3)


async def test_what_is_no_time_is_told_at_the_field_and_stays(qtbot, page, priya, until):
    page.take(priya)
    await until(lambda: page.transcript_model.is_open)
    bar = page.finder.moment_bar
    page.finder.ask_moment()
    qtbot.keyClicks(bar.field, "25:99")
    press(qtbot, bar.field, Qt.Key.Key_Return)
    told = bar.problem.text()
    bar.field.setText("14:30")

    assert "no time" in told
    assert bar.problem.isHidden()


async def test_older_messages_that_are_still_missing_are_told(desk, page):
    desk.search.progress = 0.42
    desk.search.progressed.emit(0.42)
    told = page.finder.panel.adding.text.text()
    desk.search.progress = 1.0
    desk.search.progressed.emit(1.0)

    assert "42" in told
    assert page.finder.panel.adding.isHidden()


async def test_hostile_texts_are_painted_as_plain_lines(desk, page, until, theme):
    await add(
        desk,
        [f"lamp {text}".encode("utf-8", "replace").decode() for text in HOSTILE_TEXTS[::10]],
        name="<img src=x>\u202egpj",
    )
    await search(page, until, "lamp")
    panel = page.finder.panel
    for name in ("light", "dark", "high_contrast"):
        theme.set_name(name)
        assert not panel.grab().isNull()

    assert isinstance(panel.list.itemDelegate(), ResultDelegate)
    assert not any("\n" in row.line.text or "\u202e" in row.title.text for row in rows(page))
