"""How a file gets an address that the portal can fetch: honest about who uploads what to whom.

The sandbox takes a file of this machine and serves it here. A real portal downloads from a public
address without signing in; the person gives that address, and nothing is uploaded.
"""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.dialog import Attachment
from app.domain.rules import check_address
from app.services.shelf import kind_of
from app.ui.customers.field_words import FieldWords
from app.ui.style import Theme
from app.ui.widgets import Button, FormField, Note, label

_WIDTH = 520
_LONGEST_NAME = 50


class AttachDialog(QDialog):
    """`attachment` once an address was confirmed; `file_chosen` when the sandbox shall have one."""

    file_chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget, theme: Theme, *, takes_files: bool) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Attach a file"))
        self.setMinimumWidth(_WIDTH)
        self.attachment: Attachment | None = None
        self._takes_files = takes_files
        self.choose = Button(theme, self.tr("Choose a file…"), "primary", "clip")
        self.url, self.name = QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://")
        self.url_field = FormField(theme, self.tr("Public address"), self.url)
        name_hint = self.tr("The portal keeps the last 50 characters")
        self.name_field = FormField(theme, self.tr("Name of the file"), self.name, name_hint)
        self.note = Note(theme, self._explanation(), "accent")
        kind = "normal" if takes_files else "primary"
        self.confirm = Button(theme, self.tr("Attach this address"), kind, "link")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._arrange()
        self._wire()
        (self.choose if takes_files else self.url).setFocus()

    def submit(self) -> None:
        """Take the address, or say what is wrong with it."""
        if self._check():
            name = self.name.text().strip() or name_of(self.url.text())
            self.attachment = Attachment(name, self.url.text().strip(), kind_of(name))
            self.accept()
        else:
            self.url.setFocus()

    def _check(self) -> bool:
        typed = self.url.text().strip()
        wrong = check_address("url", typed)
        if not typed:
            self.url_field.set_problem(self.tr("The address is missing."))
        elif wrong:
            repair = self.tr("Use {value}").format(value=wrong[0].hint) if wrong[0].hint else ""
            self.url_field.set_problem(FieldWords().problem(wrong[0].code), repair)
            self.url_field.setProperty("repair", wrong[0].hint)
        else:
            self.url_field.set_problem("")
        return bool(typed) and not wrong

    def _repair(self) -> None:
        self.url.setText(str(self.url_field.property("repair")))
        self._check()

    def _choose(self) -> None:
        picker = QFileDialog(self, self.tr("Choose a file"))
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        picker.fileSelected.connect(self._on_file)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _on_file(self, path: str) -> None:
        self.file_chosen.emit(Path(path))
        self.accept()

    def _explanation(self) -> str:
        if self._takes_files:
            return self.tr(
                "This portal is a sandbox: it takes a file of up to 10 MB and serves it on this "
                "machine only. A real portal takes none: it downloads from a public address."
            )
        return self.tr(
            "Bitrix24 downloads files itself, without signing in, from an address that everybody "
            "can open. This program uploads nothing anywhere: put the file where it is public, and "
            "give its address here. A file that cannot be fetched is dropped without a word."
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Attach a file"), "title"))
        column.addWidget(self.note)
        column.addWidget(self.choose)
        self.choose.setVisible(self._takes_files)
        for field in (self.url_field, self.name_field):
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        column.addLayout(row)

    def _wire(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.confirm.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        self.url.returnPressed.connect(self.submit)
        self.name.returnPressed.connect(self.submit)
        self.url.textEdited.connect(lambda _: self.url_field.set_problem(""))
        self.url_field.repaired.connect(self._repair)


def name_of(url: str) -> str:
    """The name that an address ends in, as long as the portal keeps names."""
    path = unquote(urlsplit(url.strip()).path)
    return PurePosixPath(path).name[-_LONGEST_NAME:] or "file"
