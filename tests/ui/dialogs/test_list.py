"""The list of dialogs: order, filters, search, keys, waiting times."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.dialog import Author, Dialog, DialogId, DialogState
from app.services.dialogs import Unsent
from app.services.signal import Signal
from app.services.views import View
from app.ui.dialogs.avatars import initials
from app.ui.dialogs.list_pane import ListPane
from app.ui.dialogs.list_sieve import Standpoint
from app.ui.dialogs.list_words import ListWords

NOW = datetime.now(UTC)


def dialog(number, name, minutes=0, waits=None, state=DialogState.OPEN, now=NOW, **more):
    last = now - timedelta(minutes=minutes)
    since = now - timedelta(seconds=waits) if waits is not None else None
    return Dialog(
        *(DialogId(number), "acme_shop", 42, f"c{number}", f"u{number}", name, state),
        last_at=last,
        waiting_since=since,
        last_author=Author.CUSTOMER,
        **more,
    )


class Source:
    def __init__(self, *dialogs):
        self.dialog_changed = Signal()
        self.dialogs = {each.id: each for each in dialogs}

    def all(self):
        return tuple(self.dialogs.values())

    def put(self, value):
        self.dialogs[value.id] = value
        self.dialog_changed.emit(value)


@pytest.fixture
def source():
    return Source(
        dialog(1, "Anna", minutes=30, last_text="Where is my lamp?"),
        dialog(2, "Boris", minutes=5, waits=200, unread=2),
        dialog(3, "Clara", minutes=2, state=DialogState.CLOSED),
        dialog(4, "Dmitri", minutes=9, waits=400),
        dialog(5, "Elena", minutes=1, operator="Olga Demina"),
    )


@pytest.fixture
def pane(qtbot, theme, source):
    words = ListWords()
    made = ListPane(source, theme, words, Standpoint("Olga Demina"))
    made.words_keeper = words
    qtbot.addWidget(made)
    made.resize(336, 600)
    made.show()
    return made


def names(pane):
    shown = pane.shown
    return [shown.dialog_at(shown.index(row, 0)).name for row in range(shown.rowCount())]


def click_filter(qtbot, pane, key):
    qtbot.mouseClick(pane.tabs.buttons[key], Qt.MouseButton.LeftButton)


def test_who_waits_longest_stands_first_and_the_closed_last(pane):
    assert names(pane) == ["Dmitri", "Boris", "Elena", "Anna", "Clara"]


@pytest.mark.parametrize(("user", "told"), [("u9", "Customer u9"), ("", "Customer c9")])
def test_a_chats_id_is_no_name_of_a_customer(user, told):
    assert ListWords().name(replace(dialog(9, "c9"), user=user)) == told
    assert ListWords().name(replace(dialog(9, "Anna"), user=user)) == "Anna"


@pytest.mark.parametrize(
    ("user", "name", "letters"),
    [("dialog-5902", "", "02"), ("dialog-5734", "", "34"), ("u-17", "Anna K", "AK")],
)
def test_customers_without_a_name_are_told_apart_by_the_end_of_their_id(user, name, letters):
    told = replace(dialog(9, name or "c9"), user=user)

    assert initials(ListWords().face(told)) == letters


def test_the_newest_can_stand_first(pane):
    pane.show_view(View("", by_wait=False))

    assert names(pane) == ["Elena", "Clara", "Boris", "Dmitri", "Anna"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("waiting", ["Dmitri", "Boris"]),
        ("mine", ["Elena"]),
        ("closed", ["Clara"]),
    ],
)
def test_a_filter_shows_only_its_dialogs(qtbot, pane, key, shown):
    click_filter(qtbot, pane, key)

    assert names(pane) == shown


def test_the_filters_tell_how_many_dialogs_they_have(pane):
    assert [button.text() for button in pane.tabs.buttons.values()] == [
        *("All 5", "Waiting 2", "Mine 1", "Closed 1")
    ]


def test_the_field_names_its_keys_only_while_they_lead_to_no_other(pane):
    def told():
        return [each.text() for each in pane.search.findChildren(QLabel) if each.text()]

    before = told()
    pane.choose(DialogId(1))

    assert (before, told()) == (["Ctrl F"], [])


def test_what_is_typed_and_not_sent_stands_in_the_row_until_something_new_comes(pane):
    words, anna = pane.words_keeper, dialog(1, "Anna", last_text="Lamp of Anna")
    words.unsent = {DialogId(1): Unsent("operator", "[b]Just a\nmoment")}
    told = words.last(anna), words.last(replace(anna, unread=1))

    assert told == ("Operator's draft: [b]Just a moment", "Lamp of Anna")


def test_a_row_names_whoever_said_the_last_words_and_not_whoever_has_the_dialog(pane):
    handed_over = replace(
        dialog(8, "Anna", last_text="Good day!", operator="Ann Lee", last_by="Oleg Ivanov"),
        last_author=Author.OPERATOR,
    )

    assert pane.words_keeper.last(handed_over) == "Oleg: Good day!"


def test_the_search_looks_at_names_words_ids_and_operators(qtbot, pane):
    found = []
    for words in ("ann", "LAMP", "u4", "demina elena", "nobody"):
        pane.search.setText(words)
        found.append(names(pane))

    assert found == [["Anna"], ["Anna"], ["Dmitri"], ["Elena"], []]


def test_an_answered_dialog_moves_down_and_stays_chosen(qtbot, pane, source):
    chosen = []
    pane.chosen.connect(chosen.append)
    pane.choose(DialogId(4))
    source.put(replace(source.dialogs[DialogId(4)], waiting_since=None))

    assert names(pane)[0] == "Boris"
    assert pane.shown.dialog_at(pane.list.currentIndex()).name == "Dmitri"
    assert chosen == []


def test_a_new_dialog_appears_where_it_belongs(pane, source):
    source.put(dialog(6, "Fedor", waits=1000))

    assert names(pane)[0] == "Fedor"


def test_steps_lead_through_the_list_in_its_order(pane):
    chosen = []
    pane.chosen.connect(chosen.append)
    for step in (1, 1, 1, -1):
        pane.step(step)

    assert chosen == [4, 2, 5, 2]


def test_steps_can_skip_those_who_do_not_wait(pane):
    chosen = []
    pane.choose(DialogId(2))
    pane.chosen.connect(chosen.append)
    pane.step(1, waiting=True)
    pane.choose(DialogId(4))
    pane.step(1, waiting=True)

    assert chosen == [2]


def test_a_screen_reader_hears_the_whole_row(pane):
    index = pane.shown.index(1, 0)
    sentence = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert sentence.startswith("Boris, Line 42, ")
    assert "2 new" in sentence
    assert re.search(r", waiting [\d:]+, ", sentence)


@pytest.mark.parametrize(
    ("waits", "tone"), [(0, "neutral"), (89, "neutral"), (95, "warning"), (121, "danger")]
)
def test_waiting_gets_louder_with_time(qtbot, waits, tone):
    assert ListWords().waiting_tone(dialog(1, "Anna", waits=waits), NOW) == tone


def test_a_late_answer_is_told_in_words_too(qtbot):
    words = ListWords()

    assert "The first answer was due" in words.sentence(dialog(1, "Anna", waits=300), NOW)
    assert "due" not in words.sentence(dialog(2, "Boris", waits=5), NOW)


def test_waiting_is_told_in_minutes_hours_and_days(qtbot):
    words = ListWords()
    told = [words.waiting(dialog(1, "A", waits=n), NOW) for n in (5, 372, 3_700, 200_000)]

    assert told[:3] == ["waiting 0:05", "waiting 6:12", "waiting 1:01:40"]
    assert "2 day" in told[3]


def test_rows_are_painted_in_every_theme_and_with_hostile_names(pane, source, theme):
    source.put(dialog(7, "<img src=x>\u202egpj\n" * 30, last_text="[b]" * 500, waits=9))
    for name in ("light", "dark", "high_contrast"):
        theme.set_name(name)
        assert not pane.grab().isNull()
