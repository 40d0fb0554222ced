"""The window of a configuration: export, compare, apply, with the hands of a person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.connector import FieldProblem
from app.domain.portal import PortalKind
from app.services.configuration_problems import FileProblem, Unfit
from app.ui.configuration.dialog import ConfigurationDialog
from app.ui.configuration.words import change_lines, file_problem
from tests.helpers.desk import CONNECTOR, LINE, OTHER_LINE, connected
from tests.ui.connectors.acting import click, prompt


@pytest.fixture
async def opened(qtbot, desk, theme):
    """Opens the window over another one, as often as wanted."""
    windows: list[ConfigurationDialog] = []
    behind = QWidget()
    theme.look_after(behind)
    behind.show()

    def make() -> ConfigurationDialog:
        dialog = ConfigurationDialog(behind, theme, desk)
        dialog.show()
        windows.append(dialog)
        return dialog

    yield make
    for each in windows:
        await each.leave()
    behind.close()
    behind.deleteLater()


@pytest.fixture
async def file(desk, tmp_path, opened, until):
    """The portal with one connector, exported."""
    await connected(desk)
    dialog, path = opened(), tmp_path / "portal.yaml"
    dialog.presenter.export(str(path))
    await until(dialog.written.isVisible)
    assert str(path) in dialog.written.text.text()
    return path


async def compared(dialog, path, until):
    """A file was compared."""
    dialog.presenter.compare(str(path))
    presenter = dialog.presenter
    await until(lambda: presenter.path and not presenter.is_busy and dialog.again.isEnabled())


def test_at_first_it_says_what_it_is_for(opened):
    dialog = opened()
    assert dialog.empty.isVisible()
    assert not dialog.apply.isVisible()


async def test_a_file_that_says_what_is_has_nothing_to_apply(opened, file, until):
    dialog = opened()
    await compared(dialog, file, until)
    assert dialog.told.text() == "The portal is as the file says."
    assert not dialog.apply.isEnabled()


async def test_what_differs_is_shown_applied_and_then_the_same(opened, file, desk, until):
    file.write_text(file.read_text().replace("QUEUE_TIME: 60", "QUEUE_TIME: 61", 1))
    dialog = opened()
    await compared(dialog, file, until)
    assert dialog.plan.texts() == ["~ change the line Shop chat"]
    assert dialog.plan.topLevelItem(0).child(0).text(1) == "QUEUE_TIME: “60” → “61”"

    click(dialog.apply)
    question = await prompt(dialog, until)
    click(question.confirm)
    await until(lambda: "done" in dialog.told.text())
    assert dialog.plan.texts() == ["~ change the line Shop chat done"]
    assert not dialog.apply.isEnabled()

    click(dialog.again)
    await until(lambda: dialog.told.text() == "The portal is as the file says.")
    assert (await desk.lines.read(LINE)).values["QUEUE_TIME"] == 61


async def test_removals_wait_for_their_own_tick(opened, file, desk, until):
    text = file.read_text()
    start, end = text.index("connectors:"), text.index("bindings:")
    file.write_text(text[:start] + "connectors: []\n" + text[end:])
    dialog = opened()
    await compared(dialog, file, until)
    assert not dialog.apply.isEnabled()
    assert dialog.prune.text() == "Also remove what the file does not name (1)"

    dialog.prune.click()
    assert dialog.plan.texts() == [f"- unregister the connector {CONNECTOR} from every line"]

    click(dialog.apply)
    question = await prompt(dialog, until)
    assert f"unregister the connector {CONNECTOR}" in question.text.text()
    question.reject()


async def test_a_refused_step_says_why(opened, file, sandbox, until):
    file.write_text(file.read_text().replace("QUEUE_TIME: 60", "QUEUE_TIME: 61", 1))
    dialog = opened()
    await compared(dialog, file, until)
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.config.update")
    click(dialog.apply)
    click((await prompt(dialog, until)).confirm)
    await until(lambda: "1 refused" in dialog.told.text())
    assert "refused: The portal denied access" in dialog.plan.texts()[0]
    assert not dialog.apply.isEnabled()


async def test_how_a_step_ended_follows_the_theme(opened, file, theme, until):
    file.write_text(file.read_text().replace("QUEUE_TIME: 60", "QUEUE_TIME: 61", 1))
    dialog = opened()
    theme.set_name("light")
    await compared(dialog, file, until)
    click(dialog.apply)
    click((await prompt(dialog, until)).confirm)
    await until(lambda: "done" in dialog.told.text())
    theme.set_name("dark")
    shown = dialog.plan.topLevelItem(0).foreground(2).color()
    assert shown == theme.colour("success")


async def test_words_stand_at_the_top_where_there_is_no_table(opened, file, until):
    dialog = opened()
    await compared(dialog, file, until)
    assert dialog.told.geometry().bottom() < dialog.body.height() / 4


async def test_a_long_path_still_names_the_file(opened, file, until):
    dialog = opened()
    await compared(dialog, file, until)
    assert dialog.file.text().endswith(".yaml")
    assert dialog.file.whole_text() == str(file)


async def test_the_settings_of_a_new_line_are_only_counted_at_the_command_line(
    opened, file, desk, until
):
    await desk.lines.delete(OTHER_LINE)
    dialog = opened()
    await compared(dialog, file, until)
    told = [change_lines(each) for each in dialog.presenter.steps(prune=False)]
    assert told[0][0].startswith("+ add the line")
    assert len(told[0]) == 2
    assert "as in the file" in told[0][1]


async def test_problems_of_a_file_are_told_with_their_lines(opened, tmp_path, until):
    path = tmp_path / "broken.yaml"
    path.write_text("version: 1\nlines:\n  - id: 42\n    name: Shop\n    settings: {ACTIVE: 7}\n")
    dialog = opened()
    await compared(dialog, path, until)
    assert dialog.told.text() == "The file cannot be used; nothing was changed."
    assert dialog.problems.text() == "Line 5: ACTIVE is true or false"
    assert dialog.problems.isVisible()


@pytest.mark.parametrize("why", Unfit)
def test_whatever_a_file_breaks_has_words(why):
    told = file_problem(FileProblem(1, FieldProblem("NAME", why, "HINT")))
    assert len(told) > 10
    assert "{" not in told
    assert "FILE_" not in told


async def test_esc_leaves_the_window_open_while_it_changes_the_portal(qtbot, opened, file, until):
    file.write_text(file.read_text().replace("QUEUE_TIME: 60", "QUEUE_TIME: 61", 1))
    dialog = opened()
    await compared(dialog, file, until)
    dialog.presenter.apply(prune=False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    await until(lambda: "done" in dialog.told.text())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


async def test_comparing_ends_with_the_window(opened, file, until):
    dialog = opened()
    dialog.presenter.compare(str(file))
    dialog.close()
    await until(lambda: not dialog.presenter.is_busy)
    assert dialog.presenter.plan is None


async def test_a_read_only_profile_compares_but_does_not_apply(opened, file, desk, until):
    file.write_text(file.read_text().replace("QUEUE_TIME: 60", "QUEUE_TIME: 61", 1))
    desk.session.set_read_only(True)
    dialog = opened()
    await compared(dialog, file, until)
    assert not dialog.apply.isEnabled()
    assert dialog.apply.toolTip() == "This profile is read-only"


async def test_on_production_the_portals_address_is_typed(opened, file, desk, until):
    file.write_text(file.read_text().replace("QUEUE_TIME: 60", "QUEUE_TIME: 61", 1))
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    dialog = opened()
    await compared(dialog, file, until)
    click(dialog.apply)
    question = await prompt(dialog, until)
    assert not question.confirm.isEnabled()
    question.line.setText(desk.profile.host)
    assert question.confirm.isEnabled()
    question.reject()


async def test_a_place_that_cannot_be_written_to_is_told(opened, desk, tmp_path, until):
    dialog = opened()
    dialog.presenter.export(str(tmp_path / "nowhere" / "portal.yaml"))
    await until(dialog.error.isVisible)
    assert dialog.error.title.text() == "The file or its folder does not exist"
    assert "nowhere" in dialog.error.code.text()


async def test_markup_in_a_name_is_never_drawn(opened, file, until):
    file.write_text(file.read_text().replace("name: Shop chat", "name: '<img src=x>'", 1))
    dialog = opened()
    await compared(dialog, file, until)
    item = dialog.plan.topLevelItem(0)
    tips = [item.toolTip(1), *(item.child(n).toolTip(1) for n in range(item.childCount()))]
    assert any("&lt;img" in tip for tip in tips)
    assert not any("<img" in tip for tip in tips)


async def test_control_characters_of_a_name_are_shown_not_obeyed(opened, file, until):
    file.write_text(file.read_text().replace("name: Shop chat", 'name: "\\e[2J\\u202EShop"', 1))
    dialog = opened()
    await compared(dialog, file, until)
    shown = "".join(dialog.plan.texts())
    assert "Shop" in shown
    assert not set("\x1b\u202e") & set(shown)
