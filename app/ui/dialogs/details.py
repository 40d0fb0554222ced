"""The right pane: everything that is known of the open dialog, to read and to copy."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.dialog import Customer, Dialog
from app.domain.links import neutral
from app.ui.dialogs.avatars import paint_avatar
from app.ui.dialogs.list_words import ListWords
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconButton, label, line

_LABEL_WIDTH = 88


class Avatar(QWidget):
    """Initials on a disc. The name stands beside it."""

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__()
        self._theme, self._name = theme, ""
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Somebody else."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "title" if self.width() > 40 else "caption"
        paint_avatar(painter, self._theme, self._name, QRectF(self.rect()), role)


class Value(QTextEdit):
    """A value to select and copy: as high as its lines, broken inside a word where it has to be.

    No label: one breaks only between words and makes the whole pane as wide as its longest.
    """

    def __init__(self, theme: Theme, name: str, text: str, role: str) -> None:
        super().__init__()
        self.setProperty("flat", "true")
        self.setFont(theme.font(role))
        self.setPlainText(text)
        self.setAccessibleName(f"{name}: {text}")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()))


class Section(QWidget):
    """A heading and rows of name and value; empty values are left out."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(label(title, "strong"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self._shown: tuple[tuple[str, str, bool], ...] = ()

    def add_head(self, head: QHBoxLayout) -> None:
        """Something between heading and rows."""
        self._column.insertLayout(1, head)

    def show_rows(self, rows: tuple[tuple[str, str, bool], ...]) -> None:
        """Rows of name, value, and whether the value is an id in the fixed font."""
        rows = tuple(row for row in rows if row[1])
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, (name, value, mono) in enumerate(rows):
            shown = Value(self._theme, name, neutral(value), "mono" if mono else "body")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(name, "body", "text2", wrap=True), place, 0, top)
            self._grid.addWidget(shown, place, 1, top)


class Details(QFrame):
    """Customer, session, operator, raw ids."""

    closed = Signal()

    def __init__(self, theme: Theme, words: ListWords) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self.setAutoFillBackground(True)
        self.close_button = IconButton(theme, "close", self.tr("Close the details (Ctrl+I)"))
        self.close_button.clicked.connect(self.closed)
        self.customer = Section(theme, self.tr("Customer"))
        self.session = Section(theme, self.tr("Session"))
        self.operator = Section(theme, self.tr("Operator"))
        self.raw = Section(theme, self.tr("Raw ids"))
        self._avatar = Avatar(theme, theme.metric("avatar_details"))
        self._name = ElidedLabel("", "strong")
        self._arrange()

    def show_dialog(self, dialog: Dialog, customer: Customer | None) -> None:
        """Show everything of a dialog."""
        words, name = self._words, self._words.name(dialog)
        self._avatar.set_name(name)
        self._name.setText(name)
        person = customer or Customer("", "", "")
        whole = f"{person.name} {person.last_name}".strip()
        self.customer.show_rows((
            (self.tr("Name"), whole if whole != name else "", False),
            (self.tr("External id"), dialog.user, True),
            (self.tr("Chat id"), dialog.chat, True),
            (self.tr("Phone"), person.phone, False),
            (self.tr("E-mail"), person.email, False),
        ))  # fmt: skip
        waits = words.moment(dialog.waiting_since) if dialog.waiting_since else ""
        self.session.show_rows((
            (self.tr("State"), words.standing(dialog), False),
            (self.tr("Session"), str(dialog.session or ""), False),
            (self.tr("Chat"), str(dialog.portal_chat or ""), False),
            (self.tr("Line"), f"{words.line(dialog.line)} ({dialog.line})", False),
            (self.tr("Connector"), dialog.connector, True),
            (self.tr("Messages"), str(dialog.count), False),
            (self.tr("Waiting since"), waits, False),
        ))  # fmt: skip
        nobody = self.tr("Nobody has taken the dialog")
        self.operator.show_rows(((self.tr("Name"), dialog.operator or nobody, False),))
        key = f"{dialog.connector}|{dialog.line}|{dialog.chat}|{dialog.user}"
        self.raw.show_rows((
            (self.tr("Key"), key, True),
            (self.tr("Journal row"), str(dialog.id), True),
        ))  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and a line at the left where it lies over the transcript."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bg1"))
        if not isinstance(self.parentWidget(), QSplitter):
            painter.fillRect(0, 0, 1, self.height(), self._theme.colour("border"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.addWidget(label(self.tr("Details"), "strong"), 1)
        head.addWidget(self.close_button)
        who = QHBoxLayout()
        who.setSpacing(12)
        who.addWidget(self._avatar)
        who.addWidget(self._name, 1)
        self.customer.add_head(who)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self.customer, self.session, self.operator, self.raw):
            column.addWidget(section)
            column.addWidget(line())
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Details"))
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addWidget(area, 1)
