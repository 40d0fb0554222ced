"""The log of acts in the window: empty, filled, filtered, growing, exported."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from app.bitrix.errors import Refused
from app.domain.acts import Act
from app.services.act_rows import NOT_ASKED, UNKNOWN
from app.ui.log_table import PAD
from app.ui.supervise.log_model import Column
from app.ui.supervise.log_page import ActionsPage
from tests.helpers.acts import noted
from tests.helpers.desk import open_test_desk


@pytest.fixture
async def quiet(sandbox, tmp_path):
    """A desk that does nothing by itself."""
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        yield desk


@pytest.fixture
async def page(qtbot, theme, quiet):
    """The page of the log."""
    made = ActionsPage(quiet, theme)
    made.resize(1200, 700)
    made.show()
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


def texts(page, column):
    """What stands in a column."""
    rows = range(page.model.rowCount())
    return [page.model.index(row, column).data() for row in rows]


async def test_an_empty_log_says_what_it_is_for(page, until):
    await until(lambda: page._stack.currentWidget() is page.nothing)

    assert "never changed" in page.nothing.text.text()
    assert not page.export.isEnabled()


async def test_what_is_done_appears_at_once_with_its_result_and_how_to_undo_it(page, quiet, until):
    await noted(
        quiet, "imopenlines.session.intercept", act="intercept", name="Anna", before="Ann Lee"
    )
    await noted(quiet, "imopenlines.operator.spam", act="spam", name="Anna", result="ACCESS_DENIED")
    await until(lambda: page.model.rowCount() == 2)

    assert texts(page, Column.WHO) == ["Olga Demina"] * 2
    assert texts(page, Column.ACT) == ["Mark of spam", "Interception"]
    assert texts(page, Column.RESULT) == ["refused: ACCESS_DENIED", "done"]
    assert texts(page, Column.UNDO) == ["", "Transfer it back to Ann Lee"]
    assert page._stack.currentWidget() is page.table


async def test_every_act_has_words_for_the_log_and_for_undoing_it(page, quiet, until):
    for act in Act:
        await noted(quiet, "m", act=act.value)
    await until(lambda: page.model.rowCount() == len(Act))

    assert all(texts(page, Column.UNDO))
    assert len(set(texts(page, Column.ACT))) == len(Act)


async def test_entries_are_searched_and_filtered(qtbot, page, quiet, until):
    await noted(quiet, "crm.lead.add", detail="Lead 7")
    await noted(quiet, "imopenlines.session.join", act="join", name="Anna")
    await until(lambda: page.model.rowCount() == 2)
    qtbot.keyClicks(page.search, "anna")
    await until(lambda: texts(page, Column.ACT) == ["Joining"])
    page.which.choose("failed")
    page.which.chosen.emit("failed")
    await until(lambda: page._stack.currentWidget() is page.no_match)
    qtbot.mouseClick(page.no_match.buttons[0], Qt.MouseButton.LeftButton)
    await until(lambda: page.model.rowCount() == 2)


async def test_enter_on_an_entry_opens_its_dialog(qtbot, page, quiet, until):
    from app.domain.dialog import Dialog, DialogId, DialogState

    dialog = Dialog(DialogId(3), "shop", 42, "c", "u", "Anna", DialogState.OPEN)
    await noted(quiet, "imopenlines.session.join", act="join", dialog=dialog)
    await until(lambda: page.model.rowCount() == 1)
    page.table.setCurrentIndex(page.model.index(0, 0))
    with qtbot.waitSignal(page.go) as went:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert went.args == ["dialogs", 3]


async def test_what_is_shown_is_written_into_a_file(page, quiet, until, tmp_path):
    await noted(quiet, "imopenlines.session.join", act="join", name="Anna")
    await until(lambda: page.model.rowCount() == 1)
    page.write(tmp_path / "acts.csv")
    await until(page.written.isVisible)

    assert "1 entr" in page.written.text.text()
    assert "Joining" in (tmp_path / "acts.csv").read_text(encoding="utf-8-sig")
    page.write(tmp_path / "nowhere" / "acts.csv")
    await until(page.error.isVisible)
    assert "does not exist" in page.error.title.text()


async def test_what_a_customer_wrote_is_shown_as_text(page, quiet, until):
    await noted(quiet, "crm.lead.add", detail="<b>bold</b> & <img src=x>")
    await until(lambda: page.model.rowCount() == 1)
    tip = page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    assert "&lt;b>bold" in tip
    assert "<img" not in tip


async def test_what_goes_on_is_shown_and_becomes_what_it_came_to(page, quiet, until):
    async with quiet.act_log.doing("imopenlines.session.join", act="join"):
        await until(lambda: texts(page, Column.RESULT) == ["under way"])
    await until(lambda: texts(page, Column.RESULT) == ["done"])


async def test_words_of_the_result_and_the_way_back_are_whole_in_a_small_window(page, quiet, until):
    page.resize(900, 500)
    await noted(quiet, "imopenlines.session.mode.silent", act="loud", result="")
    await noted(quiet, "imopenlines.operator.spam", act="spam", result=NOT_ASKED)
    await noted(quiet, "imopenlines.operator.spam", act="spam", result=UNKNOWN)
    await until(lambda: page.model.rowCount() == 3)
    metrics = QFontMetrics(page.table.theme.font("small"))

    assert texts(page, Column.RESULT) == ["not known", "given up", "done"]
    for column in (Column.WHO, Column.RESULT, Column.UNDO):
        room = page.table.columnWidth(column) - 2 * PAD
        assert max(map(metrics.horizontalAdvance, texts(page, column))) <= room


async def test_what_nobody_knows_is_said_and_cannot_be_undone(page, quiet, until):
    await noted(quiet, "imopenlines.operator.spam", act="spam", result="BEGUN")
    await until(lambda: page.model.rowCount() == 1)

    assert texts(page, Column.RESULT) == ["not known"]
    assert texts(page, Column.UNDO) == [""]


async def test_the_program_is_named_and_requests_have_words(page, quiet, until):
    request = '{"event":"ONIMCONNECTORMESSAGEADD","auth_type":0}'
    await noted(quiet, "event.bind", detail=request, user=0, user_name="")
    await until(lambda: page.model.rowCount() == 1)

    assert texts(page, Column.WHO) == ["The program"]
    assert texts(page, Column.ACT) == ["Event subscribed"]
    assert texts(page, Column.DETAIL) == ["event ONIMCONNECTORMESSAGEADD, auth_type 0"]


async def test_what_is_refused_after_a_newer_act_appears_among_the_refused(page, quiet, until):
    page.which.choose("failed")
    page.refresh()
    older = quiet.act_log.doing("crm.lead.add", detail="older")
    await older.__aenter__()
    await noted(quiet, "crm.lead.add", detail="newer", result="ACCESS_DENIED")
    await until(lambda: texts(page, Column.DETAIL) == ["newer"])
    await older.__aexit__(Refused, Refused("ACCESS_DENIED"), None)
    await until(lambda: texts(page, Column.DETAIL) == ["newer", "older"])
