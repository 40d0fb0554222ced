"""A small form for a new lead or deal of a dialog. Stays open, with everything typed, until the
portal has made the record.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.dialog import Customer, Dialog
from app.domain.linked import RecordDraft, RecordKind
from app.domain.rules import is_email
from app.ui.errors import Explained
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Note, label

_WIDTH, _LONGEST, _COMMENT_HEIGHT = 480, 255, 64


class RecordForm(QDialog):
    """`submitted` when the person wants the record; `draft()` is what was typed."""

    submitted = Signal()

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        kind: RecordKind,
        dialog: Dialog,
        customer: Customer | None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self._kind = kind
        self._is_lead = kind is RecordKind.LEAD
        self.setWindowTitle(self.tr("New lead") if self._is_lead else self.tr("New deal"))
        self.setFixedWidth(_WIDTH)
        self.title_line = _line(dialog.name)
        self.title_field = FormField(theme, self.tr("Title"), self.title_line)
        self.source = QComboBox()
        self.source.addItem(self.tr("Not said"), "")
        self.source_field = FormField(theme, self.tr("Source"), self.source)
        self.name = _line(customer.full_name if customer is not None else dialog.name)
        self.phone = _line(customer.phone if customer is not None else "")
        self.email = _line(customer.email if customer is not None else "")
        self.people = [
            FormField(theme, self.tr("Customer's name"), self.name),
            FormField(theme, self.tr("Phone"), self.phone),
            FormField(theme, self.tr("E-mail"), self.email),
        ]
        self.comment = QPlainTextEdit()
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.comment.setTabChangesFocus(True)
        self.comment_field = FormField(theme, self.tr("Comment"), self.comment)
        self.note = Note(theme, self._about_key(), "accent")
        self.error = ErrorPanel(theme)
        text = self.tr("Create the lead") if self._is_lead else self.tr("Create the deal")
        self.make = Button(theme, text, "primary", "plus")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._column = QVBoxLayout(self)
        self._arrange()
        self.make.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.reject)
        self.title_line.returnPressed.connect(self.submitted)
        self.title_line.textChanged.connect(lambda: self.title_field.set_problem(""))
        self.email.textChanged.connect(lambda: self.people[-1].set_problem(""))
        self.title_line.selectAll()
        self.title_line.setFocus()

    def sizeHint(self) -> QSize:
        """As high as the wrapped texts need: Qt would measure it before it knows the width."""
        return QSize(_WIDTH, self._column.totalHeightForWidth(_WIDTH))

    def draft(self) -> RecordDraft:
        """What was typed."""
        lead = self._is_lead
        return RecordDraft(
            self._kind,
            self.title_line.text().strip(),
            str(self.source.currentData() or ""),
            self.name.text().strip() if lead else "",
            self.phone.text().strip() if lead else "",
            self.email.text().strip() if lead else "",
            self.comment.toPlainText().strip(),
        )

    def check(self) -> bool:
        """Whether the portal can be asked; says at the field what is missing or impossible."""
        titled = bool(self.title_line.text().strip())
        self.title_field.set_problem("" if titled else self.tr("The title is missing."))
        reachable = is_email(self.draft().email)
        self.people[-1].set_problem("" if reachable else self.tr("This is no e-mail address."))
        if not (titled and reachable):
            (self.email if titled else self.title_line).setFocus()
            self.resize(self.sizeHint())
        return titled and reachable

    def set_sources(self, sources: tuple[tuple[str, str], ...]) -> None:
        """What the portal's CRM offers; what was chosen stays chosen."""
        chosen = self.source.currentData()
        while self.source.count() > 1:
            self.source.removeItem(1)
        for code, name in sources:
            self.source.addItem(name, code)
        self.source.setCurrentIndex(max(0, self.source.findData(chosen)))

    def set_no_sources(self, explained: Explained) -> None:
        """The portal did not tell its sources; a record needs none."""
        why = explained.title
        told = self.tr("The portal does not tell its sources: {why}").format(why=why)
        self.source_field.set_problem(told)

    def show_error(self, explained: Explained) -> None:
        """What the portal said; everything typed stays."""
        self.note.hide()
        self.error.show_error(explained)
        self.resize(self.sizeHint())

    def set_busy(self, *, busy: bool) -> None:
        """While the portal works nothing can be sent twice."""
        if busy:
            self.error.clear()
        self.make.set_busy(busy)

    def showEvent(self, event: QShowEvent) -> None:
        """The texts know their fonts now."""
        super().showEvent(event)
        self.resize(self.sizeHint())

    def _about_key(self) -> str:
        if self._is_lead:
            return self.tr(
                "The lead gets the dialog's key as a messenger: that is what ties it to the "
                "dialog. Afterwards the lead and the chat are read again."
            )
        return self.tr(
            "A deal carries no messenger. It is made for the contact to whom the dialog is "
            "bound; without one nothing ties it to the dialog."
        )

    def _arrange(self) -> None:
        column = self._column
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(self.title_field)
        column.addWidget(self.source_field)
        name, phone, email = self.people
        contacts = QHBoxLayout()
        contacts.setSpacing(12)
        for field in (phone, email):
            contacts.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(name)
        column.addLayout(contacts)
        for field in self.people:
            field.setVisible(self._is_lead)
        column.addWidget(self.comment_field)
        column.addWidget(self.note)
        column.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.make)
        row.addWidget(self.cancel)
        column.addLayout(row)


def _line(text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setMaxLength(_LONGEST)
    return made
