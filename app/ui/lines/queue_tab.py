"""Who gets the dialogs of a line, in which order, and how they are given out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from app.domain.line import QUEUE, Entity, EntityKind
from app.domain.line_fields import Section
from app.domain.links import neutral
from app.ui.errors import explain
from app.ui.lines.queue_delegate import QueueDelegate
from app.ui.lines.queue_model import QueueModel
from app.ui.lines.section_tab import SectionTab
from app.ui.style import Theme, dress
from app.ui.widgets import Button, ErrorPanel, IconButton, Note, SearchField, label, line

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_LOOK_AFTER = 250  # milliseconds without a key
_ROWS, _FOUND, _FOUND_HEIGHT = 5, 4, 28


class QueueTab(SectionTab):
    """The operators above, the settings of distribution below."""

    def __init__(self, theme: Theme, presenter: "LinesPresenter") -> None:
        self.model = QueueModel(presenter)
        self.list = self._made_list(theme)
        self.title = label("", "strong")
        self.empty = Note(theme, "", "danger")
        self.inexact = Note(theme, "", "warning")
        add = QCoreApplication.translate("QueueTab", "Add an employee: name or position")
        self.search, self.found, self.box = SearchField(theme, add), QListWidget(), QFrame()
        self.problem = ErrorPanel(theme)
        self.up = IconButton(theme, "chevron-up", "")
        self.down = IconButton(theme, "chevron-down", "")
        self.remove = Button(theme, "", icon="minus")
        super().__init__(theme, presenter, Section.QUEUE)
        self.model.setParent(self)
        self._say()
        self._waiting = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._waiting.timeout.connect(self._look)
        self._wire()
        self.show_draft()

    def reveal(self, name: str) -> None:
        """The queue itself is no field of the form."""
        if name == QUEUE:
            self.ensureWidgetVisible(self.list)
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reveal(name)

    def show_draft(self) -> None:
        """The entries too."""
        super().show_draft()
        draft = self._presenter.draft()
        if draft is None:
            return
        place = self.list.currentIndex().row()
        self.model.update()
        count = self.model.rowCount()
        if 0 <= place < count and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(place))
        changed = QUEUE in draft.changed()
        title = self.tr("Operators: {count}").format(count=count)
        self.title.setText(f"{title} •" if changed else title)
        dress(self.title, tone="accent" if changed else "")
        self.empty.setVisible(count == 0)
        self.list.setVisible(count > 0)
        self.inexact.setVisible(not draft.base.queue.exact)
        height = min(max(count, 1), _ROWS) * 36 + 2
        self.list.setFixedHeight(height)
        self._show_buttons()

    def _arrange(self) -> None:
        """Operators first."""
        super()._arrange()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        top = QVBoxLayout()
        top.setSpacing(8)
        top.addLayout(head)
        self.box.setProperty("card", "true")
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.found)
        for part in (self.empty, self.list, self.inexact, self.search, self.box, self.problem):
            top.addWidget(part)
        top.addSpacing(4)
        top.addWidget(line())
        self.column.insertLayout(0, top)

    def _made_list(self, theme: Theme) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(QueueDelegate(theme, self.model, view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _say(self) -> None:
        self.list.setAccessibleName(self.tr("Queue of operators"))
        self.found.setAccessibleName(self.tr("Employees found"))
        self.up.set_name(self.tr("Move up"))
        self.down.set_name(self.tr("Move down"))
        self.remove.setText(self.tr("Remove"))
        self.empty.text.setText(self.tr("Nobody gets the dialogs of this line. Add an operator."))
        self.inexact.text.setText(
            self.tr(
                "This portal does not tell which departments stand in the queue. Saving a changed "
                "queue would replace them by the people of today."
            )
        )

    def _wire(self) -> None:
        self.box.hide()
        self.search.textChanged.connect(lambda _: self._waiting.start())
        self.search.returnPressed.connect(self._on_return)
        self.found.itemActivated.connect(self._add)
        self.found.itemClicked.connect(self._add)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.list.selectionModel().currentChanged.connect(self._show_buttons)
        self._presenter.people_found.connect(self._show_found)
        self._presenter.chosen.connect(self._forget_search)
        self._presenter.changed.connect(self.model.update)
        for keys, slot in (
            (QKeySequence.StandardKey.Delete, self._remove),
            (QKeySequence("Alt+Up"), lambda: self._move(-1)),
            (QKeySequence("Alt+Down"), lambda: self._move(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _look(self) -> None:
        if self.search.text().strip():
            self._presenter.find_people(self.search.text())
        else:
            self._forget_found()

    def _on_return(self) -> None:
        """Enter takes the only one found, or goes to the list of those found."""
        if self.box.isVisible() and self.found.count() == 1:
            self._add(self.found.item(0))
        elif self.box.isVisible() and self.found.count():
            self.found.setCurrentRow(0)
            self.found.setFocus()
        else:
            self._look()

    def _show_found(self) -> None:
        if not self.search.text().strip():
            self._forget_found()
            return
        error = self._presenter.people_problem
        if error is not None:
            self.problem.show_error(explain(error))
        else:
            self.problem.clear()
        inside = {each.id for each in self._presenter.queue() if each.kind is EntityKind.USER}
        self.found.clear()
        for each in self._presenter.found:
            if each.id not in inside:
                about = f"{each.name} · {each.position}" if each.position else each.name
                item = QListWidgetItem(neutral(about))
                item.setData(Qt.ItemDataRole.UserRole, str(each.id))
                self.found.addItem(item)
        nobody = not self.found.count() and error is None
        if nobody:
            item = QListWidgetItem(self.tr("Nobody else was found."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(item)
        for place in range(self.found.count()):
            self.found.item(place).setSizeHint(QSize(0, _FOUND_HEIGHT))
        self.found.setFixedHeight(min(self.found.count(), _FOUND) * _FOUND_HEIGHT + 2)
        self.box.setVisible(error is None)

    def _add(self, item: QListWidgetItem) -> None:
        user = item.data(Qt.ItemDataRole.UserRole)
        if not user or self._presenter.session.profile.read_only:
            return
        self._presenter.set(QUEUE, (*self._presenter.queue(), Entity(EntityKind.USER, int(user))))
        self._forget_search()
        self.search.setFocus()

    def _forget_search(self) -> None:
        self.search.clear()
        self._forget_found()

    def _forget_found(self) -> None:
        self.box.hide()
        self.problem.clear()

    def _move(self, step: int) -> None:
        place, queue = self.list.currentIndex().row(), list(self._presenter.queue())
        if self._is_locked() or not (0 <= place < len(queue) and 0 <= place + step < len(queue)):
            return
        queue.insert(place + step, queue.pop(place))
        self._presenter.set(QUEUE, tuple(queue))
        self.list.setCurrentIndex(self.model.index(place + step))

    def _remove(self) -> None:
        place, queue = self.list.currentIndex().row(), list(self._presenter.queue())
        if self._is_locked() or not 0 <= place < len(queue):
            return
        del queue[place]
        self._presenter.set(QUEUE, tuple(queue))
        if queue:
            self.list.setCurrentIndex(self.model.index(min(place, len(queue) - 1)))

    def _is_locked(self) -> bool:
        return self._presenter.session.profile.read_only

    def _show_buttons(self, _current: QModelIndex | None = None) -> None:
        place, count = self.list.currentIndex().row(), self.model.rowCount()
        open_ = not self._is_locked()
        self.up.setEnabled(open_ and place > 0)
        self.down.setEnabled(open_ and 0 <= place < count - 1)
        self.remove.setEnabled(open_ and 0 <= place < count)
        self.search.setEnabled(open_)
