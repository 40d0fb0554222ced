"""The left side: search, New, the list of people, and what is done to those who are chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.ui.customers.persona_list import PersonaList
from app.ui.customers.persona_model import PersonaModel
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconButton, SearchField, line

if TYPE_CHECKING:
    from app.services.desk import Desk

#: How many people are invented at once.
_INVENTED = 10


class LibraryPanel(QWidget):
    """Asks for everything by signals."""

    new_asked = Signal()
    duplicate_asked = Signal()
    remove_asked = Signal()
    invent_asked = Signal(int, str)  # how many, language
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.model = PersonaModel(desk.personas, desk.dialogs, self)
        self.search = SearchField(theme, self.tr("Search people"), brief=self.tr("Search"))
        self.search.textChanged.connect(self.model.show_words)
        self.new = Button(theme, self.tr("New"), icon="plus")
        self.list = PersonaList(theme, self.model)
        self.chosen = ElidedLabel("", "small", "text2")
        self.duplicate = IconButton(theme, "copy", self.tr("Duplicate those chosen"))
        self.remove = IconButton(theme, "trash", self.tr("Delete those chosen (Del)"))
        self.more = IconButton(theme, "more", self.tr("Invent, import, export"))
        self._arrange()
        self._wire()
        self._show_chosen(())

    def open_menu(self) -> None:
        """What is done with the library as a whole."""
        menu = QMenu(self)
        entries = (
            (self.tr("Invent 10 people, English"), "user", lambda: self._invent("en")),
            (self.tr("Invent 10 people, Russian"), "user", lambda: self._invent("ru")),
            (self.tr("Import CSV or JSON…"), "download", self.import_asked.emit),
            (self.tr("Export CSV or JSON…"), "external", self.export_asked.emit),
        )
        for text, icon, run in entries:
            action = QAction(self._theme.icon(icon), text, menu)
            action.triggered.connect(run)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _invent(self, language: str) -> None:
        self.invent_asked.emit(_INVENTED, language)

    def _show_chosen(self, ids: tuple[str, ...]) -> None:
        words = self.tr("%n person(s) chosen", "", len(ids))
        self.chosen.setText(words if ids else self.tr("Nobody chosen"))
        for button in (self.duplicate, self.remove):
            button.setEnabled(bool(ids))

    def _arrange(self) -> None:
        self.list.setMinimumWidth(200)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.new)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 12, 6)
        foot.setSpacing(4)
        foot.addWidget(self.chosen, 1)
        for button in (self.duplicate, self.remove, self.more):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        column.addWidget(line())
        column.addLayout(foot)

    def _wire(self) -> None:
        self.new.clicked.connect(self.new_asked)
        self.duplicate.clicked.connect(self.duplicate_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.more.clicked.connect(self.open_menu)
        self.list.chosen.connect(self._show_chosen)
        delete = QShortcut(QKeySequence("Del"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_delete)

    def _on_delete(self) -> None:
        if self.list.ids():
            self.remove_asked.emit()
