"""One step of the assistant says what came back."""

from datetime import UTC, datetime

from app.domain.calls import CallKind, CallRecord
from app.ui.connectors.assistant_presenter import Step, StepState
from app.ui.connectors.step_view import StepView


def test_a_call_without_an_answer_has_no_status(qtbot, theme):
    method = "imconnector.activate"
    view = StepView(theme, "2. Activate", method, "")
    qtbot.addWidget(view)
    moment = datetime(2026, 7, 14, 14, 32, 12, tzinfo=UTC)
    call = CallRecord(1, moment, CallKind.REST, method, "https://lamp.example", 0, 42, "{}", "")
    view.show_step(Step("activate", StepState.FAILED, calls=(call,)), opened=True)
    assert view.badge.text == "no answer · 42 ms"
