"""The right pane: everything that is known of the open dialog, to read and to copy."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.dialog import Customer, Dialog
from app.ui.dialogs.details_parts import Person, Section, Sections
from app.ui.dialogs.list_words import ListWords
from app.ui.style import Theme
from app.ui.widgets import Button, IconButton, label, line


class Details(QFrame):
    """Three tabs: customer, session and operator; records of the CRM; raw ids. Other parts of the
    page add sections of their own.
    """

    closed = Signal()
    payloads_asked = Signal()  # of the message that is chosen in the transcript

    def __init__(self, theme: Theme, words: ListWords) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self.setAutoFillBackground(True)
        self._tabs = QTabBar()
        self._stack = QStackedWidget()
        self._pages = {
            "details": Sections(self.tr("Details")),
            "crm": Sections(self.tr("CRM"), self.tr("No record of the CRM is known here.")),
            "raw": Sections(self.tr("Raw")),
        }
        self.close_button = IconButton(theme, "close", self.tr("Close the details (Ctrl+I)"))
        self.close_button.clicked.connect(self.closed)
        self.customer = Section(theme, self.tr("Customer"))
        self.session = Section(theme, self.tr("Session"))
        self.operator = Section(theme, self.tr("Operator"))
        self.raw = Section(theme, self.tr("Raw ids"))
        self._customer = Person(theme, theme.metric("avatar_details"))
        self._operator = Person(theme, theme.metric("avatar_transcript"))
        self._waiting: tuple[Dialog, Customer | None, tuple[Customer, ...]] | None = None
        self._arrange()

    def show_dialog(
        self, dialog: Dialog, customer: Customer | None, others: Sequence[Customer] = ()
    ) -> None:
        """Show everything of a dialog: now, or as soon as somebody can see it. `others` write in
        the same chat.
        """
        self._waiting = (dialog, customer, tuple(others))
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """What came while nobody looked."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._show(*waiting)

    def _show(
        self, dialog: Dialog, customer: Customer | None, others: tuple[Customer, ...]
    ) -> None:
        words, name = self._words, self._words.name(dialog)
        self._customer.show_person(name, self.tr("Customer"))
        person = customer or Customer("", "", "")
        whole = f"{person.name} {person.last_name}".strip()
        self.customer.show_rows((
            (self.tr("Name"), whole if whole != name else "", False),
            (self.tr("External id"), dialog.user, True),
            (self.tr("Chat id"), dialog.chat, True),
            (self.tr("Phone"), person.phone, False),
            (self.tr("E-mail"), person.email, False),
            (self.tr("Also write"), ", ".join(map(_named, others)), False),
        ))  # fmt: skip
        waits = words.moment(dialog.waiting_since) if dialog.waiting_since else ""
        now = words.line_now(dialog.id) or dialog.line
        came = f"{words.line(dialog.line)} ({dialog.line})"
        self.session.show_rows((
            (self.tr("State"), words.standing(dialog.state), False),
            (self.tr("Session"), str(dialog.session or ""), False),
            (self.tr("Chat"), str(dialog.portal_chat or ""), False),
            (self.tr("Line"), f"{words.line(now)} ({now})", False),
            (self.tr("Came by line"), came if now != dialog.line else "", False),
            (self.tr("Connector"), dialog.connector, True),
            (self.tr("Messages"), str(dialog.count - dialog.first), False),
            (self.tr("Waiting since"), waits, False),
        ))  # fmt: skip
        nobody = "" if dialog.operator else self.tr("Nobody has taken the dialog")
        self._operator.show_person(dialog.operator)
        self.operator.show_rows(((self.tr("Name"), nobody, False),))
        key = f"{dialog.connector}|{dialog.line}|{dialog.chat}|{dialog.user}"
        self.raw.show_rows((
            (self.tr("Key"), key, True),
            (self.tr("Journal row"), str(dialog.id), True),
        ))  # fmt: skip

    def add_section(self, section: QWidget, tab: str = "details") -> None:
        """Put a section at the end of a tab: details, crm or raw. A hidden one takes no room."""
        self._pages[tab].add(section)

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex(list(self._pages).index(tab))

    def show_section(self, section: QWidget, tab: str = "details") -> None:
        """Bring a section into view."""
        self.show_tab(tab)
        self._pages[tab].ensureWidgetVisible(section, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and a line at the left where it lies over the transcript."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("bg1"))
            if not isinstance(self.parentWidget(), QSplitter):
                painter.fillRect(0, 0, 1, self.height(), self._theme.colour("border"))

    def _payloads(self) -> QWidget:
        """What most people look for in this tab stands behind each message."""
        told = self.tr("What the portal sent, and what was sent to it, for the chosen message.")
        button = Button(self._theme, self.tr("Payloads… (F8)"), icon="list")
        button.clicked.connect(self.payloads_asked)
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Payloads"), "strong"))
        column.addWidget(label(told, "small", "text2", wrap=True))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _arrange(self) -> None:
        self.customer.add_head(self._customer)
        self.operator.add_head(self._operator)
        for section in (self.customer, self.session, self.operator):
            self.add_section(section)
        self.add_section(self.raw, "raw")
        self.add_section(self._payloads(), "raw")
        self._tabs.setAccessibleName(self.tr("Details"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        for page in self._pages.values():
            self._tabs.addTab(page.accessibleName())
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(16, 3, 8, 0)
        head.addWidget(self._tabs, 1)
        head.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line())
        whole.addWidget(self._stack, 1)


def _named(customer: Customer) -> str:
    return f"{customer.full_name} ({customer.id})"
