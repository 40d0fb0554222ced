"""Fourth step: who is signed in, and what will work."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui.labels import IconLabel, label
from app.ui.panels import Note
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.domain.portal import Capabilities


class ResultStep(QWidget):
    """A list of facts: a tick for what works, a warning with the reason for what does not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = label("", "page", wrap=True)
        self.note = Note(theme)
        self._facts = QGridLayout()
        self._facts.setVerticalSpacing(8)
        self._facts.setHorizontalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(self._facts)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_result(self, host: str, can: "Capabilities") -> None:
        """Say what the portal said."""
        text = self.tr("Signed in to {host} as {name}")
        self.title.setText(text.format(host=host, name=can.user.name))
        self._fact(
            can.admin,
            self.tr("Administrator: events are received"),
            self.tr("Not an administrator: no events are received"),
        )
        self._fact(
            not can.missing_scopes,
            self.tr("Every needed permission is granted"),
            self.tr("Missing permissions: {scopes}").format(scopes=", ".join(can.missing_scopes)),
        )
        self._fact(
            can.installed,
            self.tr("The application is installed"),
            self.tr("The application is not completely installed"),
        )
        self._fact(
            can.offline_extended,
            self.tr("Events are confirmed one by one"),
            self.tr("This plan does not confirm events: they are looked at, saved, then removed"),
        )
        self._say_what_works(can)

    def facts(self) -> list[str]:
        """The sentences shown."""
        rows = range(self._facts.rowCount())
        items = [self._facts.itemAtPosition(row, 1) for row in rows]
        widgets = [item.widget() for item in items if item is not None]
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    def _say_what_works(self, can: "Capabilities") -> None:
        self.note.setVisible(not can.admin or bool(can.missing_scopes))
        if not can.admin:
            self.note.text.setText(
                self.tr(
                    "Registering connectors, writing as a customer and looking at calls work. "
                    "Operators' answers do not arrive here: sign in as an administrator for that."
                )
            )
        elif can.missing_scopes:
            self.note.text.setText(
                self.tr("Tick {scopes} in the application's card and sign in again.").format(
                    scopes=", ".join(can.missing_scopes)
                )
            )

    def _fact(self, good: bool, yes: str, no: str) -> None:
        row = self._facts.rowCount()
        icon = IconLabel(
            self._theme, "check-circle" if good else "warn", "success" if good else "warning"
        )
        self._facts.addWidget(icon, row, 0)
        self._facts.addWidget(label(yes if good else no, "body", wrap=True), row, 1)
