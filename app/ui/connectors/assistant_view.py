"""The connect assistant: from nothing to a connector that works, one call after the other."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.connector import Origin
from app.ui.connectors.assistant_form import AssistantForm
from app.ui.connectors.assistant_presenter import STEPS, AssistantPresenter, StepName, StepState
from app.ui.connectors.step_view import StepView
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, IconLabel, Note, label

_FORM = 320
_WIDE = 820


class AssistantView(QScrollArea):
    """Fields at the left, steps at the right; below each other in a small window."""

    cancelled = Signal()
    all_wanted = Signal()
    write_wanted = Signal()

    def __init__(self, theme: Theme, presenter: AssistantPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.form = AssistantForm(theme, presenter)
        self.form.all_wanted.connect(self.all_wanted)
        self.taken = Note(theme, "", "warning")
        self.error = ErrorPanel(theme)
        self.start = Button(theme, self.tr("Connect"), "primary", "plug")
        self.cancel = Button(theme, self.tr("Cancel"), "ghost")
        self.steps = self._made_steps(theme)
        self.result = QFrame()
        self.write = Button(theme, self.tr("Write as a customer"), "primary", "user")
        self.close_button = Button(theme, self.tr("Show the connector"))
        self._was_done = False
        self.setAccessibleName(self.tr("Connect a channel"))
        self._arrange(theme)
        self._wire()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns need room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= _WIDE
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._left.setMaximumWidth(_FORM if wide else 720)
        self._left.setMinimumWidth(_FORM if wide else 0)

    def _made_steps(self, theme: Theme) -> dict[StepName, StepView]:
        words: dict[StepName, tuple[str, str, str]] = {
            "register": (
                self.tr("1. Register"),
                "imconnector.register",
                self.tr("The portal learns the name, the icon and the flags of the connector."),
            ),
            "activate": (
                self.tr("2. Activate"),
                "imconnector.activate",
                self.tr("The connector is switched on for the open line."),
            ),
            "data": (
                self.tr("3. Describe the channel"),
                "imconnector.connector.data.set",
                self.tr("Links and name of the channel, for widgets and operators."),
            ),
            "status": (
                self.tr("4. Check the status"),
                "imconnector.status",
                self.tr("The portal says whether everything is in place."),
            ),
        }
        return {name: StepView(theme, *words[name]) for name in STEPS}

    def _arrange(self, theme: Theme) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.form)
        left.addWidget(self.taken)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.start)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        left.addLayout(buttons)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.error)
        for view in self.steps.values():
            right.addWidget(view)
        right.addWidget(self._made_result(theme))
        right.addStretch(1)
        body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.setContentsMargins(24, 12, 24, 24)
        self._columns.setSpacing(24)
        self._columns.addWidget(self._left)
        self._columns.addLayout(right, 1)
        self.setWidget(body)

    def _made_result(self, theme: Theme) -> QFrame:
        self.result.setProperty("card", "accent")
        column = QVBoxLayout(self.result)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.told = label("", "strong", wrap=True)
        head.addWidget(IconLabel(theme, "check-circle", "success"))
        head.addWidget(self.told, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.write)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(head)
        column.addLayout(row)
        return self.result

    def _wire(self) -> None:
        self.start.clicked.connect(self._presenter.run)
        self.cancel.clicked.connect(self.cancelled)
        self.close_button.clicked.connect(self.cancelled)
        self.write.clicked.connect(self.write_wanted)
        for view in self.steps.values():
            view.again.connect(self._presenter.run)
        self._presenter.changed.connect(self._show)

    def _show(self) -> None:
        presenter = self._presenter
        last = self._last_active()
        for step, view in self.steps.items():
            view.show_step(presenter.steps[step], opened=step == last)
        self.start.set_busy(presenter.busy)
        failed = presenter.failed is not None
        self.start.setText(self.tr("Try again") if failed else self.tr("Connect"))
        self.start.setVisible(not presenter.done)
        self.cancel.setVisible(not presenter.done)
        self.result.setVisible(presenter.done)
        name = presenter.form.values.name
        self.told.setText(self.tr("{name} works. Customers can write now.").format(name=name))
        if presenter.done and not self._was_done:
            QTimer.singleShot(0, self, self._lead_on)
        self._was_done = presenter.done
        self._show_notes()

    def _show_notes(self) -> None:
        error = self._presenter.error
        if error is None:
            self.error.clear()
        else:
            self.error.show_error(explain(error))
        begun = any(s.state is not StepState.WAITING for s in self._presenter.steps.values())
        taken = self._presenter.form.taken_by()
        texts = {
            Origin.OTHER: self.tr(
                "imconnector.list already knows this id. Registering takes the connector over."
            ),
            Origin.BUILT_IN: self.tr("This id belongs to a channel that comes with the portal."),
            Origin.OWN: self.tr("You have registered this id already. Registering updates it."),
        }
        self.taken.setVisible(taken is not None and not begun)
        self.taken.text.setText(texts[taken] if taken is not None else "")

    def _lead_on(self) -> None:
        """What comes next is in sight, and one key away."""
        self.ensureWidgetVisible(self.write)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _last_active(self) -> StepName | None:
        active = (StepState.DONE, StepState.FAILED)
        done = [name for name in STEPS if self._presenter.steps[name].state in active]
        return done[-1] if done else None
