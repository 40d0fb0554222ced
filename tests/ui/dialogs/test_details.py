"""The right pane: what changes is written anew, and only while somebody can see it."""

from dataclasses import replace

import pytest

from app.ui.dialogs.details import Details
from app.ui.dialogs.details_parts import Value
from app.ui.dialogs.list_words import ListWords
from tests.ui.dialogs.test_list import dialog as made


@pytest.fixture
def details(theme, qtbot):
    shown = Details(theme, ListWords())
    shown.resize(312, 700)
    qtbot.addWidget(shown)
    return shown


def values(details):
    return [each.toPlainText() for each in details.findChildren(Value)]


def test_hidden_details_wait_until_somebody_can_see_them(details):
    details.show_dialog(made(1, "Anna", session=7), None)
    assert values(details) == []

    details.show()

    assert "7" in values(details)


def test_a_value_that_changes_is_written_into_its_place(details):
    details.show()
    details.show_dialog(made(1, "Anna", count=3), None)
    before = details.findChildren(Value)
    details.show_dialog(replace(made(1, "Anna"), count=4), None)

    assert details.findChildren(Value) == before
    assert "4" in values(details)


def test_a_font_that_was_handed_out_can_be_changed_without_changing_others(theme):
    mine = theme.font("body")
    mine.setPixelSize(40)

    assert theme.font("body").pixelSize() != 40
    assert theme.font("body") == theme.font("body")
