"""Cards with plots: what they draw, their tables, the keyboard, both themes."""

import gc
import sys
import weakref
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolTip, QWidget

from app.domain.statistics.facts import Bucket, Coverage, Period, Report
from app.ui.errors import Explained
from app.ui.statistics.groups import Group, Measure
from app.ui.statistics.plot_data import Chart, steps
from app.ui.statistics.plot_figures import Figures
from app.ui.statistics.plot_loading import load_canvas
from app.ui.statistics.plot_words import FigureWords
from app.ui.statistics.plots import AnswerLines, HourBars
from app.ui.statistics.swatches import Swatch
from app.ui.widgets import ElidedLabel
from tests.ui.statistics.figures import DAY, NAMES, at, bucket, ids, report, shown, spread


@pytest.fixture
async def show(qtbot, theme, until):
    """Show a card at a size and wait until it can draw."""
    made = []

    async def show(kind, *state):
        card = kind(theme)
        made.append(card)
        theme.look_after(card)
        card.resize(860, 320)
        card.show_state(*state or (shown(),))
        card.show()
        card.activateWindow()
        await until(card.isActiveWindow)
        await until(lambda: card.area.canvas is not None or not card.area.isVisible())
        return card

    yield show
    for card in made:
        await card.leave()
        card.close()
        card.deleteLater()


@pytest.fixture
def wanted():
    return []


def listen(card, wanted):
    card.dialogs_wanted.connect(lambda dialogs, title: wanted.append((dialogs, title)))


class Knot:
    """Nobody but itself holds it, as a page that was left."""

    def __init__(self):
        self.own = self


async def test_what_lives_while_plots_are_loaded_does_not_live_for_ever(monkeypatch):
    monkeypatch.delitem(sys.modules, "app.ui.statistics.plot_canvas", raising=False)
    knot = Knot()
    left = weakref.ref(knot)

    await load_canvas()

    del knot
    gc.collect()
    assert left() is None


def figures(**changes):
    return Figures(report(**changes), NAMES, FigureWords(), 120)


def cells(table):
    return [tuple(figure.text for figure in row.cells) for row in table.rows]


def press(card, key):
    from PySide6.QtTest import QTest

    QTest.keyClick(card.window().focusWidget() or card, key)


def pixels(card, colour):
    """How many pixels of the card have exactly this colour."""
    picture = card.grab().toImage()
    wanted = QColor(colour).rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def place_of(card, slot):
    """Where a slot is on the canvas."""
    canvas = card.area.canvas
    scene = canvas._item.getViewBox().mapViewToScene(QPointF(slot, 0.5))
    return canvas._plot.mapFromScene(scene)


def click_slot(card, slot):
    from PySide6.QtTest import QTest

    viewport = card.area.canvas._plot.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(card, slot))


async def test_bars_stand_for_the_working_day_and_are_stacked_by_line(qtbot):
    chart = figures().bars(Group.HOUR)

    assert [slot.label for slot in chart.slots] == [f"{hour:02}" for hour in range(8, 18)]
    assert [series.name for series in chart.series] == ["Shop chat", "Wholesale", "After-sales"]
    assert chart.series[0].values[:5] == (4, 7, 12, 15, 13)
    assert chart.top == 22


async def test_a_gap_of_the_day_stands_at_its_own_minutes(qtbot):
    (gap,) = figures().bars(Group.HOUR).gaps

    assert gap.start == pytest.approx(3 + 2 / 60 - 0.5)
    assert gap.end == pytest.approx(3 + 10 / 60 - 0.5)


async def test_over_several_days_the_hours_that_were_not_wholly_read_are_marked(qtbot):
    long = Coverage(Period(DAY, DAY + timedelta(days=7), at(0).tzinfo))
    made = Figures(Report(long, by_hour=report().by_hour), NAMES, FigureWords())

    assert [(gap.start, gap.end) for gap in made.bars(Group.HOUR).gaps] == [(2.5, 3.5)]


