"""What the portal tells beside the settings that are edited here, as it came; and what cannot be
changed by a call at all.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.style import Theme
from app.ui.widgets import Button, label

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_LONGEST = 2000


class OtherTab(QWidget):
    """A table to read and to copy from. Saving never touches these fields."""

    def __init__(self, theme: Theme, presenter: "LinesPresenter") -> None:
        super().__init__()
        self._presenter = presenter
        self.note = label(
            self.tr(
                "These fields are shown as the portal sent them and stay as they are when you "
                "save. Access rights, quick answers, the content of forms and the site's widget "
                "are no settings that a call could change: change them in Bitrix24."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self.open = Button(theme, self.tr("Open in Bitrix24"), "link", "external")
        self.open.clicked.connect(presenter.open_page)
        self.table = QTableWidget(0, 2)
        self._dress(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        presenter.draft_changed.connect(self.show_fields)
        presenter.chosen.connect(self.show_fields)
        self._shown: object = None
        self.show_fields()

    def show_fields(self) -> None:
        """Every field that is not edited here."""
        line = self._presenter.selected()
        if line is None or self._shown == (line.id, line.other):
            return
        self._shown = (line.id, line.other)
        self.table.setRowCount(len(line.other))
        for place, (name, text) in enumerate(sorted(line.other.items())):
            self.table.setItem(place, 0, QTableWidgetItem(name))
            self.table.setItem(place, 1, QTableWidgetItem(text[:_LONGEST]))

    def _dress(self, theme: Theme) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Other fields"))
        table.setHorizontalHeaderLabels([self.tr("Field"), self.tr("As sent")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setFont(theme.font("mono"))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
