"""Whatever happens in whatever order: the list shows what filtering from scratch gives."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.dialog_filter import CrmState, DialogFilter
from app.services.signal import Signal
from app.services.views import View
from app.ui.dialogs import list_sieve
from app.ui.dialogs.list_shown import ShownDialogs
from app.ui.dialogs.list_sieve import TABS, Standpoint
from app.ui.dialogs.list_words import ListWords

NOW = datetime.now(UTC)
ME = "Olga Demina"
EVER = datetime(1970, 1, 1, tzinfo=UTC)

HOUR = 3600  # the rows are looked at later than NOW: everything is hours away from every edge
moments = st.none() | st.integers(0, 30).map(lambda number: NOW - timedelta(hours=number))
heads = st.builds(
    Dialog,
    id=st.integers(1, 9).map(DialogId),
    connector=st.sampled_from(["shop", "kiosk"]),
    line=st.sampled_from([42, 57]),
    chat=st.just("c"),
    user=st.just("u"),
    name=st.sampled_from(["Anna", "Boris", "STRASSE", "Ёлка"]),
    state=st.sampled_from(DialogState),
    operator=st.sampled_from(["", ME, "Oleg Ivanov"]),
    unread=st.integers(0, 2),
    last_text=st.sampled_from(["", "lamp", "ёлка lamp"]),
    last_at=moments,
    waiting_since=moments,
)
conditions = st.builds(
    DialogFilter,
    lines=st.frozensets(st.sampled_from([42, 57])),
    connectors=st.frozensets(st.sampled_from(["shop", "kiosk"]), max_size=1),
    operators=st.frozensets(st.sampled_from(["", ME]), max_size=1),
    state=st.none() | st.sampled_from(DialogState),
    waiting=st.sampled_from([0, 0, 10 * HOUR + HOUR // 2, 20 * HOUR + HOUR // 2]),
    unread=st.booleans(),
    crm=st.none() | st.none() | st.sampled_from(CrmState),
)
views = st.builds(
    View,
    name=st.just(""),
    tab=st.sampled_from(TABS),
    conditions=st.just(DialogFilter()) | conditions,
    words=st.sampled_from(["", "", "a", "LAMP", "ёлка lamp", "strasse", "nobody"]),
    by_wait=st.booleans(),
)
known = st.tuples(st.integers(1, 9), st.sampled_from(CrmState))
steps = st.lists(heads | views | known | st.integers(0, 9), max_size=25)


class Source:
    def __init__(self):
        self.dialog_changed = Signal()
        self.dialogs = {}

    def all(self):
        return tuple(self.dialogs.values())

    def put(self, value):
        self.dialogs[value.id] = value
        self.dialog_changed.emit(value)


class World:
    """The rows under test, and beside them everything that is needed to find them the long way."""

    def __init__(self):
        self.crm = {}
        self.source, self.words = Source(), ListWords()
        look = Standpoint(ME, lambda wanted: self.crm.get(wanted, CrmState.UNKNOWN))
        self.shown = ShownDialogs(self.source, self.words, look)
        self.tester = QAbstractItemModelTester(
            self.shown, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.kept = None

    def do(self, step):
        if isinstance(step, Dialog):
            self.source.put(step)
        elif isinstance(step, View):
            self.shown.set_view(step)
            self.kept = None
        elif isinstance(step, tuple):
            self.crm[step[0]] = step[1]
            self.shown.review(DialogId(step[0]))
        else:
            self.shown.keep(DialogId(step))
            self.shown.let_go()
            self.kept = step if step in self.rows() else None

    def rows(self):
        shown = self.shown
        return [shown.dialog_at(shown.index(row)).id for row in range(shown.rowCount())]

    def from_scratch(self):
        found = [d for d in self.source.all() if self.passes(d) or d.id == self.kept]
        return [dialog.id for dialog in sorted(found, key=self.rank)]

    def passes(self, dialog):
        view = self.shown.view
        wanted, since = view.conditions, dialog.waiting_since
        waited = (NOW - since).total_seconds() if since else -1
        text = self.words.searched(dialog)
        return all(
            (
                self.belongs(dialog, view.tab),
                not wanted.lines or dialog.line in wanted.lines,
                not wanted.connectors or dialog.connector in wanted.connectors,
                not wanted.operators or dialog.operator in wanted.operators,
                wanted.state is None or dialog.state == wanted.state,
                not wanted.waiting or waited >= wanted.waiting,
                not wanted.unread or dialog.unread,
                wanted.crm is None or self.crm.get(dialog.id, CrmState.UNKNOWN) == wanted.crm,
                all(word in text for word in view.words.casefold().split()),
            )
        )

    def in_tab(self, tab):
        return [dialog for dialog in self.source.all() if self.belongs(dialog, tab)]

    def belongs(self, dialog, tab):
        is_closed = dialog.state is DialogState.CLOSED
        if tab == "waiting":
            return dialog.waiting_since is not None
        if tab == "mine":
            return dialog.operator == ME and not is_closed
        return tab == "all" or is_closed

    def rank(self, dialog):
        by_wait = self.shown.view.by_wait
        age = (NOW - (dialog.last_at or EVER)).total_seconds()
        if by_wait and dialog.waiting_since is not None:
            return 0, (dialog.waiting_since - EVER).total_seconds(), dialog.id
        return 2 if by_wait and dialog.state is DialogState.CLOSED else 1, age, -dialog.id


@settings(deadline=None, max_examples=150)
@given(steps)
def test_rows_and_counts_are_as_from_scratch_after_every_change(qapp, done):
    world = World()
    for step in done:
        world.do(step)
        assert world.rows() == world.from_scratch()
        told = world.shown.counts()
        assert told == {tab: len(world.in_tab(tab)) for tab in TABS}


def test_who_has_waited_long_enough_comes_in_with_time(qapp, monkeypatch):
    world = World()
    world.shown.set_view(View("", conditions=DialogFilter(waiting=HOUR)))
    made = Dialog(DialogId(1), "shop", 42, "c", "u", "Anna", DialogState.OPEN)
    world.source.put(replace(made, waiting_since=datetime.now(UTC) - timedelta(minutes=30)))
    before = world.rows()
    monkeypatch.setattr(list_sieve, "datetime", HourLater)
    world.shown.tick()

    assert (before, world.rows()) == ([], [1])


class HourLater(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + timedelta(hours=1)


@pytest.mark.parametrize("more", [{"unread": 1}, {"last_text": "lamp"}, {"operator": "Oleg"}])
def test_a_change_of_one_dialog_touches_its_own_row_alone(qtbot, qapp, more):
    world = World()
    for number in range(1, 6):
        made = Dialog(DialogId(number), "shop", 42, "c", "u", "Anna", DialogState.OPEN)
        world.source.put(replace(made, last_at=NOW - timedelta(minutes=number)))
    told = []
    world.shown.modelReset.connect(lambda: told.append("reset"))
    world.shown.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    world.source.put(replace(world.source.dialogs[DialogId(3)], **more))

    assert told == [(2, 2)]
