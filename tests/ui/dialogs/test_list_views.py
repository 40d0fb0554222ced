"""Saved views on the real page: kept, named, ordered, found in the palette."""

from PySide6.QtCore import Qt

from app.domain.dialog_filter import DialogFilter
from app.services.views import View
from app.ui.prompts import Prompt
from tests.ui.dialogs.test_list import names


def shown(page):
    views = page.pane.views
    return [views.list.item(row).text() for row in range(views.list.count())]


async def saved(qtbot, page, until, *wanted):
    for name in wanted:
        qtbot.keyClicks(page.pane.views.name, name)
        qtbot.keyClick(page.pane.views.name, Qt.Key.Key_Return)
        await until(lambda name=name: name in shown(page))


async def test_what_is_shown_is_saved_under_a_name_and_shown_again(qtbot, page, dialog, until):
    page.pane.show_view(View("", tab="waiting", words="anna", by_wait=False))
    page.pane.open_filter()
    await saved(qtbot, page, until, "Waits")
    page.pane.clear()
    page.pane.views.list.setCurrentRow(0)
    page.pane.views.list.itemClicked.emit(page.pane.views.list.item(0))

    assert page.pane.shown.view == View("Waits", "waiting", DialogFilter(), "anna", by_wait=False)
    assert page.pane.search.text() == "anna"
    assert names(page.pane) == [dialog.name]
    assert page.pane.popup.isHidden()


async def test_views_are_renamed_moved_and_deleted(qtbot, page, dialog, until, desk):
    views = page.pane.views
    await saved(qtbot, page, until, "One", "Two")
    views.list.setCurrentRow(1)
    views.up.click()
    await until(lambda: shown(page) == ["Two", "One"])
    views.rename.click()
    views.name.setText("Zwei")
    views.save.click()
    await until(lambda: shown(page) == ["Zwei", "One"])
    views.delete.click()
    await until(lambda: prompt(page) is not None)
    prompt(page).confirm.click()
    await until(lambda: shown(page) == ["One"])

    assert [view.name for view in desk.views.all()] == ["One"]


async def test_a_row_says_what_is_typed_and_not_sent(qtbot, page, dialog, until):
    page.conversation.composer.field.insertPlainText("Just a moment")
    row = page.pane.shown.index_of(dialog.id)

    def told():
        return row.data(Qt.ItemDataRole.AccessibleTextRole)

    await until(lambda: "Customer's draft: Just a moment" in told())
    page.composer.switch()
    page.conversation.composer.field.insertPlainText("Yes, blue")
    await until(lambda: "2 drafts, the operator's: Yes, blue" in told())
    page.conversation.composer.field.clear()
    await until(lambda: "Customer's draft: Just a moment" in told())
    page.composer.switch()
    page.conversation.composer.field.clear()
    await until(lambda: "draft" not in told())


def prompt(page):
    open_ones = [each for each in page.window().findChildren(Prompt) if each.isVisible()]
    return open_ones[0] if open_ones else None


async def test_the_button_says_that_a_view_will_be_replaced(qtbot, page, dialog, until):
    views = page.pane.views
    await saved(qtbot, page, until, "Night")
    said = []
    for name in ("Nigh", " night", "Nights"):
        views.name.setText(name)
        said.append(views.save.text())

    assert said == ["Save", "Replace", "Save"]


async def test_a_name_that_is_taken_is_refused_at_the_field_and_stays_typed(
    qtbot, page, dialog, until
):
    views = page.pane.views
    await saved(qtbot, page, until, "One", "Two")
    views.list.setCurrentRow(1)
    views.rename.click()
    views.name.setText("ONE")
    views.save.click()
    await until(lambda: not views.problem.isHidden())

    assert "Another view has this name" in views.problem.text()
    assert views.name.text() == "ONE"


async def test_views_and_the_filter_are_in_the_palette(page, dialog, desk, until):
    await desk.views.save(View("Wholesale", conditions=DialogFilter(lines=frozenset({57}))))
    commands = {command.text: command for command in page.commands()}
    commands["Show the view “Wholesale”"].run()
    empty = names(page.pane)
    commands["Clear the filters of the dialogs"].run()

    assert empty == []
    assert names(page.pane) == [dialog.name]
    assert not commands["Clear the filters of the dialogs"].enabled()
    assert commands["Filter the dialogs"].shortcut == "Ctrl+Shift+L"


async def test_names_of_views_cannot_turn_the_text_around(page, dialog, desk):
    await desk.views.save(View("\u202egpj.exe"))

    assert "\u202e" not in shown(page)[0]
    assert all("\u202e" not in command.text for command in page.commands())
