"""What forwarding says in the status bar and in its list."""

from datetime import UTC, datetime

import pytest

from app.domain.forwarding import Choice, Forward, Forwarded, ForwardState
from app.domain.problem import Problem
from app.ui.desk_watch import Facts
from app.ui.forward.model import MOST_ROWS, ForwardModel
from app.ui.forward.words import ForwardWords
from app.ui.status_bar import StatusBar

ON = Choice("http://localhost:8000/", on=True)
DOWN = Problem("UNREACHABLE_REFUSED")


@pytest.mark.parametrize(
    ("state", "text", "tone"),
    [
        (Forwarded(), "", ""),
        (Forwarded(ON), "Forwarding", ""),
        (Forwarded(ON, waiting=3), "Forwarding, 3 wait", ""),
        (Forwarded(Choice("x", on=True, paused=True), 3), "Forwarding paused, 3 wait", "warning"),
        (Forwarded(ON, 2, problem=DOWN), "Handler does not take events, 2 wait", "warning"),
    ],
)
def test_the_status_bar_names_it_while_it_is_on(qtbot, theme, state, text, tone):
    bar = StatusBar(theme, "1")
    qtbot.addWidget(bar)
    bar.show_facts(Facts(forward=state))

    assert bar.text("forward") == text
    assert (bar.parts["forward"].property("tone") or "") == tone


def test_a_press_on_it_leads_to_the_page(qtbot, theme):
    from PySide6.QtCore import Qt

    bar = StatusBar(theme, "1")
    qtbot.addWidget(bar)
    bar.show_facts(Facts(forward=Forwarded(ON)))
    bar.resize(900, 28)
    bar.show()
    with qtbot.waitSignal(bar.forwarding_wanted):
        qtbot.mouseClick(bar.parts["forward"], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (Forward(1, 1, "X", ForwardState.WAITING), "waits"),
        (Forward(1, 1, "X", ForwardState.SKIPPED), "left out"),
        (Forward(1, 1, "X", ForwardState.ANSWERED, 1, status=204), "204"),
        (Forward(1, 1, "X", ForwardState.WAITING, 1, status=500), "500, tried again"),
        (
            Forward(1, 1, "X", ForwardState.SILENT, 1, problem="UNREACHABLE_CUT"),
            "no answer: it hung up",
        ),
        (
            Forward(1, 1, "X", ForwardState.WAITING, 2, problem="UNREACHABLE_REFUSED"),
            "waits: nothing listens there",
        ),
    ],
)
def test_every_outcome_has_words(row, text):
    assert ForwardWords().outcome(row) == text


def test_the_list_keeps_the_newest_rows_in_order(qtbot):
    model = ForwardModel(ForwardWords())
    at = datetime(2026, 1, 2, tzinfo=UTC)
    rows = [Forward(n, n, "X", ForwardState.ANSWERED, 1, at, 200, 5) for n in range(1, 2101)]
    model.put(rows[1000:])
    model.put(rows[:1000])

    assert [row.id for row in model.rows()] == list(range(2100, 2100 - MOST_ROWS, -1))
