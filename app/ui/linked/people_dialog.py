"""Chooses an employee: type a few letters, take one. Ten thousand of them come page by page."""

from collections.abc import Container

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.line import Employee
from app.domain.links import neutral
from app.ui.dialogs.avatars import paint_avatar
from app.ui.errors import explain
from app.ui.linked.people_model import Find, PeopleModel
from app.ui.model_rows import ROW
from app.ui.row_painting import draw_text, paint_ground, paint_ring
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Button, ErrorPanel, SearchField, label

_WIDTH, _HEIGHT, _ROW, _FACE, _PAUSE = 440, 520, 48, 28, 250


class PersonDelegate(QStyledItemDelegate):
    """Initials, name, position, presence in words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # type: ignore[override]
        """Two lines."""
        return QSize(0, _ROW)

    def paint(  # type: ignore[override]
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Draw one person."""
        person = index.data(ROW)
        if not isinstance(person, Employee):
            return
        theme, rect = self._theme, option.rect
        paint_ground(painter, option, theme, bar=False)
        paint_ring(painter, option, theme)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(rect.left() + 12, rect.top() + (_ROW - _FACE) / 2, _FACE, _FACE)
        paint_avatar(painter, theme, person.name, face, "caption")
        left, width = rect.left() + 12 + _FACE + 10, rect.width() - 12 - _FACE - 22
        inside = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text3" if inside else "text1"))
        draw_text(painter, QRect(left, rect.top() + 5, width, 20), neutral(person.name))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3" if inside else "text2"))
        about = self._about(person, inside=inside)
        draw_text(painter, QRect(left, rect.top() + 24, width, 18), about)
        painter.restore()

    def _about(self, person: Employee, *, inside: bool) -> str:
        parts = [self.tr("in the chat already") if inside else "", neutral(person.position)]
        if person.online is not None:
            parts.append(self.tr("online") if person.online else self.tr("offline"))
        return " · ".join(filter(None, parts)) or f"#{person.id}"


class PeopleDialog(QDialog):
    """`chosen` brings an `Employee`; the window closes with it."""

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        find: Find,
        title: str,
        inside: Container[int] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        self._tasks = Tasks(self)
        self.search = SearchField(theme, self.tr("Name, position or department"))
        self.model = PeopleModel(find, self._tasks, self, inside)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PersonDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Employees"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = label("", "small", "text2", wrap=True)
        self.error = ErrorPanel(theme, self.tr("Try again"))
        self.take = Button(theme, title, "primary", "check")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self._wire()
        self._begin()

    async def leave(self) -> None:
        """End the search, then the window."""
        await self._tasks.close()
        self.deleteLater()

    def _begin(self) -> None:
        self.error.clear()
        self.model.search(self.search.text())
        self._show()

    def _take(self) -> None:
        person = self.model.person(self.list.currentIndex())
        if person is not None:
            self.chosen.emit(person)
            self.accept()

    def _on_found(self) -> None:
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.first())
        self._show()

    def _on_failed(self, _name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.model.stop()
            self.error.show_error(explain(error))
            self._show()

    def _show(self) -> None:
        count, total = self.model.rowCount(), self.model.total
        text = ""
        if self.model.busy and not count:
            text = self.tr("Asking the portal …")
        elif not count and self.error.isHidden():
            text = self.tr("No employee has these words.")
        elif total is not None and total > count:
            text = self.tr("{shown} of {total}; the others come as you scroll.")
            text = text.format(shown=count, total=total)
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.take.setEnabled(self.model.person(self.list.currentIndex()) is not None)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        for part in (self.search, self.told, self.error):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.search.setFocus()

    def _wire(self) -> None:
        self._pause.timeout.connect(self._begin)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._take)
        self.list.activated.connect(lambda _index: self._take())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.model.found.connect(self._on_found)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.busy_changed.connect(lambda *_: self._show())
        self.error.action.connect(self._begin)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
