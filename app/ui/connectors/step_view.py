"""One step of the connect assistant: its state, what went wrong, the call and its answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.calls import CallRecord
from app.ui.calls.json_view import JsonView
from app.ui.calls.pretty import lines_with, pretty
from app.ui.connectors.assistant_presenter import Step, StepState
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, ErrorPanel, IconLabel, label

_BODY_HEIGHT = 150
_LONGEST = 60
_ICONS = {
    StepState.WAITING: ("circle", "text3"),
    StepState.RUNNING: ("clock", "accent"),
    StepState.DONE: ("check-circle", "success"),
    StepState.FAILED: ("cross-circle", "danger"),
}


class StepView(QFrame):
    """The newest call is open while the step is the last one that did something."""

    again = Signal()

    def __init__(self, theme: Theme, title: str, method: str, told: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.icon = IconLabel(theme, "circle", "text3")
        self.title = label(title, "strong")
        self.method = ElidedLabel(method, "mono", "text3")
        self.told = label(told, "small", "text2", wrap=True)
        self.badge = Badge(theme)
        self.toggle = Button(theme, self.tr("Show call"), "link")
        self.toggle.setCheckable(True)
        self.error = ErrorPanel(theme, self.tr("Try again from here"))
        self.error.action.connect(self.again)
        self.request = JsonView(theme, self.tr("Request"))
        self.answer = JsonView(theme, self.tr("Answer"))
        self._record: CallRecord | None = None
        self._arrange()
        self.toggle.toggled.connect(self._show_bodies)

    def show_step(self, step: Step, *, opened: bool) -> None:
        """Show how far it is; `opened` opens its call, unless the person closed it."""
        self.icon.set_icon(*_ICONS[step.state])
        self.told.setVisible(step.state is StepState.WAITING)
        self._show_error(step)
        self._show_result(step)
        record = self._main_call(step)
        if record != self._record:
            self._record = record
            self.toggle.setChecked(opened and record is not None)
            self._fill()
        elif not opened and step.state is StepState.DONE:
            self.toggle.setChecked(False)
        self.toggle.setVisible(record is not None)
        self._show_bodies()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.method)
        head.addLayout(words, 1)
        head.addWidget(self.badge)
        head.addWidget(self.toggle)
        self._bodies = QSplitter(Qt.Orientation.Horizontal)
        self._bodies.setHandleWidth(1)
        self._bodies.setFixedHeight(_BODY_HEIGHT)
        self._bodies.addWidget(_titled(self.tr("Request"), self.request))
        self._bodies.addWidget(_titled(self.tr("Answer"), self.answer))
        self._bodies.setSizes([300, 300])
        self._bodies.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        stacked: tuple[QWidget, ...] = (self.told, self.error, self._bodies)
        for part in stacked:
            column.addWidget(part)

    def _show_error(self, step: Step) -> None:
        if step.problem is None:
            self.error.clear()
        else:
            self.error.show_error(explain_problem(step.problem))

    def _show_result(self, step: Step) -> None:
        record = self._main_call(step)
        status = ""
        if record is not None:
            answered = f"HTTP {record.status}" if record.status else self.tr("no answer")
            status = f"{answered} · {record.milliseconds} ms"
        if step.state is StepState.RUNNING:
            status = self.tr("working…")
        tone = {StepState.DONE: "success", StepState.FAILED: "danger"}.get(step.state, "neutral")
        self.badge.set(status, tone)

    def _main_call(self, step: Step) -> CallRecord | None:
        """The call that the step is named after; a step may look at the status besides."""
        mine = (each for each in step.calls if each.method == self.method.whole_text())
        return next(mine, step.calls[-1] if step.calls else None)

    def _fill(self) -> None:
        if self._record is None:
            return
        answer = pretty(self._record.answer, _LONGEST)
        marks = [(n, n) for n in lines_with(answer, "error")] if self._record.failed else []
        self.request.show_layout(pretty(self._record.request, _LONGEST))
        self.answer.show_layout(answer, marks)

    def _show_bodies(self) -> None:
        shown = self.toggle.isChecked() and self._record is not None
        self._bodies.setVisible(shown)
        self.toggle.setText(self.tr("Hide call") if shown else self.tr("Show call"))


def _titled(title: str, view: JsonView) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label(title, "caption", "text3"))
    column.addWidget(view, 1)
    return box