async def test_late_dialogs_leave_ten_hours_on_the_axis(qtbot):
    late = (bucket("22", 3), bucket("23", 1))
    chart = figures(by_hour=late).bars(Group.HOUR)

    assert [slot.label for slot in chart.slots] == [f"{hour:02}" for hour in range(14, 24)]


async def test_times_have_a_median_a_p95_and_the_target_in_one_unit(qtbot):
    chart, unit = figures().times(Group.HOUR, Measure.FIRST)

    assert unit == 60
    assert chart.series[0].values[0] == pytest.approx(68 / 60)
    assert chart.series[1].values[0] == pytest.approx(208 / 60)
    assert chart.series[0].values[-1] is None
    assert (chart.target, chart.aim) == (2, "target 2 min")


async def test_other_times_have_no_target(qtbot):
    chart, _ = figures().times(Group.HOUR, Measure.NEXT)

    assert chart.target is None


@pytest.mark.parametrize(
    ("p95", "unit"), [(20, 1), (59, 1), (60, 60), (7000, 60), (7200, 3600), (200_000, 86_400)]
)
async def test_the_unit_follows_the_longest_time(qtbot, p95, unit):
    one = Bucket("1", (), {1: 1}, spread(1, p95))

    assert figures(by_line=(one,)).times(Group.LINE, Measure.FIRST)[1] == unit


@pytest.mark.parametrize(
    ("top", "whole", "heights"),
    [
        (22, True, (0, 8, 16, 24)),
        (5, True, (0, 2, 4, 6)),
        (0, True, (0, 1)),
        (1, True, (0, 1)),
        (5, False, (0, 2, 4, 6)),
        (0.9, False, (0, 0.25, 0.5, 0.75, 1.0)),
        (2.3, False, (0, 1, 2, 3)),
        (100, True, (0, 25, 50, 75, 100)),
        (1234, True, (0, 400, 800, 1200, 1600)),
    ],
)
def test_lines_across_stand_at_round_heights(top, whole, heights):
    assert steps(top, whole=whole) == pytest.approx(heights)


async def test_the_table_tells_the_figures_of_the_bars(show):
    card = await show(HourBars)
    card.toggle_table()
    table = card.table.figures.table

    assert [each.title for each in table.columns] == [
        *("Hour", "Dialogs", "Shop chat", "Wholesale", "After-sales", "Observed")
    ]
    assert cells(table)[11] == ("11:00 to 12:00", "22", "15", "4", "3", "87 %")


async def test_the_table_of_times_tells_more_percentiles_and_the_mean(show):
    card = await show(AnswerLines)
    card.toggle_table()
    table = card.table.figures.table

    assert [each.title for each in table.columns] == [
        *("Hour", "Answers", "Median", "p90", "p95", "Mean", "Observed")
    ]
    row = cells(table)[9]
    assert row[1:] == ("5", "1 min 09 s", "2 min 19 s", "3 min 29 s", "1 min 23 s", "100 %")


async def test_one_key_leads_to_the_table_and_back_and_the_keyboard_follows(show):
    card = await show(HourBars)
    card.area.setFocus()
    press(card, Qt.Key.Key_T)

    assert card.table.isVisible()
    assert card.table.hasFocus()
    assert card.table.currentIndex().row() == 0
    press(card, Qt.Key.Key_T)
    assert card.area.isVisible()
    assert card.area.hasFocus()


async def test_a_click_on_a_bar_opens_its_dialogs(show, wanted):
    card = await show(HourBars)
    listen(card, wanted)
    click_slot(card, 2)

    assert wanted == [(ids(100, 101), "10:00 to 11:00")]


async def test_arrows_walk_over_the_bars_and_enter_opens_one(show, wanted):
    card = await show(HourBars)
    listen(card, wanted)
    card.area.setFocus()
    said = card.area.accessibleDescription()
    press(card, Qt.Key.Key_Right)
    press(card, Qt.Key.Key_Return)

    assert said == "08:00 to 09:00: 5 dialog(s), Shop chat 4, Wholesale 1"
    assert wanted == [(ids(90, 91), "09:00 to 10:00")]


