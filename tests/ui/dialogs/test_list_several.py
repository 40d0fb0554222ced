"""Dialogs that a figure of the statistics counted, shown in the list."""

from dataclasses import replace

from app.services.views import View
from tests.helpers.desk import ANNA, written

OTHERS = [replace(ANNA, id=f"u-{n}", name=f"Guest {n}", chat=f"conv-{n}") for n in range(2, 5)]


async def test_only_the_dialogs_of_a_figure_are_listed_until_the_chip_is_removed(page, desk, until):
    dialogs = [await written(desk, each) for each in (ANNA, *OTHERS)]
    await until(lambda: page.pane.shown.rowCount() == 4)

    page.take(("dialogs", (dialogs[1], dialogs[2]), "over the target"))

    shown = page.pane.shown
    assert {shown.dialog_at(shown.index(row)).id for row in range(2)} == {dialogs[1], dialogs[2]}
    chip = page.pane.chips.chips["several"]
    assert chip.text.whole_text().endswith(": over the target")
    chip.button.click()
    assert shown.rowCount() == 4


async def test_a_dialog_that_a_figure_did_not_count_is_closed(page, desk, until):
    dialogs = [await written(desk, each) for each in (ANNA, *OTHERS)]
    await until(lambda: page.pane.shown.rowCount() == 4)
    page.take(dialogs[0])
    assert page.conversation.isVisibleTo(page)

    page.take(("dialogs", (dialogs[1], dialogs[2]), "over the target"))
    assert page.open_dialog is None
    assert not page.conversation.isVisibleTo(page)
    assert page.pane.shown.rowCount() == 2

    page.take(dialogs[1])
    page.take(("dialogs", (dialogs[1], dialogs[2]), "over the target"))
    assert page.open_dialog == dialogs[1], "one that it counted stays"


async def test_a_single_dialog_of_a_figure_is_opened_at_once(page, desk, until):
    first, second = [await written(desk, each) for each in OTHERS[:2]]

    page.take(("dialogs", [second], "longest wait"))

    assert page.open_dialog == second
    assert page.pane.shown.rowCount() == 1
    assert first != second


async def test_a_saved_view_does_not_keep_dialogs_that_were_counted_once(page, desk, until):
    dialog = await written(desk)
    page.take(("dialogs", [dialog], "answered"))

    page.pane.views.save_asked.emit("Mine")
    await until(desk.views.all)

    assert desk.views.all() == (View("Mine"),)
