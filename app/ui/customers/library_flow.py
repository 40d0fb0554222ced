"""What is asked about the library in windows of their own: deleting, importing, exporting."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.ui import prompts
from app.ui.customers.field_words import FieldWords

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.customers.page import CustomersPage

#: Rows of a file that are named when they were left out.
_NAMED = 3


class LibraryFlow(QObject):
    """Belongs to the Customers page; `tell` says what came of it."""

    def __init__(self, page: "CustomersPage", desk: "Desk", tell: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._desk, self._tell = page, desk, tell
        self._presenter = presenter = page.presenter
        page.panel.remove_asked.connect(lambda: presenter.tasks.start("ask", self._remove))
        page.panel.import_asked.connect(self.ask_import)
        page.panel.export_asked.connect(self.ask_export)
        presenter.brought.connect(self._on_brought)
        presenter.exported.connect(self._on_exported)

    def ask_import(self) -> None:
        """Which file shall be read?"""
        picker = self._picker(self.tr("Import people"), QFileDialog.FileMode.ExistingFile)
        picker.fileSelected.connect(lambda path: self._presenter.bring(Path(path)))
        picker.open()

    def ask_export(self) -> None:
        """To which file? Those chosen are written, or everybody."""
        picker = self._picker(self.tr("Export people"), QFileDialog.FileMode.AnyFile)
        picker.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        picker.setDefaultSuffix("csv")
        personas = self._page.panel.list.personas() or self._desk.personas.all()
        picker.fileSelected.connect(lambda path: self._presenter.export(Path(path), personas))
        picker.open()

    async def _remove(self) -> None:
        ids = self._page.panel.list.ids()
        title = self.tr("Delete %n person(s) from the library?", "", len(ids))
        text = self.tr("Their dialogs stay, here and at the portal.")
        if ids and await prompts.ask(self._page, title, text, self.tr("Delete"), danger=True):
            self._presenter.remove(ids)

    def _picker(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        picker = QFileDialog(self._page, title)
        picker.setFileMode(mode)
        picker.setNameFilters([self.tr("Tables (*.csv)"), self.tr("JSON files (*.json)")])
        picker.finished.connect(picker.deleteLater)
        return picker

    def _on_brought(self, count: int, wrong: tuple[tuple[int, object], ...]) -> None:
        words = [self.tr("%n person(s) taken over.", "", count)]
        if wrong:
            words.append(self.tr("%n row(s) left out:", "", len(wrong)))
        for number, problem in wrong[:_NAMED]:
            why = FieldWords().problem(getattr(problem, "code", ""))
            words.append(self.tr("Row {number}: {why}").format(number=number, why=why))
        self._tell(" ".join(words))

    def _on_exported(self, path: str, count: int) -> None:
        words = self.tr("%n person(s) written to {path}", "", count)
        self._tell(words.format(path=path))
