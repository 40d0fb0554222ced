"""Decides for the list of alerts: which are shown, in which words, and where each leads.

Knows no widget.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.alerts import Alert, Way
from app.ui.alerts.words import AlertWords, Said, place_of
from app.ui.errors import explain
from app.ui.pages import CALLS, SIGN_IN
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

#: So many alerts are listed.
MOST = 100
DIALOGS, CONNECTORS = "dialogs", "connectors"


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert in words. `where` is the line and the connector."""

    alert: Alert
    said: Said
    grade: str
    tone: str
    icon: str
    where: str
    lasted: str

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        parts = (self.grade, self.said.title, self.where, self.lasted, self.said.advice)
        return ", ".join(part for part in parts if part)


class AlertsPresenter(QObject):
    """`changed` when there is something else to show."""

    changed = Signal()
    failed = Signal(object)  # Explained

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.words = AlertWords(self)
        self.past: tuple[AlertRow, ...] = ()
        self._desk = desk
        self.tasks.failed.connect(lambda _, error: self.failed.emit(explain(error)))
        self.destroyed.connect(desk.alerts.changed.connect(lambda _: self.changed.emit()))

    def now(self) -> tuple[AlertRow, ...]:
        """What lasts, the worst first: so much of it as somebody can look at."""
        return tuple(self.row(each) for each in self._desk.alerts.active[:MOST])

    @property
    def hidden(self) -> int:
        """How many more last."""
        return max(0, len(self._desk.alerts.active) - MOST)

    def row(self, alert: Alert) -> AlertRow:
        """An alert in words."""
        dialog = None if alert.dialog is None else self._desk.dialogs.get(alert.dialog)
        words, place = self.words, place_of(alert, "" if dialog is None else dialog.name)
        said = words.said(alert, place or self.tr("A customer"))
        lasted = words.lasted(alert, datetime.now(UTC))
        look = (words.grade(alert), words.tone(alert), words.icon(alert))
        return AlertRow(alert, said, *look, self._where(alert), lasted)

    def read_past(self) -> None:
        """What is over, from the journal."""
        self.tasks.start("past", self._read_past)

    async def _read_past(self) -> None:
        self.past = tuple(self.row(each) for each in await self._desk.alerts.past(MOST))
        self.changed.emit()

    def way(self, alert: Alert) -> tuple[str, object]:
        """The page that an alert leads to, and what it shows there."""
        if alert.way is Way.DIALOG and alert.dialog is not None:
            return DIALOGS, alert.dialog
        if alert.way is Way.QUEUE:
            return DIALOGS, ("dialogs", self._failed_dialogs(alert.connector), self._not_sent())
        if alert.way is Way.CONNECTORS:
            return CONNECTORS, alert.connector
        if alert.way is Way.CALLS:
            return CALLS, alert.place or None
        return (SIGN_IN, None) if alert.way is Way.SIGN_IN else (CONNECTORS, ("doctor",))

    def _where(self, alert: Alert) -> str:
        line = self._desk.lines.get(alert.line) if alert.line else None
        name = line.name if line is not None else ""
        if alert.line and not name:
            name = self.tr("Line {id}").format(id=alert.line)
        return " · ".join(part for part in (name, alert.connector) if part)

    def _failed_dialogs(self, connector: str) -> tuple[int, ...]:
        return self._desk.alerts.failed_dialogs(connector)

    def _not_sent(self) -> str:
        return self.tr("messages that did not arrive")
