"""Decides for the list of alerts: which are shown, in which words, and where each leads.

Knows no widget.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.alert_groups import Group, gathered
from app.domain.alerts import Alert, Way
from app.domain.dialog import DialogId
from app.ui.alerts.words import AlertWords, Said, place_of
from app.ui.errors import explain
from app.ui.pages import BOTS, CALLS, SIGN_IN
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

DIALOGS, CONNECTORS = "dialogs", "connectors"


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert in words. `where` is the line and the connector; `dialogs` are those of many alerts
    that are told as one, the first of which is `alert`.
    """

    alert: Alert
    said: Said
    grade: str
    tone: str
    icon: str
    where: str
    lasted: str
    dialogs: tuple[DialogId, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same row, however its words change."""
        alert = self.alert
        if self.dialogs:
            return alert.code, alert.over_at
        return alert.kind, alert.place, alert.since, alert.over_at

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
        """What lasts, the worst first; many dialogs with the same trouble in one row."""
        return tuple(self.row_of(group) for group in gathered(self._desk.alerts.active))

    def row_of(self, group: Group) -> AlertRow:
        """One alert, or many that are told as one."""
        row = self.row(group[0])
        if len(group) == 1:
            return row
        dialogs = tuple(each.dialog for each in group if each.dialog is not None)
        lines = {each.line for each in group}
        return replace(
            row,
            said=self.words.gathered(group[0], len(dialogs)),
            where=self._where(group[0]) if len(lines) == 1 else "",
            lasted=self.words.lasted(min(group, key=lambda each: each.since), datetime.now(UTC)),
            dialogs=dialogs,
        )

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
        past = gathered(await self._desk.alerts.past())
        self.past = tuple(self.row_of(group) for group in past)
        self.changed.emit()

    def way_of(self, row: AlertRow) -> tuple[str, object]:
        """The page that a row leads to; that of many alerts leads to the list of their dialogs."""
        if row.dialogs:
            return DIALOGS, ("dialogs", row.dialogs, self.words.titled(row.alert))
        return self.way(row.alert)

    def way(self, alert: Alert) -> tuple[str, object]:
        """The page that an alert leads to, and what it shows there."""
        if alert.way is Way.DIALOG and alert.dialog is not None:
            return DIALOGS, alert.dialog
        if alert.way is Way.QUEUE:
            return DIALOGS, ("dialogs", self._failed_dialogs(alert.connector), self._not_sent())
        if alert.way is Way.CONNECTORS:
            return CONNECTORS, alert.connector
        if alert.way is Way.BOTS:
            bots = self._desk.bots.book.all()
            return BOTS, next((bot.id for bot in bots if bot.name == alert.place), None)
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
