"""The way in, in the smallest window: nothing is pressed together, one button is the main one."""

import pytest
from PySide6.QtWidgets import QLabel

from app.services.reassembling import Counted
from app.services.salvage import Salvaged
from app.ui.errors import Explained
from app.ui.portal.damaged_journal import DamagedPanel, SavedPanel
from app.ui.welcome_page import WelcomePage

HELD = Explained(
    "Another window or command works on this portal",
    "Two of them would take events from each other, so this one stays away. " * 3,
    "Close the other one, then try again.",
    "HELD",
)
DAMAGED = Explained("", "", "", "JOURNAL_DAMAGED", "database disk image is malformed")


@pytest.fixture
def page(qtbot, theme):
    """As large as the smallest window leaves it."""
    made = WelcomePage(theme)
    qtbot.addWidget(made)
    made.resize(908, 520)
    made.show()
    return made


def test_words_below_a_problem_are_shown_whole(qtbot, page):
    page.show_problem(HELD, "Try again")
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)

    for each in page.findChildren(QLabel):
        if each.isVisible() and each.text() and each.wordWrap():
            assert each.height() >= each.heightForWidth(each.width()), each.text()


def test_what_asks_in_the_place_of_a_failure_has_the_only_primary_button(page, theme):
    def primaries():
        return [each.text() for each in (page.sign_in, page.sandbox) if "primary" in each._kind]

    assert primaries() == ["Sign in to a portal"]
    page.show_panel(DamagedPanel(theme, "Lamp & Co", DAMAGED))
    assert primaries() == []
    page.show_panel(SavedPanel(theme, "Lamp & Co", Salvaged(Counted(1, 1, 1), Counted(), (), "")))
    assert primaries() == []
    page.show_ready()
    assert primaries() == ["Sign in to a portal"]