async def test_what_the_arrows_reach_is_told_to_the_eye_too(show, until):
    card = await show(HourBars)
    card.area.setFocus()

    press(card, Qt.Key.Key_Right)
    assert "09:00 to 10:00: " in QToolTip.text()

    card.switch.setFocus()
    await until(lambda: not QToolTip.isVisible())


async def test_a_screen_reader_hears_that_an_hour_was_not_wholly_read(show):
    card = await show(HourBars)
    card.area.setFocus()
    for _ in range(3):
        press(card, Qt.Key.Key_Right)

    assert card.area.accessibleDescription().endswith("87 % of this time was observed")


async def test_enter_in_the_table_opens_the_row_even_when_sorted(show, wanted):
    card = await show(HourBars)
    listen(card, wanted)
    card.area.setFocus()
    press(card, Qt.Key.Key_T)
    card.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    card.table.selectRow(0)
    press(card, Qt.Key.Key_Return)

    assert wanted == [(ids(110, 111), "11:00 to 12:00")]


async def test_an_hour_without_dialogs_opens_nothing(show, wanted):
    card = await show(HourBars)
    listen(card, wanted)
    click_slot(card, 8)

    assert wanted == []


async def test_the_legend_names_lines_and_gaps(show):
    card = await show(HourBars)

    assert card.legend.names() == ("Shop chat", "Wholesale", "After-sales", "polling gap")


async def test_more_lines_than_can_be_named_are_counted(show, until):
    many = Bucket("09", (), dict.fromkeys(range(1, 9), 1), dialogs=ids(1))
    card = await show(HourBars, shown(report=report(by_hour=(many,)), names={}))

    assert card.legend.names()[-2:] == ("4 more", "polling gap")
    card.resize(480, 320)
    await until(lambda: "7 more" in card.legend.names())


async def test_a_legend_cuts_its_longest_names_first(show, until):
    names = {1: "Shop chat", 2: "Оптовые заказы светильников и ламп для гостиниц", 3: "Линия 57"}
    card = await show(HourBars, shown(names=names))
    card.resize(620, 320)
    labels = [each for each in card.legend.findChildren(ElidedLabel) if not each.isHidden()]

    await until(lambda: [each.text().endswith("…") for each in labels] == [False, True, False])


async def test_lines_that_are_not_named_have_no_colour_in_common_and_a_tip_with_their_names(show):
    many = Bucket("09", (), dict.fromkeys(range(1, 9), 1), dialogs=ids(1))
    card = await show(HourBars, shown(report=report(by_hour=(many,)), names={}))

    assert len(card.legend.findChildren(Swatch)) == len(card.legend.names()) - 1
    (tip,) = [each.toolTip() for each in card.legend.findChildren(QWidget) if each.toolTip()]
    assert all(f"Line {line}" in tip for line in (5, 6, 7, 8))
    assert "Line 4" not in tip


async def test_a_change_of_theme_redraws_the_plot_at_once(show, theme):
    card = await show(HourBars)
    light = pixels(card, "#2857C4")
    theme.set_name("dark")

    assert light > 0
    assert pixels(card, "#2857C4") == 0
    assert pixels(card, "#8AAEF9") > 0


async def test_marks_without_an_order_are_not_joined(show):
    card = await show(AnswerLines, shown(), Group.LINE)

    assert card.legend.names() == ("median", "p95")
    assert not card.area.chart.joined


async def test_nothing_in_the_time_is_said_in_words(show):
    card = await show(HourBars, shown(report=report(by_hour=())))

    assert card.note.isVisible()
    assert card.note.text() == "Nothing in this time"
    assert not card.switch.isEnabled()


async def test_before_the_figures_come_the_card_says_what_happens(show):
    card = await show(HourBars, shown(report=None, busy=True))

    assert card.note.text() == "Reading the journal…"


async def test_a_failure_is_named_where_the_plot_would_stand(show):
    card = await show(HourBars, shown(report=None, problem=Explained("The journal is damaged")))

    assert card.note.text() == "The journal is damaged"


