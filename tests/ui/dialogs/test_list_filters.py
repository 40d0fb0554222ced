"""Conditions of the list, chips, the empty list, and what stays where it is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from app.domain.dialog import DialogId, DialogState
from app.domain.dialog_filter import CrmState, DialogFilter
from app.services.views import View
from app.ui.dialogs.filter_words import FilterWords
from app.ui.dialogs.list_pane import ListPane
from app.ui.dialogs.list_sieve import TABS, Standpoint
from app.ui.dialogs.list_tabs import ListTabs
from app.ui.dialogs.list_words import ListWords
from tests.ui.dialogs.test_list import Source, dialog, names


@pytest.fixture
def source():
    now = datetime.now(UTC)  # the conditions are held against the time of the test
    return Source(
        dialog(1, "Anna", minutes=30, now=now, unread=1),
        replace(dialog(2, "Boris", minutes=5, waits=200, now=now, unread=2), line=57),
        replace(
            dialog(3, "Clara", minutes=2, now=now, state=DialogState.CLOSED), connector="kiosk"
        ),
        dialog(4, "Dmitri", minutes=9, waits=400, now=now),
        dialog(5, "Elena", minutes=1, now=now, operator="Olga Demina"),
    )


@pytest.fixture
def pane(qtbot, theme, source):
    crm = {4: CrmState.LINKED, 5: CrmState.NOT_LINKED}
    look = Standpoint("Olga Demina", lambda wanted: crm.get(wanted, CrmState.UNKNOWN))
    words = ListWords()
    made = ListPane(source, theme, words, look)
    made.words_keeper = words
    qtbot.addWidget(made)
    made.resize(336, 600)
    made.show()
    return made


def tick(several, text):
    several.ticks.aboutToShow.emit()
    next(each for each in several.ticks.actions() if each.text() == text).toggle()


def choose(combo, text):
    combo.setCurrentText(text)


@pytest.mark.parametrize(
    ("act", "shown"),
    [
        (lambda panel: tick(panel.lines, "Line 57"), ["Boris"]),
        (lambda panel: tick(panel.connectors, "kiosk"), ["Clara"]),
        (lambda panel: tick(panel.operators, "Olga Demina"), ["Elena"]),
        (lambda panel: tick(panel.operators, "Nobody"), ["Dmitri", "Boris", "Anna", "Clara"]),
        (lambda panel: choose(panel.state, "Closed"), ["Clara"]),
        (lambda panel: panel.waiting.setCurrentIndex(2), ["Dmitri"]),
        (lambda panel: choose(panel.crm, "Linked"), ["Dmitri"]),
        (lambda panel: choose(panel.crm, "Not linked"), ["Elena"]),
        (lambda panel: choose(panel.crm, "Not asked yet"), ["Boris", "Anna", "Clara"]),
        (lambda panel: panel.unread.click(), ["Boris", "Anna"]),
        (
            lambda panel: choose(panel.order, "Newest first"),
            ["Elena", "Clara", "Boris", "Dmitri", "Anna"],
        ),
    ],
)
def test_each_condition_of_the_panel_narrows_the_list(pane, act, shown):
    pane.open_filter()
    act(pane.panel)
    pane.close_filter()

    assert names(pane) == shown


def test_a_number_of_minutes_of_ones_own_can_be_typed(pane):
    pane.open_filter()
    pane.panel.waiting.setCurrentIndex(3)
    pane.panel.minutes.setValue(3)

    assert names(pane) == ["Dmitri", "Boris"]


def test_conditions_narrow_together_and_each_has_a_chip(pane):
    pane.open_filter()
    tick(pane.panel.lines, "Line 57")
    pane.panel.unread.click()

    assert names(pane) == ["Boris"]
    assert [chip.text.whole_text() for chip in pane.chips.chips.values()] == [
        *("Line: Line 57", "With new messages")
    ]


def test_a_chip_is_removed_by_its_cross(qtbot, pane):
    pane.show_view(View("", conditions=DialogFilter(lines=frozenset({57}), unread=True)))
    qtbot.mouseClick(pane.chips.chips["lines"].button, Qt.MouseButton.LeftButton)

    assert names(pane) == ["Boris", "Anna"]
    assert list(pane.chips.chips) == ["unread"]
    assert "With new messages" in pane.chips.chips["unread"].button.accessibleName()


def test_the_keyboard_comes_to_the_chips_before_the_list(pane):
    pane.show_view(View("", conditions=DialogFilter(lines=frozenset({57}), unread=True)))
    places = [pane.filter_button]
    while places[-1] is not pane.list:
        places.append(places[-1].nextInFocusChain())

    buttons = [chip.button for chip in pane.chips.chips.values()]
    assert [each for each in places if each in buttons] == buttons


def test_an_empty_list_says_what_taking_a_condition_away_would_show(qtbot, pane):
    pane.show_view(
        View("", tab="closed", conditions=DialogFilter(lines=frozenset({57}), unread=True))
    )

    assert pane.nothing.isVisible()
    assert pane.nothing.texts() == [
        "No dialog passes the filter",
        "Closed: without it: 1 dialog(s)",
        "Line: Line 57: without it there is still none",
        "With new messages: without it there is still none",
    ]


def test_how_many_dialogs_pass_is_told_beside_the_conditions(pane):
    before = pane.count.isVisible()
    pane.show_view(View("", conditions=DialogFilter(unread=True)))
    narrowed = pane.count.text()
    pane.search.setText("boris")

    assert (before, pane.count.isVisible()) == (False, True)
    assert (narrowed, pane.count.text()) == ("2 dialog(s)", "1 dialog(s)")


def test_values_are_ticked_with_the_space_bar_one_after_another(qtbot, pane):
    pane.open_filter()
    menu = pane.panel.lines.ticks
    qtbot.keyClick(pane.panel.lines, Qt.Key.Key_Space)
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Space)
    ticked, stays = pane.panel.lines.values, menu.isVisible()
    menu.close()

    assert (ticked, stays) == ({42, 57}, True)


def test_a_click_ticks_a_value_and_the_menu_stays(qtbot, pane):
    pane.open_filter()
    menu = pane.panel.lines.ticks
    qtbot.keyClick(pane.panel.lines, Qt.Key.Key_Space)
    for action in menu.actions():
        place = menu.actionGeometry(action).center()
        qtbot.mouseMove(menu, place)
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    ticked, stays = pane.panel.lines.values, menu.isVisible()
    menu.close()

    assert (ticked, stays) == ({42, 57}, True)


def test_names_of_tabs_are_never_cut(qtbot, theme):
    words = ListWords()
    tabs = ListTabs(theme, FilterWords(words))
    qtbot.addWidget(tabs)
    tabs.resize(296, 32)
    tabs.show()
    tabs.show_counts(dict.fromkeys(TABS, 12_345), "all")
    shown = [button.text() for button in tabs.buttons.values()]
    rooms = [button.geometry() for button in tabs.buttons.values()]

    assert shown[1] == "Waiting 12345"
    assert shown[3] == "Closed"
    assert tabs.buttons["closed"].accessibleName() == "Closed 12345"
    assert "12345" in tabs.buttons["closed"].toolTip()
    assert tabs.rect().contains(rooms[0])
    assert tabs.rect().contains(rooms[3])


def test_an_empty_list_offers_to_remove_one_condition_or_all(qtbot, pane):
    pane.show_view(View("", tab="closed", words="boris"))
    qtbot.mouseClick(pane.nothing.rows["words"], Qt.MouseButton.LeftButton)
    one = names(pane)
    pane.show_view(View("", tab="closed", words="boris"))
    qtbot.mouseClick(pane.nothing.clear, Qt.MouseButton.LeftButton)

    assert one == ["Clara"]
    assert len(names(pane)) == 5
    assert pane.search.text() == ""


def test_the_open_dialog_stays_when_it_has_been_read_until_another_is_opened(qtbot, pane, source):
    chosen = []
    pane.show_view(View("", conditions=DialogFilter(unread=True)))
    pane.step(1)
    pane.chosen.connect(chosen.append)
    source.put(replace(source.dialogs[DialogId(2)], unread=0))
    still = names(pane)
    pane.step(1)
    qtbot.waitUntil(lambda: names(pane) == ["Anna"])

    assert still == ["Boris", "Anna"]
    assert chosen == [1]


def test_the_next_dialog_with_new_messages_is_looked_for_from_the_top_again(pane):
    chosen = []
    pane.choose(DialogId(5))
    pane.chosen.connect(chosen.append)
    for _ in range(3):
        pane.step(1, unread=True)

    assert chosen == [1, 2, 1]


def test_another_filter_keeps_the_chosen_dialog_chosen(pane):
    chosen = []
    pane.choose(DialogId(2))
    pane.chosen.connect(chosen.append)
    pane.show_view(View("", conditions=DialogFilter(unread=True)))

    assert pane.shown.dialog_at(pane.list.currentIndex()).name == "Boris"
    assert chosen == []


def test_rows_that_come_above_do_not_move_what_is_looked_at(qtbot, pane, source):
    for number in range(10, 60):
        source.put(dialog(number, f"Guest {number}", minutes=number))
    bar = pane.list.verticalScrollBar()
    pane.list.grab()
    bar.setValue(720)
    seen = names(pane)[10], pane.list.visualRect(pane.shown.index(10)).top()
    source.put(dialog(90, "New", waits=1000))
    source.put(replace(source.dialogs[DialogId(55)], waiting_since=source.dialogs[2].waiting_since))
    pane.list.grab()
    row = names(pane).index(seen[0])

    assert row == 12
    assert pane.list.visualRect(pane.shown.index(row)).top() == seen[1]
