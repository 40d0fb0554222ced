"""Asks for one person of the library."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.persona import Persona
from app.ui import prompts
from app.ui.customers.persona_list import PersonaList
from app.ui.customers.persona_model import PersonaModel
from app.ui.style import Theme
from app.ui.widgets import Button, SearchField, label

if TYPE_CHECKING:
    from app.services.desk import Desk

_SIZE = (400, 440)


class PersonaPicker(QDialog):
    """`persona` is who was chosen."""

    def __init__(self, parent: QWidget, theme: Theme, desk: "Desk", title: str) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.model = PersonaModel(desk.personas, desk.dialogs, self)
        self.search = SearchField(theme, self.tr("Search people"))
        self.search.textChanged.connect(self.model.show_words)
        self.list = PersonaList(theme, self.model, several=False)
        self.empty = label(
            self.tr("The library is empty: make people on the page Customers."),
            "body",
            "text2",
            wrap=True,
        )
        self.empty.setVisible(not desk.personas.all())
        self.confirm = Button(theme, self.tr("Choose"), "primary", "check")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.confirm.setEnabled(False)
        self._arrange(title)
        self.list.chosen.connect(lambda ids: self.confirm.setEnabled(bool(ids)))
        self.list.activated.connect(self._on_activated)
        self.confirm.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.search.setFocus()

    @property
    def persona(self) -> Persona | None:
        """The one that is marked."""
        return next(iter(self.list.personas()), None)

    def _on_activated(self, _index: QModelIndex) -> None:
        if self.persona is not None:
            self.accept()

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        column.addLayout(row)


async def pick_persona(parent: QWidget, theme: Theme, desk: "Desk", title: str) -> Persona | None:
    """Ask and wait; None when nobody was chosen."""
    picker = PersonaPicker(parent, theme, desk, title)
    return picker.persona if await prompts.show(picker) else None
