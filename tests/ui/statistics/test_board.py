"""The board of the Statistics page over a real desk and a sandbox."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest

from app.domain.board import BoardFacts, LineNow, OperatorNow, Person, Waiting
from app.domain.dialog import DialogId
from app.domain.service_levels import Levels, LevelState
from app.portal_pages import portal_pages
from app.ui.log_table import PAD
from app.ui.model_rows import ROW
from app.ui.statistics.attention import Attention, Item, Items
from app.ui.statistics.board_figures import BoardFigures
from app.ui.statistics.board_words import BoardWords
from app.ui.statistics.figures import Figure, FigureCard, two_lines
from app.ui.statistics.lines_now import LINE as NAMES
from app.ui.statistics.lines_now import LONGEST, TOKEN, WAITING, LinesNow
from app.ui.statistics.operators_now import OperatorsNow
from app.ui.statistics.page import StatisticsPage
from app.ui.statistics.ratings import Ratings
from app.ui.window import MainWindow
from tests.helpers.desk import ANNA, LINE, connected, written
from tests.ui.statistics.figures import report, shown, spread

MARTIN = replace(ANNA, id="u-2", name="Martin", last_name="Berg", chat="conv-2")
ENTER = Qt.Key.Key_Return


@pytest.fixture
async def page(qtbot, theme, desk):
    """The page in front, with a connector at work."""
    await connected(desk)
    await desk.connectors.refresh()
    made = StatisticsPage(desk, theme)
    theme.look_after(made)
    made.resize(1300, 900)
    made.show()
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


@pytest.fixture
async def board(page, desk, until):
    """Anna and Martin wait; Martin since a little later."""
    for each in (ANNA, MARTIN):
        dialog = await written(desk, each)
        await until(lambda dialog=dialog: desk.dialogs.get(dialog).portal_chat)
    tab = page._current()
    await until(lambda: tab.figures.waiting.figure.value == "2")
    return tab


def wanted(page):
    """What the page asks the window for."""
    asked = []
    page.go.connect(lambda key, payload: asked.append((key, payload)))
    return asked


async def test_a_customer_who_writes_is_on_the_board_by_himself(page, board, desk, until):
    assert board.figures.open.figure.value == "2"
    assert board.figures.longest.figure.note.startswith("Anna Kovaleva")
    assert board.lines.model.data(board.lines.model.index(0, WAITING)) == "2"


async def test_an_answer_changes_the_figures(page, board, desk, sandbox, until):
    first = board.presenter.facts.waiting[0].dialog

    await sandbox.reply(desk.dialogs.get(first), "Hello")

    await until(lambda: board.figures.waiting.figure.value == "1")
    assert board.figures.open.figure.note == "1 answering, 1 waiting"


async def test_every_figure_of_now_opens_its_dialogs(page, board, desk):
    asked, facts = wanted(page), board.presenter.facts
    waiting = tuple(each.dialog for each in facts.waiting)

    for card in (board.figures.waiting, board.figures.longest, board.figures.open):
        card.click()

    assert [payload[1] for _, payload in asked] == [waiting, waiting[:1], facts.open]
    assert {key for key, _ in asked} == {"dialogs"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_figure_opens_its_dialogs_by_the_keyboard(qtbot, theme, key):
    card, asked = FigureCard(theme, "Waiting now"), []
    qtbot.addWidget(card)
    card.show_figure(Figure("1", "", "", (DialogId(7),)))
    card.dialogs_wanted.connect(lambda dialogs, title: asked.append((dialogs, title)))

    QTest.keyClick(card, key)

    assert asked == [((DialogId(7),), "Waiting now")]


async def test_a_figure_leads_to_its_dialogs_in_the_window(qtbot, theme, desk, until):
    window = MainWindow(theme, "0")
    qtbot.addWidget(window)
    for place in portal_pages(desk, theme, None):
        window.add_page(*place)
    window.resize(1440, 900)
    window.show()
    await connected(desk)
    dialogs = [await written(desk, each) for each in (ANNA, MARTIN)]
    window.open_page("statistics")
    card = window.page("statistics")._current().figures.open
    await until(lambda: set(card.figure.dialogs) == set(dialogs))

    card.click()

    assert window.current_page == "dialogs"
    assert "several" in window.page("dialogs").pane.chips.chips
    assert window.page("dialogs").pane.shown.rowCount() == 2
    window.set_desk(None)
    await window.clear_pages()


async def test_a_figure_that_stands_for_nothing_opens_nothing(page, desk):
    asked, tab = wanted(page), page._current()

    tab.figures.waiting.click()

    assert asked == []
    assert tab.figures.waiting.focusPolicy() is Qt.FocusPolicy.NoFocus


async def test_a_number_in_the_table_of_lines_opens_its_dialogs_by_the_keyboard(page, board):
    asked, table = wanted(page), board.lines.table
    table.setCurrentIndex(board.lines.model.index(0, WAITING))

    QTest.keyClick(table, ENTER)

    ((key, (_, dialogs, title)),) = asked
    assert (key, set(dialogs)) == ("dialogs", {DialogId(1), DialogId(2)})
    assert title == "Shop chat, waiting"


async def test_who_is_late_is_told_in_colour_and_in_words_and_needs_attention(
    page, board, desk, until
):
    await desk.levels.choose(Levels(first_answer_s=1, by_hours=False))

    both = "2 over the 1 s target"
    await until(lambda: board.figures.waiting.figure.note.startswith(both))
    assert board.figures.longest.figure.note.startswith("late · ")
    assert board.figures.longest.figure.tone == "danger"
    told = [row.text.whole_text() for row in board.attention.rows.values()]
    assert [each.partition(" waits")[0] for each in told] == [
        "late · Anna Kovaleva",
        "late · Martin Berg",
    ]


async def test_an_item_that_needs_attention_leads_to_its_dialog(page, board, desk, until):
    await desk.levels.choose(Levels(first_answer_s=1, by_hours=False))
    await until(lambda: board.attention.rows)
    asked = wanted(page)

    next(iter(board.attention.rows.values())).link.click()

    assert asked == [("dialogs", board.presenter.facts.waiting[0].dialog)]


async def test_presence_is_asked_only_while_the_board_is_seen(page, board, sandbox, until):
    await until(board.operators.aside.whole_text)
    page.hide()
    before = len(await sandbox.calls("user.get"))

    board.presenter._board.changed.emit(None)

    assert not board.presenter._ask.isActive()
    assert not board.presenter._soon.isActive()
    assert len(await sandbox.calls("user.get")) == before


async def test_only_the_chosen_lines_are_on_the_board(page, board, desk):
    other = next(each.id for each in desk.connectors.lines() if each.id != LINE)

    page.presenter.choose_lines(frozenset({other}))

    assert board.figures.waiting.figure.value == "0"
    assert board.lines.model.rowCount() == 1


async def test_the_board_fits_into_the_smallest_window(page, board, until):
    page.resize(912, 524)

    assert page.minimumSizeHint().width() <= 912
    await until(lambda: board._side.y() > board._plots.y())


def line_now(state=LevelState.OK):
    now = datetime.now(UTC)
    who = Waiting(DialogId(1), LINE, "Anna", now - timedelta(minutes=6, seconds=12), state)
    return LineNow(LINE, (DialogId(1),), who, state)


@pytest.mark.parametrize(
    ("state", "words", "token"),
    [
        (LevelState.OK, "6:12", "text1"),
        (LevelState.WARNING, "6:12 · almost late", "warning"),
        (LevelState.BREACH, "6:12 · late", "danger"),
    ],
)
def test_a_wait_has_the_word_of_its_colour(qtbot, theme, state, words, token):
    table = LinesNow(theme, BoardWords())
    qtbot.addWidget(table)

    table.show_lines([line_now(state)])

    index = table.model.index(0, LONGEST)
    assert table.model.data(index) == words
    assert table.model.data(index, TOKEN) == token


ANN = OperatorNow(
    12,
    "Ann Lee",
    Person("Ann Lee", online=True),
    {LINE: 1},
    4,
    (DialogId(1), DialogId(2)),
    datetime.now(UTC) - timedelta(minutes=41),
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Ann Lee, online, place 1, Shop chat, 2 of 4, last answer: 41 min ago"),
        ({"person": Person(online=False)}, "offline"),
        ({"person": Person(active=False)}, "dismissed"),
        ({"person": Person(online=True, paused=True)}, "on a break"),
        ({"person": Person()}, "presence not known"),
        ({"places": {}}, "in no queue"),
        ({"most": 2}, "2 of 2, full"),
        ({"answered_at": None}, "last answer: —"),
    ],
)
def test_an_operator_is_told_in_a_sentence(qtbot, theme, changes, words):
    board_words = BoardWords()
    board_words.names = {LINE: "Shop chat"}
    card = OperatorsNow(theme, board_words)
    qtbot.addWidget(card)

    now = {"answered_at": datetime.now(UTC) - timedelta(minutes=41)}
    card.show_operators([replace(ANN, **(now | changes))], "")

    told = card.model.data(card.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words in told


async def test_a_portal_that_tells_nothing_of_its_people_is_told_on_the_card(
    page, sandbox, desk, until
):
    await sandbox.order("fault", kind="ACCESS_DENIED", method="user.get", count=9)
    await page._current().presenter._board.watch()

    card = page._current().operators
    await until(card.problem.isVisible)
    assert card.problem.text.text()


def test_figures_of_lines_leave_room_for_their_names(qtbot, theme):
    words = BoardWords()
    words.names = {1: "Опт / Wholesale"}
    card = LinesNow(theme, words)
    qtbot.addWidget(card)
    card.resize(374, 200)
    card.show()

    card.show_lines([LineNow(1)])

    room = card.table.columnWidth(NAMES) - 2 * PAD
    assert room >= QFontMetrics(theme.font("body")).horizontalAdvance("Опт / Wholesale")


def test_empty_cards_say_why(qtbot, theme):
    lines, operators = LinesNow(theme, BoardWords()), OperatorsNow(theme, BoardWords())
    for card in (lines, operators):
        qtbot.addWidget(card)

    lines.show_lines([])
    operators.show_operators([], "")

    assert lines.nothing.text() == "No open line is known yet."
    assert operators.nothing.text() == "Nobody stands in a queue or has a dialog."
    assert lines.table.isHidden()
    assert operators.list.isHidden()


def test_enter_on_an_operator_opens_his_dialogs(qtbot, theme):
    card = OperatorsNow(theme, BoardWords())
    qtbot.addWidget(card)
    asked = []
    card.dialogs_wanted.connect(lambda *each: asked.append(each))
    card.show_operators([ANN], "")
    card.list.setCurrentIndex(card.model.index(0))

    QTest.keyClick(card.list, ENTER)

    assert asked == [(ANN.dialogs, "Ann Lee")]
    assert card.model.index(0).data(ROW) == ANN


def test_the_keyboard_stays_at_an_item_while_its_words_change(qtbot, theme):
    card = Attention(theme)
    qtbot.addWidget(card)
    card.show()
    item = Item("a", "Anna waits 5:00", "danger", "clock", "Open", "dialogs", 1)
    card.show_items(Items([item], 1))
    row = card.rows["a"]

    card.show_items(Items([replace(item, text="Anna waits 5:01"), replace(item, key="b")], 2))

    assert card.rows["a"] is row
    assert row.text.whole_text() == "Anna waits 5:01"


def test_more_items_than_there_is_room_for_are_counted(qtbot, theme):
    card = Attention(theme)
    qtbot.addWidget(card)
    item = Item("", "Anna waits", "danger", "clock", "Open", "dialogs", 1)

    card.show_items(Items([replace(item, key=str(number)) for number in range(6)], 9))

    assert len(card.rows) == 6
    assert "3" in card.more.text()


def test_ratings_are_told_in_words_beside_their_bar(qtbot, theme):
    card = Ratings(theme, BoardWords())
    qtbot.addWidget(card)

    card.show_ratings({5: 22, 4: 5, 3: 2, 1: 1, 2: 1}, 31, 90)

    assert [each.text() for each in card.texts] == ["5: 22", "4: 5", "3: 2", "1 and 2: 2"]
    assert card.aside.whole_text() == "31 of 90 closed dialogs"
    assert card.title.text() == "Supervisors' ratings from here"
    assert "how customers rated" in card.toolTip()
    assert card.accessibleDescription() == card.toolTip()


async def test_a_rating_opens_the_dialogs_that_have_it(page, board, desk, sandbox, until):
    asked, dialog = wanted(page), desk.dialogs.get(1)
    await sandbox.reply(dialog, "Hello")
    await until(lambda: board.presenter.facts.answering)
    desk.statistics.facts = rated(desk.statistics.facts, {1: 5})

    board.ratings.show_ratings({5: 1}, 1, 1)
    board.ratings.texts[0].click()

    await until(lambda: asked)
    assert asked == [("dialogs", ("dialogs", (1,), "rated 5"))]
    assert not board.ratings.texts[1].isEnabled()


def rated(facts, ratings):
    """The same facts with ratings, which the portal tells nobody in this test."""

    async def tell(period, lines, stars):
        found = await facts(period, lines)
        told = [replace(each, rating=ratings.get(each.dialog)) for each in found]
        return [each for each in told if each.rating in stars]

    return tell


def test_a_screen_reader_hears_a_figure_with_its_note(qtbot, theme):
    from app.ui.statistics.board_figures import BoardFigures

    figures = BoardFigures(theme, BoardWords())
    qtbot.addWidget(figures)
    figures.show_facts(BoardFacts(), datetime.now(UTC))

    heard = QAccessible.queryAccessibleInterface(figures.waiting)
    assert heard.text(QAccessible.Text.Name) == "Waiting now: 0"
    assert heard.text(QAccessible.Text.Description) == "nobody waits"


async def test_the_board_says_of_which_dialogs_it_can_know(page, desk, until):
    tab = page._current()
    await until(lambda: "somebody spoke since" in tab.known.text.text())
    early = tab.attention.nothing.text(), tab.figures.waiting.figure.note
    await desk.found.look()
    await until(lambda: "your own list" in tab.known.text.text())

    assert early == (
        "Nothing is late among the dialogs that are known here.",
        "nobody known here",
    )


async def test_the_board_says_of_when_it_is_while_the_portal_is_not_heard(page, desk, until):
    told = page._current().known.text
    await until(lambda: desk.feed.health.last_poll)

    desk.feed.pause()
    await until(lambda: told.text().startswith("The portal has not been heard since "))

    desk.feed.resume()
    await until(lambda: "not been heard" not in told.text())


async def test_who_has_listened_for_long_knows_everybody(page, desk):
    tab = page._current()
    desk.board.heard_since = datetime.now(UTC) - timedelta(days=8)
    tab.presenter.changed.emit()

    assert tab.known.isHidden()
    assert tab.attention.nothing.text() == "Nothing is late."


@pytest.mark.parametrize(
    ("count", "note"), [(68, "p95 4 min 40 s of 68 answer(s), today"), (1, "1 answer(s), today")]
)
def test_a_p95_is_told_of_enough_answers_only(qtbot, theme, count, note):
    figures = BoardFigures(theme, BoardWords())
    qtbot.addWidget(figures)

    figures.show_report(shown(report=report(first_answer=spread(64, 280, count))))

    assert figures.answer.figure.note == note


def test_the_board_calls_deliveries_as_their_tab_does(qtbot, theme):
    figures = BoardFigures(theme, BoardWords())
    qtbot.addWidget(figures)

    figures.show_report(shown())

    assert figures.delivered.text() == "Confirmed"
    assert figures.delivered.figure.note == "2 not confirmed, 2 not delivered of 142"


def test_the_board_does_not_speak_of_other_applications_deliveries(qtbot, theme):
    figures = BoardFigures(theme, BoardWords())
    qtbot.addWidget(figures)

    figures.show_report(shown(report=report(health=())))

    assert figures.delivered.figure.note == "nothing through this application's connectors"


def test_a_note_without_room_is_broken_between_two_words(qtbot, theme):
    metrics = QFontMetrics(theme.font("caption"))
    note = "90 не подтверждено, 36 не доставлено из 3 426"

    lines = two_lines(note, metrics, 200)

    assert len(lines) == 2
    assert " ".join(lines) == note
    assert all(metrics.horizontalAdvance(each) <= 200 for each in lines)
    assert two_lines("today", metrics, 200) == ("today",)


def test_a_figure_that_has_no_room_is_smaller_and_never_cut(qtbot, theme):
    card = FigureCard(theme, "First answer")
    qtbot.addWidget(card)
    card.show_figure(Figure("1 мин 04 с", "p95"))
    large, text = card._fonts()[1], card.figure.value

    for width in (400, 120):
        card.resize(width, 90)
        fitted = card.fitted(text, large)
        assert QFontMetrics(fitted).horizontalAdvance(text) <= width - 2 * card._pad
    assert fitted.pixelSize() < large.pixelSize()
    assert text in card.toolTip()
