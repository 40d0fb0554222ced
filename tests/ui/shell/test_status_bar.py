"""The bottom of the window: whatever it has to say, no word is cut without dots."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.feed import FeedHealth, FeedSource, FeedState
from app.domain.problem import Problem
from app.ui.desk_watch import Facts
from app.ui.status_bar import StatusBar
from app.ui.status_words import Sent

TROUBLE = Facts(
    user="Olga Konstantinovna Demina-Preobrazhenskaya",
    admin=True,
    health=FeedHealth(
        FeedState.UNREACHABLE,
        FeedSource.CONFIRMED,
        5,
        datetime.now(UTC),
        problem=Problem("UNREACHABLE_TIMEOUT"),
    ),
    sent=Sent(3, 1, 2, Problem("UNREACHABLE_TIMEOUT")),
    drift=2,
    set_aside=4,
    events=64210,
    read_only=True,
)


@pytest.fixture
def show(qtbot, theme):
    """A bar of some width with these facts."""

    def shown(width, facts=TROUBLE):
        bar = StatusBar(theme, "0.1.0")
        qtbot.addWidget(bar)
        bar.resize(width, bar.height())
        bar.show()
        bar.show_facts(facts)
        qtbot.waitUntil(lambda: bar.parts["user"].width() > 0 and bar.isVisible())
        bar.layout().activate()
        return bar

    return shown


@pytest.mark.parametrize("width", [700, 960, 1160, 1440])
def test_words_that_do_not_fit_end_in_dots_and_are_told_whole(show, width):
    bar = show(width)
    shown = [part for part in bar.parts.values() if part.isVisible()]

    for part in shown:
        assert part.width() >= part.sizeHint().width() - 1, part.text()
        assert part.geometry().right() < bar.width()
        if part.text() != part.accessibleName():
            assert part.text().endswith("…")
            assert part.toolTip()
    assert bar.parts["mode"].geometry().right() <= bar.width() - 12
    assert bar.text("user") == f"{TROUBLE.user}, administrator"


def test_how_many_messages_did_not_arrive_is_cut_after_who_is_signed_in(show):
    bar = show(960)

    assert bar.parts["user"].text().endswith("…")
    assert "2 refused. " in bar.parts["outbox"].text()

    without_reason = replace(TROUBLE, sent=Sent(3, 1, 2))
    for width in (960, 800):
        bar = show(width, without_reason)
        assert bar.parts["outbox"].text().endswith("2 refused")


def test_nothing_is_cut_where_there_is_room(show):
    bar = show(3000)

    assert all(part.text() == part.accessibleName() for part in bar.parts.values())
