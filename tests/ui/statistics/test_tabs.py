"""The tabs Answers, Operators and Delivery with figures made by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from app.domain.statistics.facts import Bucket, Spread
from app.ui.dialogs.words import short_date
from app.ui.errors import Explained
from app.ui.statistics.answers import AnswersTab
from app.ui.statistics.delivery import DeliveryTab
from app.ui.statistics.operators_tab import OperatorsTab
from tests.ui.connectors.acting import click
from tests.ui.statistics.figures import DAY, bucket, ids, report, shown, spread

ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
async def show(qtbot, theme):
    """Show a tab with figures."""
    made = []

    async def show(kind, **changes):
        tab = kind(theme)
        made.append(tab)
        theme.look_after(tab)
        tab.resize(1300, 800)
        tab.show()
        tab.show_state(shown(**changes))
        return tab

    yield show
    for tab in made:
        await tab.leave()
        tab.close()
        tab.deleteLater()


def opened(tab):
    wanted = []
    tab.dialogs_wanted.connect(lambda dialogs, title: wanted.append((dialogs, title)))
    return wanted


def choose(segments, key):
    click(segments._buttons[key])


def row(table, place):
    return [figure.text for figure in table.figures.table.rows[place].cells]


async def test_answers_tell_the_percentiles_of_the_whole_time(show):
    tab = await show(AnswersTab)
    cards = [(card.figure.text(), card.rest.whole_text()) for card in tab.cards.values()]

    assert cards == [
        ("1 min 04 s", "p95 4 min 40 s, p90 2 min 52 s, mean 1 min 17 s, of 68 answers"),
        ("30 s", "p95 2 min 20 s, p90 1 min 25 s, mean 36 s, of 90 answers"),
        ("1 h 03 min", "p95 3 h 20 min, p90 2 h 11 min, mean 1 h 16 min, of 60 closed"),
    ]


@pytest.mark.parametrize(
    ("group", "title", "first"),
    [
        ("hour", "New dialogs by hour", "08:00 to 09:00"),
        ("weekday", "New dialogs by weekday", "Tuesday"),
        ("day", "New dialogs by day", short_date(DAY.date())),
        ("line", "New dialogs by line", "Shop chat"),
        ("connector", "New dialogs by connector", "acme_site_chat"),
    ],
)
async def test_figures_are_put_together_as_chosen(show, group, title, first):
    tab = await show(AnswersTab)
    choose(tab.group, group)

    assert tab.bars.title.whole_text() == title
    assert tab.bars.area.chart.slots[0].name == first
    assert tab.times.area.chart.slots[0].name == first


@pytest.mark.parametrize(
    ("measure", "title"),
    [
        ("first", "First answer, minutes"),
        ("next", "Next answer, minutes"),
        ("resolution", "Resolution, minutes"),
    ],
)
async def test_the_chosen_time_is_drawn(show, measure, title):
    tab = await show(AnswersTab)
    choose(tab.measure, measure)

    assert tab.times.title.whole_text() == title


async def test_the_switch_asks_for_open_hours(show):
    tab = await show(AnswersTab)
    asked = []
    tab.working_wanted.connect(asked.append)
    click(tab.working)

    assert asked == [True]


async def test_lines_whose_hours_are_not_known_are_named(show):
    tab = await show(AnswersTab, report=report(working=True, hourless=frozenset({2, 9})))

    assert tab.note.isVisible()
    assert tab.note.text.text().endswith("Wholesale, Line 9")


async def test_what_is_chosen_stays_when_other_figures_come(show):
    tab = await show(AnswersTab)
    choose(tab.group, "line")
    tab.show_state(shown(report=report(by_line=(bucket("3", 9),))))

    assert [slot.name for slot in tab.bars.area.chart.slots] == ["After-sales"]


async def test_a_plot_of_a_tab_opens_its_dialogs(show):
    tab = await show(AnswersTab)
    wanted = opened(tab)
    tab.times.dialogs_wanted.emit(ids(1), "Monday")

    assert wanted == [(ids(1), "Monday")]


async def test_operators_have_a_row_each_and_nobody_has_one_too(show):
    tab = await show(OperatorsTab)

    assert row(tab.card.table, 0) == [
        *("Olga Demina", "40", "1 min", "3 min", "1 min", "3 min", "1 min")
    ]
    assert row(tab.card.table, 1)[0] == "Not answered"


async def test_an_operator_without_a_name_has_a_number(show):
    tab = await show(OperatorsTab, report=report(by_operator=(bucket("17", 1),)))

    assert row(tab.card.table, 0)[0] == "Operator 17"


async def test_enter_on_an_operator_opens_the_dialogs(show, until):
    tab = await show(OperatorsTab)
    wanted = opened(tab)
    tab.card.table.selectRow(0)
    QTest.keyClick(tab.card.table, Qt.Key.Key_Return)

    assert wanted == [(ids(1, 2), "Olga Demina")]


async def test_operators_can_be_sorted_by_what_they_did(show):
    slow, quick = bucket("1", 5, "Ann", median=600.0), bucket("2", 9, "Bob", median=20.0)
    never = Bucket("3", ("Cid",), {1: 2}, Spread(), Spread(), Spread(), ids(3))
    tab = await show(OperatorsTab, report=report(by_operator=(slow, quick, never)))
    table = tab.card.table
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    names = [table.model().index(place, 0).data() for place in range(3)]

    assert names == ["Cid", "Bob", "Ann"]


async def test_delivery_tells_the_share_that_did_not_reach_customers(show):
    tab = await show(DeliveryTab)

    assert tab.undelivered.figure.text() == "1.4 %"
    assert tab.undelivered.rest.whole_text() == "2 of 142 to customers, 1 of 310 from them"
    assert tab.waiting.figure.text() == "2"
    assert (tab.retries.figure.text(), tab.duplicates.figure.text()) == ("3", "1")


@pytest.mark.parametrize(("busy", "why"), [(True, "is being counted"), (False, "not counted")])
async def test_deliveries_that_are_not_counted_are_no_zero(show, busy, why):
    tab = await show(DeliveryTab, report=None, busy=busy)

    for card in (tab.undelivered, tab.waiting, tab.retries, tab.duplicates):
        assert (card.figure.text(), card.rest.whole_text()) == ("—", why)


async def test_connectors_have_a_row_each_also_those_without_messages(show):
    tab = await show(DeliveryTab)

    assert row(tab.card.table, 0) == [
        *("acme_site_chat", "142", "138", "2", "1.4 %", "6.4 s", "310", "1", "2.9 s", "3", "1")
    ]
    assert row(tab.card.table, 1)[4:6] == ["—", "—"]


async def test_lags_are_drawn_in_both_directions(show):
    tab = await show(DeliveryTab)

    assert tab.out.title.whole_text() == "Operator to customer, seconds"
    assert tab.back.title.whole_text() == "Customer to session, seconds"
    assert tab.out.area.chart.series[1].values == (6.4, None)


async def test_connectors_of_which_nothing_is_known_leave_the_plots_in_words(show):
    tab = await show(DeliveryTab, report=report(health=()))

    assert tab.out.note.text() == "Nothing in this time"
    assert tab.undelivered.figure.text() == "—"


@pytest.mark.parametrize("kind", [AnswersTab, OperatorsTab, DeliveryTab])
async def test_a_tab_without_figures_says_why(show, kind):
    tab = await show(kind, report=None, problem=Explained("The journal cannot be read"))
    notes = {card.note.text() for card in tab.findChildren(type(tab.panes()[-1].parent()))}

    assert notes == {"The journal cannot be read"}


@pytest.mark.parametrize("kind", [AnswersTab, OperatorsTab, DeliveryTab])
async def test_every_control_of_a_tab_has_a_name(show, kind):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView

    tab = await show(kind)
    controls = [*tab.findChildren(QAbstractButton), *tab.findChildren(QAbstractItemView)]
    named = [each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert named
    assert all(each.accessibleName() or each.text() for each in named)


@pytest.mark.parametrize("kind", [AnswersTab, OperatorsTab, DeliveryTab])
async def test_a_tab_fits_the_smallest_window_in_width(show, kind):
    long = bucket("5", 40, "Marta Klein-Hohenstein von der Wetterau und zu Lobeda")
    tab = await show(kind, report=report(by_operator=(long,), first_answer=spread(99_999, 999_999)))

    assert tab.minimumSizeHint().width() <= 960 - 76 - 48
    assert tab._area.widget().minimumSizeHint().width() <= 960 - 76 - 48


@pytest.mark.parametrize(("width", "lines"), [(848, 2), (1300, 1)])
async def test_all_columns_of_the_operators_fit_into_the_smallest_window(show, width, lines):
    tab = await show(OperatorsTab)
    tab.resize(width, 430)
    table = tab.card.table

    titles = [table.model().headerData(column, ACROSS) for column in range(7)]
    assert max(title.count("\n") + 1 for title in titles) == lines
    assert sum(map(table.columnWidth, range(7))) <= table.viewport().width()
    metrics = QFontMetrics(table.theme.font("small"))
    assert table.horizontalHeader().height() > lines * metrics.height()
