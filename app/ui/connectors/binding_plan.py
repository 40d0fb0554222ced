"""The card of the recommended subscriptions: what is missing, the plan, what came of each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.binding import RECOMMENDED
from app.ui.connectors.binding_words import SPELLED, BindingWords
from app.ui.connectors.bindings_presenter import BindingsPresenter
from app.ui.emptying import take_all
from app.ui.errors import explain_problem
from app.ui.style import Theme, dress
from app.ui.widgets import Button, IconLabel, label


class _Line:
    """One event of the plan."""

    def __init__(self, theme: Theme, event: str, words: BindingWords) -> None:
        self.box = QCheckBox(words.happening(event))
        self.box.setChecked(True)
        self.box.setToolTip(f"{SPELLED.get(event, event)}. {words.purpose(event)}")
        self.box.setAccessibleDescription(words.purpose(event))
        self.purpose = label(words.purpose(event), "small", "text3", wrap=True)
        self.purpose.setContentsMargins(24, 0, 0, 4)
        self.sign = IconLabel(theme, "minus", "text3")
        self.result = label("", "small", "text2", wrap=True)
        self.sign.hide()


class BindingPlan(QFrame):
    """Nothing is subscribed before the list of it was shown."""

    def __init__(self, theme: Theme, presenter: BindingsPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self.setProperty("card", "true")
        self.sign = IconLabel(theme, "info", "text3")
        self.title = label("", "strong", wrap=True)
        self.text = label("", "body", "text2", wrap=True)
        self.open = Button(theme, self.tr("Subscribe to the recommended set…"))
        self.carry_out = Button(theme, "", "primary")
        self.cancel = Button(theme, self.tr("Cancel"), "ghost")
        self.lines: dict[str, _Line] = {}
        self._list = QWidget()
        self._rows = QGridLayout(self._list)
        self._list.hide()
        self._arrange()
        self.open.clicked.connect(self._on_open)
        self.cancel.clicked.connect(presenter.close_plan)
        self.carry_out.clicked.connect(presenter.carry_out)
        presenter.changed.connect(self._show)
        presenter.planned.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        self._rows.setContentsMargins(24, 4, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(2, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 4, 0, 0)
        for button in (self.open, self.carry_out, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addLayout(buttons)

    def _on_open(self) -> None:
        self._presenter.open_plan()
        if self.lines:
            next(iter(self.lines.values())).box.setFocus()

    def _show(self) -> None:
        presenter = self._presenter
        self._show_words()
        planned = bool(presenter.plan)
        self._make_lines()
        self._show_results()
        left = [x for x, on in presenter.plan.items() if on and not self._is_done(x)]
        busy = presenter.is_busy("set")
        offered = bool(presenter.service.plan()) and not presenter.service.report.hidden
        self.open.setVisible(not planned and offered)
        self.carry_out.setVisible(planned and (bool(left) or busy or not presenter.results))
        self.carry_out.set_busy(busy)
        self.carry_out.setEnabled(bool(left) and not presenter.is_busy())
        self.carry_out.setText(self.tr("Subscribe to %n event(s)", "", len(left)))
        self.cancel.setVisible(planned and not busy)
        self.cancel.setText(self.tr("Close") if presenter.results else self.tr("Cancel"))

    def _show_words(self) -> None:
        service = self._presenter.service
        missing, refused = len(service.report.missing), len(service.report.refused)
        self.setVisible(service.read_at is not None)
        if service.report.hidden:
            icon, tone = "question", "warning"
            title = self.tr("Offline subscriptions cannot be seen")
            text = self.tr(
                "The portal shows them to administrators only, and only an administrator can make "
                "them. So nothing here is called missing: it is not known."
            )
        elif missing and not service.report.lacking:
            icon, tone = "info", "text3"
            title = self.tr("Everything that connectors need is subscribed")
            text = self.tr(
                "%n more recommended event(s) can be: of every line and channel, for statistics.",
                "",
                missing,
            )
        elif missing:
            icon, tone = "warn", "warning"
            title = self.tr("%n recommended event(s) missing", "", missing)
            text = self.tr("Where they go: the offline queue, which this console reads.")
        else:
            icon, tone = "check-circle", "success"
            title = self.tr("The recommended set is complete")
            text = self.tr("%n event(s) in the offline queue.", "", len(RECOMMENDED) - refused)
        if refused:
            text += " " + self.tr("%n event(s) are not offered to this application.", "", refused)
        self.sign.set_icon(icon, tone)
        self.title.setText(title)
        self.text.setText(text)

    def _make_lines(self) -> None:
        plan = self._presenter.plan
        if tuple(plan) == tuple(self.lines):
            return
        for widget in take_all(self._rows):
            widget.hide()
            widget.deleteLater()
        words = BindingWords()
        self.lines = {event: _Line(self._theme, event, words) for event in plan}
        for row, (event, each) in enumerate(self.lines.items()):
            for column, part in enumerate((each.box, each.sign, each.result)):
                self._rows.addWidget(part, 2 * row, column)
            self._rows.addWidget(each.purpose, 2 * row + 1, 0, 1, 3)
            each.box.toggled.connect(lambda on, event=event: self._presenter.tick(event, on=on))
        self._list.setVisible(bool(plan))

    def _show_results(self) -> None:
        for event, each in self.lines.items():
            result = self._presenter.results.get(event)
            each.box.setEnabled(not self._is_done(event) and not self._presenter.is_busy())
            each.sign.setVisible(result is not None)
            if result is None:
                each.result.setText("")
            elif result.problem is not None:
                why = explain_problem(result.problem)
                each.sign.set_icon("alert", "danger")
                each.result.setText(f"{why.title} ({result.problem.code})")
                dress(each.result, tone="danger")
            else:
                each.sign.set_icon("check", "success")
                done = self.tr("subscribed") if result.new else self.tr("was subscribed before")
                each.result.setText(done)
                dress(each.result, tone="text2")

    def _is_done(self, event: str) -> bool:
        result = self._presenter.results.get(event)
        return result is not None and result.problem is None