async def test_other_figures_leave_the_cursor_and_the_chosen_row_where_they_were(show):
    card = await show(HourBars)
    card.area.setFocus()
    press(card, Qt.Key.Key_Right)
    card.toggle_table()
    card.table.selectRow(4)
    more = Bucket("09", (), {1: 99}, dialogs=ids(7))
    hours = (*report().by_hour[:9], more, *report().by_hour[10:])
    card.show_state(shown(report=report(by_hour=hours)))

    assert card.area.place == 1
    assert card.table.currentIndex().row() == 4
    assert "99 dialog(s)" in card.area.accessibleDescription()


def test_an_empty_chart_has_no_figures():
    assert Chart().is_empty
    assert Chart().top == 0


@given(st.floats(min_value=0, max_value=1e9), st.booleans())
def test_lines_across_reach_the_top_and_are_few(top, whole):
    heights = steps(top, whole=whole)

    assert heights[0] == 0
    assert heights[-1] >= top * (1 - 1e-9)
    assert 2 <= len(heights) <= 6
    assert not whole or all(height == int(height) for height in heights)


async def test_a_target_above_all_figures_leaves_room_for_its_words(show):
    quick = Bucket("09", (), {1: 3}, spread(60, 70))
    card = await show(AnswerLines, shown(report=report(by_hour=(quick,))))

    assert card.area.canvas._ticks[-1] > card.area.chart.target


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "—"),
        (0.0, "0 s"),
        (0.04, "0 s"),
        (0.14, "0.1 s"),
        (3.0, "3 s"),
        (9.96, "10 s"),
        (10.4, "10 s"),
        (59.6, "1 min"),
        (64.0, "1 min 04 s"),
        (3600.0, "1 h 00 min"),
        (3599.7, "1 h 00 min"),
        (90_000.0, "1 d 1 h"),
    ],
)
async def test_a_length_of_time_has_two_units_at_most(qtbot, seconds, text):
    assert FigureWords().duration(seconds) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, "—"),
        (0, "0 %"),
        (0.0069, "0.7 %"),
        (0.5, "50 %"),
        (0.986, "98.6 %"),
        (0.99999, "99.9 %"),
        (1, "100 %"),
    ],
)
async def test_a_share_is_told_with_a_tenth_where_it_counts(qtbot, share, text):
    assert FigureWords().share(share) == text


async def test_a_screen_reader_is_told_which_keys_a_plot_has(show):
    card = await show(HourBars)

    assert "Enter opens dialogs" in card.area.accessibleDescription()


@pytest.mark.parametrize(("width", "name"), [(1200, "Olga"), (500, "OD")])
async def test_every_operator_is_named_below_his_bar(show, width, name):
    people = tuple(bucket(str(each), each, f"Olga{each:02} Demina") for each in range(12, 0, -1))
    card = await show(HourBars, shown(report=report(by_operator=people)), Group.OPERATOR)
    card.resize(width, 320)
    labels = [text for _, text in card.area.canvas._labels()]

    assert len(labels) == 12
    assert all(text.startswith(name) for text in labels)


def test_an_hour_in_which_nobody_looked_has_no_zero_in_the_table():
    hours = (
        Bucket("08", observed=0.0),
        Bucket("09", observed=1.0),
        Bucket("10", (), {1: 2}, observed=0.0),
        Bucket("11", observed=None),
    )
    table = figures(by_hour=hours).counts_table(Group.HOUR)

    assert [row[1] for row in cells(table)] == ["—", "0", "2", "—"]


def test_hours_in_which_nobody_looked_stay_on_the_axis_and_are_marked():
    hours = (
        *(Bucket(f"{hour:02}", observed=0.0) for hour in range(12)),
        Bucket("12", (), {1: 41}, observed=1.0),
        *(Bucket(f"{hour:02}") for hour in range(13, 24)),
    )
    long = Coverage(Period(DAY, DAY + timedelta(days=7), at(0).tzinfo))
    made = Figures(Report(long, by_hour=hours), NAMES, FigureWords())

    chart = made.bars(Group.HOUR)

    assert [slot.label for slot in chart.slots] == [f"{hour:02}" for hour in range(13)]
    assert [(gap.start, gap.end) for gap in chart.gaps] == [
        (place - 0.5, place + 0.5) for place in range(12)
    ]
