"""A section of the details: the records of the CRM to which the open dialog is bound."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dialog import Dialog
from app.domain.links import neutral
from app.services.crm_links import CrmLink, CrmRecord
from app.ui.dialogs.list_words import ListWords
from app.ui.errors import Explained
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconButton, IconLabel, label
from app.ui.wrapping import breakable


class CrmSection(QWidget):
    """Says also what is not known, and why."""

    opened = Signal(str)  # the address of a record
    asked = Signal()

    def __init__(self, theme: Theme, words: ListWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.refresh = IconButton(theme, "refresh", self.tr("Ask the portal for the CRM's records"))
        self.refresh.clicked.connect(self.asked)
        self.told = label("", "small", "text2", wrap=True)
        self.problem = label("", "small", "danger", wrap=True)
        self.links: list[IconButton] = []
        self.titles: list[str] = []
        self._shown: tuple[CrmRecord, ...] = ()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("CRM"), "strong"), 1)
        head.addWidget(self.refresh)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.told)
        column.addWidget(self.problem)

    def show_link(
        self, dialog: Dialog, link: CrmLink | None, problem: Explained | None, *, busy: bool
    ) -> None:
        """What is known of a dialog, and what went wrong when the portal was asked."""
        self._show_records(link.records if link is not None else ())
        self.told.setText(self._standing(dialog, link, busy=busy))
        self.told.setVisible(bool(self.told.text()))
        said = (problem.title, problem.advice or problem.text, problem.code) if problem else ()
        self.problem.setText(breakable("\n".join(filter(None, said))))
        self.problem.setVisible(problem is not None)
        self.refresh.setEnabled(dialog.portal_chat is not None and not busy)

    def _standing(self, dialog: Dialog, link: CrmLink | None, *, busy: bool) -> str:
        if dialog.portal_chat is None:
            return self.tr("The portal has no chat for this dialog yet.")
        if link is None:
            return self.tr("Asking the portal …") if busy else self.tr("Not asked yet.")
        at = self._words.moment(link.read_at)
        if link.records:
            return self.tr("As the portal said on {time}.").format(time=at)
        return self.tr("Not linked to any record. As the portal said on {time}.").format(time=at)

    def _show_records(self, records: tuple[CrmRecord, ...]) -> None:
        if records == self._shown:
            return
        self._shown, self.links, self.titles = records, [], []
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        before: QWidget = self.refresh
        for record in records:
            self._rows.addWidget(self._row(record))
        for link in self.links:
            self.setTabOrder(before, link)
            before = link

    def _row(self, record: CrmRecord) -> QWidget:
        title = self._title(record)
        self.titles.append(title)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel(self._theme, "tag"))
        line.addWidget(ElidedLabel(title, "strong"), 1)
        if record.url:
            name = self.tr("Open {record} at the portal").format(record=title)
            link = IconButton(self._theme, "external", name, "accent")
            link.clicked.connect(lambda: self.opened.emit(record.url))
            self.links.append(link)
            line.addWidget(link)
        return row

    def _title(self, record: CrmRecord) -> str:
        kind = {
            "LEAD": self.tr("Lead"),
            "DEAL": self.tr("Deal"),
            "CONTACT": self.tr("Contact"),
            "COMPANY": self.tr("Company"),
        }.get(record.kind, neutral(record.kind))
        return f"{kind} {record.id}"
