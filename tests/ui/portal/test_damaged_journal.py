"""What is said of a damaged journal, before and after it was saved."""

import pytest
from PySide6.QtCore import QLocale

from app.services.reassembling import Counted
from app.services.salvage import Salvaged
from app.ui.errors import Explained
from app.ui.portal.damaged_journal import DamagedPanel, SalvageWords, SavedPanel

SAVED = Counted(3, 40, 50)


@pytest.mark.parametrize(
    ("lost", "tables", "aside", "said", "unsaid"),
    [
        (Counted(), (), "", "Nothing is known to be lost", "kept beside it"),
        (Counted(messages=7), (), "", "7 message(s) lost", "Nothing is known"),
        (Counted(rows=5), (), "", "5 raw event(s) lost", "message(s) lost"),
        (Counted(dialogs=2), (), "", "2 dialog(s) lost their name", "Nothing is known"),
        (Counted(), ("job", "step", "made_call"), "", "not sent yet, traces of messages.", "job"),
        (Counted(), ("batch",), "", "Nothing is known to be lost", "batch"),
        (Counted(), (), "journal-damaged-1.sqlite", "as journal-damaged-1.sqlite.", "Read only"),
    ],
)
def test_what_was_lost_is_said_in_words(qapp, lost, tables, aside, said, unsaid):
    text = " ".join(SalvageWords().lines(Salvaged(SAVED, lost, tables, aside)))

    assert "3 dialog(s), 40 message(s), 50 raw event(s)" in text
    assert said in text
    assert unsaid not in text


def test_counts_are_grouped_and_names_of_files_are_not(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    lost = Counted(messages=31201)
    text = " ".join(SalvageWords().lines(Salvaged(SAVED, lost, (), "j-20261123.sqlite")))
    QLocale.setDefault(before)

    assert "31,201 message(s) lost" in text
    assert "as j-20261123.sqlite." in text


def test_a_hostile_name_stays_a_name(qtbot, theme):
    panel = DamagedPanel(theme, "<b>Lamp</b>\u202e & Co", Explained("", "", "", "C", "v"))
    qtbot.addWidget(panel)

    assert "\u202e" not in panel.accessibleName()
    assert "<b>Lamp</b>" in panel.accessibleName()


def test_each_panel_gives_the_keyboard_its_way_on(qtbot, theme):
    damaged = DamagedPanel(theme, "Lamp", Explained("", "", "", "C", "v"))
    saved = SavedPanel(theme, "Lamp", Salvaged(SAVED, Counted(), ()))
    for panel in (damaged, saved):
        qtbot.addWidget(panel)

    with qtbot.waitSignal(damaged.save):
        damaged.first_focus().click()
    with qtbot.waitSignal(damaged.look):
        damaged.look_button.click()
    with qtbot.waitSignal(saved.go_on):
        saved.first_focus().click()
