"""The head of the Statistics page: what is counted, and the notice of what was observed."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale

from app.domain.board_periods import Span
from app.domain.statistics.facts import Coverage, GapWhy, ObservedGap, Period
from app.services.failures import JournalFailed
from app.ui.statistics.coverage_bar import CoverageBar, GapsDialog
from app.ui.statistics.days_dialog import DaysDialog
from app.ui.statistics.page import StatisticsPage
from tests.helpers.desk import REGISTRATION, connected, written

DAY = datetime(2026, 7, 14, tzinfo=UTC)
NOW = DAY + timedelta(hours=14, minutes=32)


def at(hour, minute=0):
    return DAY + timedelta(hours=hour, minutes=minute)


WHOLE = ((at(8), NOW),)


def coverage(*gaps, observed=WHOLE, since=DAY, until=NOW):
    return Coverage(Period(since, until, UTC), observed, gaps)


NETWORK = ObservedGap(at(11, 2), at(11, 9), GapWhy.NETWORK, recovered=6)
SPLIT = ((at(8), at(11, 2)), (at(11, 9), at(14, 32)))
CLOSED = ObservedGap(DAY, at(8), GapWhy.CLOSED, recovered=1)


@pytest.fixture
def bar(qtbot, theme):
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    made = CoverageBar(theme)
    qtbot.addWidget(made)
    yield made
    QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize(
    ("observed", "gaps", "head", "rest"),
    [
        (((DAY, NOW),), (), "Covers 00:00 to 14:32 without gaps.", ""),
        (
            SPLIT,
            (NETWORK,),
            "Covers 08:00 to 14:32 with",
            "Nothing was read from 11:02 to 11:09 (no connection to the portal).",
        ),
        (((at(8), NOW),), (CLOSED,), "Covers 08:00 to 14:32 only.", "recovered"),
        ((), (CLOSED,), "Nothing of this time was observed.", "history"),
    ],
)
def test_the_notice_says_what_the_figures_are_about(bar, observed, gaps, head, rest):
    bar.show_coverage(coverage(*gaps, observed=observed))

    assert bar.head.text().startswith(head)
    assert rest in bar.rest.text()
    assert bar.more.isHidden() == (not gaps)
    assert bar.property("card") == ("warning" if gaps else "soft")


def test_what_may_be_missing_for_good_is_said(bar):
    lost = ObservedGap(at(11, 2), at(11, 9), GapWhy.DEEP, lost=True)

    bar.show_coverage(coverage(lost, observed=SPLIT))

    assert "Events of the other times may be missing" in bar.rest.text()


def test_what_became_of_all_gaps_is_not_told_of_the_longest_one(bar):
    lost = ObservedGap(at(13), at(13, 5), GapWhy.DEEP, lost=True)

    spans = (*SPLIT[:1], (at(11, 9), at(13)), (at(13, 5), NOW))
    bar.show_coverage(coverage(NETWORK, lost, observed=spans))

    assert bar.rest.text().startswith("The longest: 11:02 to 11:09 (no connection to the portal).")
    assert "In all gaps: 6 event(s) were recovered afterwards, others" in bar.rest.text()


def test_what_is_not_read_yet_is_not_called_complete(bar):
    lasting = ObservedGap(at(11), NOW, GapWhy.NETWORK, lasting=True)

    bar.show_coverage(coverage(lasting, observed=((at(8), at(11)),)))

    assert bar.rest.text() == "What the portal told up to now is not read yet."


def test_the_first_minute_is_not_told_from_a_time_to_the_same_time(bar):
    bar.show_coverage(coverage(CLOSED, observed=((at(8), at(8) + timedelta(seconds=40)),)))

    assert bar.head.text() == "Covers less than a minute."
    assert "recovered" in bar.rest.text()


def test_days_stand_beside_times_when_there_are_several(bar):
    bar.show_coverage(coverage(NETWORK, observed=SPLIT, since=DAY - timedelta(days=6)))

    assert bar.head.text().startswith("Covers 14.07.26 08:00 to 14.07.26 14:32")


def test_every_gap_is_listed_with_its_reason_and_what_became_of_it(bar, theme, qtbot):
    window = GapsDialog(bar, coverage(CLOSED, NETWORK, observed=SPLIT), bar.words, theme)
    qtbot.addWidget(window)

    assert len(window.texts) == 2
    assert window.texts[0].startswith("00:00 to 08:00: the console was closed")
    assert "6" in window.texts[1]


def test_without_figures_there_is_no_notice(bar):
    bar.show_coverage(coverage())
    bar.show_coverage(None)

    assert bar.isHidden()


@pytest.fixture
async def page(qtbot, theme, desk):
    await desk.connectors.refresh()
    made = StatisticsPage(desk, theme)
    theme.look_after(made)
    made.resize(1300, 800)
    made.show()
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


async def test_another_time_is_counted_as_soon_as_it_is_chosen(page):
    period = page.toolbar.period
    period.setCurrentIndex(period.findData(Span.YESTERDAY))
    period.activated.emit(period.currentIndex())

    shown = page.presenter.period
    assert page.presenter.span is Span.YESTERDAY
    assert shown.until - shown.since in (timedelta(hours=hours) for hours in (23, 24, 25))


async def test_days_that_no_word_stands_for_stay_in_the_chooser(page, until):
    page.toolbar.days_asked.emit()
    await until(lambda: page.window().findChild(DaysDialog))
    asked = page.window().findChild(DaysDialog)
    for field, typed in zip(asked.typed, ("2026-07-01", "2026-07-07"), strict=True):
        field.setText(typed)
    asked.confirm.click()

    await until(lambda: page.presenter.span == (date(2026, 7, 1), date(2026, 7, 7)))
    assert " – " in page.toolbar.period.currentText()
    assert page.toolbar.title == page.toolbar.period.currentText()


@pytest.mark.parametrize(
    ("first", "last", "wrong", "words"),
    [
        ("soon", "2026-07-07", 0, "This is no day."),
        ("2026-07-01", "", 1, "This is no day."),
        ("2026-07-07", "2026-07-01", 1, "The last day is before the first one."),
        ("2026-07-01", "2026-07-15", 1, "This day has not come yet"),
    ],
)
def test_a_day_that_is_none_is_told_at_its_field_and_stays(qtbot, theme, first, last, wrong, words):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    asked = DaysDialog(parent, theme, (date(2026, 7, 14), date(2026, 7, 14)), NOW)
    asked.show()
    for field, typed in zip(asked.typed, (first, last), strict=True):
        field.setText(typed)

    asked.confirm.click()

    assert (asked.first, asked.last)[wrong].problem() == words
    assert (asked.typed[0].text(), asked.typed[1].text()) == (first, last)
    assert asked.isVisible()


class Broken:
    """Statistics over a journal that cannot be read."""

    async def report(self, *_, **__):
        raise JournalFailed("JOURNAL_FAILED", "disk I/O error")


async def test_figures_that_cannot_be_counted_are_a_failure_with_a_way_out(page, desk, until):
    await until(lambda: page.presenter.report)
    whole, page.presenter.statistics = page.presenter.statistics, Broken()
    page.refresh()
    await until(page.error.isVisible)
    assert page.presenter.report is not None, "what was known stays"

    page.presenter.statistics = whole
    page.error.button.click()

    await until(page.error.isHidden)


async def test_a_failure_does_not_speak_of_typed_words_where_nothing_can_be_typed(
    page, monkeypatch, until
):
    async def report(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(page.presenter.statistics, "report", report)
    page.refresh()
    await until(page.error.isVisible)

    assert page.error.text.text() == "The figures were not counted. The log holds the details."


async def test_observed_time_grows_on_the_page_although_nothing_happens(page, until):
    await until(lambda: page.presenter.report and page.presenter.report.coverage.observed)

    await until(lambda: page.coverage.head.text().startswith("Covers"))


async def test_nothing_is_counted_while_nobody_looks(page, desk, until):
    await until(lambda: page.presenter.report and not page.presenter.busy)
    page.hide()
    before = page.presenter.report

    desk.statistics.changed.emit(None)

    assert not page.presenter.busy
    assert page.presenter.report is before


async def test_a_segment_of_the_page_can_be_asked_for_by_name(page):
    page.take("delivery")

    assert page.tab == "delivery"


async def test_no_line_chosen_means_all_of_them(page, desk):
    assert page.toolbar.lines.accessibleName() == "Lines: All lines"
    first = desk.connectors.lines()[0].id

    page.toolbar.lines.set_values({first})
    page.toolbar.lines.chosen.emit()

    assert page.presenter.lines == {first}


async def test_what_stands_beside_each_other_in_the_head_is_equally_high(page):
    bar = page.toolbar

    assert {each.height() for each in (bar.period, bar.lines, bar.export)} == {bar.export.height()}


@pytest.mark.parametrize(
    ("ahead", "words"), [(90, "1 min 30 s ahead"), (-3600, "1 h 00 min behind")]
)
async def test_a_portal_whose_clock_differs_is_told_over_the_figures(page, desk, ahead, words):
    assert page.clock.isHidden()
    answered = datetime.now(UTC) + timedelta(seconds=ahead)
    for _ in range(9):
        desk.portal_clock.hear(SimpleNamespace(made_at=answered))

    page._show()

    assert words in page.clock.text.text()
    assert page.clock.isVisible()


async def test_connectors_have_the_names_that_they_have_elsewhere(page, desk, until):
    await connected(desk)
    await desk.connectors.refresh()
    await written(desk)
    await until(lambda: page.presenter.report and page.presenter.report.health)
    page.take("delivery")

    table = page._current().card.table.figures.table
    assert [row.name for row in table.rows] == [REGISTRATION.name]
