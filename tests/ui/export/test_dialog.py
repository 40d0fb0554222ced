"""The window that exports transcripts, with the hands of a person."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.dialog import Customer
from app.ui.dialogs.page import DialogsPage
from tests.helpers.desk import CONNECTOR, LINE, connected
from tests.ui.connectors.acting import click


@pytest.fixture
async def page(qtbot, desk, theme, until):
    """The Dialogs page with three dialogs."""
    await connected(desk)
    for number in range(3):
        customer = Customer(f"u-{number}", f"Anna {number}", f"conv-{number}")
        await desk.outbox.start_dialog(CONNECTOR, LINE, customer, f"call +3712000000{number}")
    opened = DialogsPage(desk, theme)
    opened.resize(1200, 800)
    opened.show()
    yield opened
    await opened.leave()
    opened.close()
    opened.deleteLater()


@pytest.fixture
def export(page):
    page.export.open()
    return page.export.dialog


def names(path):
    return [each["name"] for each in json.loads(path.read_text())["dialogs"]]


def press(segments, key):
    click(segments._buttons[key])


async def test_all_that_the_list_shows_is_exported(export, tmp_path, until):
    press(export.which, "shown")
    press(export.form, "json")
    export.write(str(tmp_path / "t.json"))
    await until(export.written.isVisible)

    assert sorted(names(tmp_path / "t.json")) == ["Anna 0", "Anna 1", "Anna 2"]
    assert str(tmp_path / "t.json") in export.written.text.text()


async def test_only_the_ticked_ones_are_exported(export, tmp_path, until):
    press(export.which, "ticked")
    assert export.list.isVisible()
    assert not export.export.isEnabled()
    press(export.form, "json")
    box = export.choice.index(1, 0)
    assert export.choice.setData(box, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert export.export.isEnabled()
    export.write(str(tmp_path / "t.json"))
    await until(export.written.isVisible)

    assert names(tmp_path / "t.json") == [box.data().partition(" · ")[0]]


async def test_the_open_dialog_is_exported_alone(page, desk, tmp_path, until):
    second = desk.dialogs.all()[1]
    page.presenter.open(second.id)
    await until(lambda: page.presenter.dialog is not None)
    page.export.open()
    export = page.export.dialog
    assert export.which.choice == "open"
    press(export.form, "json")
    export.write(str(tmp_path / "t.json"))
    await until(export.written.isVisible)

    assert names(tmp_path / "t.json") == [second.name]


async def test_what_is_ticked_is_masked(export, tmp_path, until):
    press(export.which, "shown")
    press(export.form, "csv")
    for box in export.masks.values():
        box.click()
    export.write(str(tmp_path / "t.csv"))
    await until(export.written.isVisible)
    text = (tmp_path / "t.csv").read_text()

    assert "Anna" not in text
    assert "37120000000" not in text


async def test_what_cannot_be_written_is_told_and_nothing_chosen_is_lost(export, tmp_path, until):
    press(export.which, "shown")
    press(export.form, "html")
    export.write(str(tmp_path / "nowhere" / "t.html"))
    await until(export.error.isVisible)

    assert (export.which.choice, export.form.choice) == ("shown", "html")
    assert export.export.isEnabled()


async def test_the_file_is_asked_for_with_the_ending_of_the_form(export):
    press(export.which, "shown")
    press(export.form, "md")
    click(export.export)
    asked = export.findChild(QFileDialog)
    assert asked.selectedFiles()[0].endswith("transcripts.md")
    asked.reject()


async def test_closing_gives_up_what_is_being_written(export, page, tmp_path, until):
    press(export.which, "shown")
    export.write(str(tmp_path / "t.md"))
    presenter = export.presenter
    export.close()
    await until(lambda: not presenter.is_busy)

    assert page.export.dialog is None
    assert not list(tmp_path.glob("t.md.new"))


async def test_the_palette_leads_there(page):
    (command,) = [each for each in page.commands() if each.text == "Export transcripts"]
    assert command.enabled()
    command.run()
    assert page.export.dialog.isVisible()
