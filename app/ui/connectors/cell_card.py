"""The card of the chosen cell: what the portal says, before and after, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.connector import LineState, LineStatus, Origin
from app.domain.links import neutral
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.words import clock_time, look_of
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, ErrorPanel, Note, label

_FIELDS = ("CONFIGURED", "STATUS", "ERROR")
_TONES = {
    LineState.WORKING: "success",
    LineState.ERROR: "danger",
    LineState.HALF: "warning",
    LineState.NOT_CONNECTED: "neutral",
    LineState.UNKNOWN: "neutral",
}


class StatusTable(QFrame):
    """The three booleans of `imconnector.status`, one row for each reading."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column, name in enumerate(_FIELDS, 1):
            self._grid.addWidget(label(name, "small", "text2"), 0, column)
            self._grid.setColumnStretch(column, 1)
        self._cells: list[QLabel] = []

    def show_readings(self, readings: list[LineStatus]) -> None:
        """Oldest first; what changed between them stands out."""
        for old in self._cells:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._cells = []
        before: tuple[bool, ...] | None = None
        for row, reading in enumerate(readings, 1):
            values = (reading.configured, reading.status, reading.error)
            self._add(row, 0, clock_time(reading.read_at), "text2")
            for column, value in enumerate(values, 1):
                changed = before is not None and before[column - 1] != value
                good = value is not (_FIELDS[column - 1] == "ERROR")
                tone = ("success" if good else "danger") if changed else "text1"
                self._add(row, column, "true" if value else "false", tone, bold=changed)
            before = values

    def texts(self) -> list[str]:
        """Everything in the table, row by row."""
        return [cell.text() for cell in self._cells]

    def _add(self, row: int, column: int, text: str, tone: str, *, bold: bool = False) -> None:
        made = label(text, "strong" if bold else "body", tone)
        self._grid.addWidget(made, row, column)
        self._cells.append(made)


class CellCard(QFrame):
    """Activate, activate again, deactivate, set the error flag."""

    def __init__(self, theme: Theme, presenter: ConnectorsPresenter, parent: QWidget) -> None:
        super().__init__(parent)  # it shows itself
        self._presenter = presenter
        self.setProperty("card", "true")
        self.title = ElidedLabel("", "title")
        self.badge = Badge(theme)
        self.note = Note(theme, "", "danger")
        self.fallback = Note(theme, "", "accent")
        self.error = ErrorPanel(theme)
        self.table = StatusTable()
        self.explanation = label("", "body", "text2", wrap=True)
        self.activate = Button(theme, "", "primary")
        self.deactivate = Button(theme, self.tr("Deactivate…"), "danger")
        self.set_error = Button(theme, self.tr("Set error"), "ghost")
        self.set_error.setToolTip(
            self.tr("imconnector.set.error: the line refuses messages until it is activated again")
        )
        self.activate.clicked.connect(presenter.activate)
        self.deactivate.clicked.connect(presenter.deactivate)
        self.set_error.clicked.connect(presenter.set_error)
        self._arrange()
        for signal in (presenter.changed, presenter.chosen, presenter.cell_changed):
            signal.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.badge)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.activate, self.deactivate, self.set_error):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        for part in (self.error, self.note, self.fallback, self.explanation, self.table):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _show(self) -> None:
        line, connector = self._presenter.selected_line(), self._presenter.selected()
        self.setVisible(line is not None and connector is not None)
        if line is None or connector is None:
            return
        status = self._presenter.service.status(connector.id, line.id)
        state = status.state if status is not None else LineState.UNKNOWN
        self.title.setText(self.tr("{line} ({id})").format(line=neutral(line.name), id=line.id))
        self.badge.set(look_of(state).word, _TONES[state])
        self._show_words(state, connector.origin, line_active=line.active)
        self._show_change(status)
        self._show_failure()
        self._show_buttons(state, own=connector.origin is Origin.OWN)

    def _show_words(self, state: LineState, origin: Origin, *, line_active: bool) -> None:
        flagged = state is LineState.ERROR
        self.note.setVisible(flagged)
        self.note.text.setText(
            self.tr(
                "The error flag is set, so the portal refuses customer messages with "
                "NOT_ACTIVE_LINE. Activating again clears it."
            )
        )
        texts = {
            LineState.NOT_CONNECTED: self.tr(
                "Not activated on this line. Customer messages would be refused with "
                "NOT_ACTIVE_LINE."
            ),
            LineState.HALF: self.tr("Only a part of the set-up is done. Activating completes it."),
            LineState.UNKNOWN: self.tr("The status was not read yet. Refresh reads it."),
        }
        text = texts.get(state, "")
        if not line_active and state is not LineState.UNKNOWN:
            text = self.tr(
                "The line itself is switched off in the portal: customers can write, operators "
                "cannot answer."
            )
        if origin is not Origin.OWN and state is not LineState.ERROR:
            text = self.tr("Not registered by this console, so it is only shown here.")
        self.explanation.setText(text)
        self.explanation.setVisible(bool(text))

    def _show_change(self, status: LineStatus | None) -> None:
        change = self._presenter.changes.get(self._presenter.cell)
        readings = [status] if status is not None else []
        self.fallback.setVisible(change is not None and change.fallback)
        if change is not None and change.fallback:
            self.fallback.text.setText(
                self.tr(
                    "This portal does not know imconnector.deactivate "
                    "(ERROR_METHOD_NOT_FOUND), so imconnector.activate with 0 was used instead."
                )
            )
        if change is not None and change.before is not None and status is not None:
            readings = [change.before, status]
        self.table.setVisible(bool(readings))
        self.table.show_readings(readings)

    def _show_failure(self) -> None:
        failure = self._presenter.failure()
        if failure is None:
            self.error.clear()
        else:
            self.error.show_error(explain(failure))

    def _show_buttons(self, state: LineState, *, own: bool) -> None:
        on = state.is_on
        busy = self._presenter.is_busy()
        self.activate.setText(self.tr("Activate again") if on else self.tr("Activate"))
        primary = state in (LineState.ERROR, LineState.HALF, LineState.NOT_CONNECTED)
        self.activate.set_kind("primary" if primary else "normal")
        for button in (self.activate, self.deactivate, self.set_error):
            button.setVisible(own)
            button.setEnabled(not busy)
        self.deactivate.setVisible(own and on)
        self.set_error.setVisible(own and state is LineState.WORKING)
