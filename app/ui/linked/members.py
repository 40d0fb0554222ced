"""A section of the details: who sits in the chat, on whose side, and whether they are there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.linked import Member, Role
from app.domain.links import neutral
from app.services.participants import Present
from app.ui.dialogs.details_parts import Person
from app.ui.emptying import take_all
from app.ui.linked.words import LinkedWords
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ErrorPanel, IconButton, label

#: People that get a row; the others are counted.
_MOST = 50


class Members(QWidget):
    """It only shows. `remove_asked` brings a `Member`, `opened` the number of an employee."""

    asked = Signal()
    add_asked = Signal()
    remove_asked = Signal(object)
    opened = Signal(object)
    chat_opened = Signal()
    looked_at = Signal()  # it was hidden, and somebody sees it now

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._words = theme, LinkedWords(self)
        self.refresh = IconButton(theme, "refresh", self.tr("Ask the portal for the people"))
        self.chat = IconButton(theme, "external", self.tr("Open the chat at the portal"), "accent")
        self.add = Button(theme, self.tr("Add somebody…"), icon="plus")
        self.told = label("", "small", "text2", wrap=True)
        self.error = ErrorPanel(theme, dismissable=True)
        self.names: list[str] = []
        self.removers: list[IconButton] = []
        self._shown: tuple[Member, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._arrange()
        self.refresh.clicked.connect(self.asked)
        self.chat.clicked.connect(self.chat_opened)
        self.add.clicked.connect(self.add_asked)

    def show_people(
        self, present: Present | None, *, has_chat: bool, locked: bool, busy: bool
    ) -> None:
        """What is known; without a chat there is nobody."""
        members = present.members if present is not None else ()
        self._show_rows(members, may_change=not (locked or busy))
        self.told.setText(self._standing(present, has_chat=has_chat, busy=busy))
        self.told.setVisible(bool(self.told.text()))
        self.refresh.setEnabled(has_chat and not busy)
        self.chat.setEnabled(has_chat)
        self.add.setEnabled(has_chat and not (locked or busy))
        why = self.tr("The portal is locked: nothing is changed there.") if locked else ""
        self.add.setToolTip(why)

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody is asked about people whom nobody looks at."""
        super().showEvent(event)
        self.looked_at.emit()

    def _standing(self, present: Present | None, *, has_chat: bool, busy: bool) -> str:
        if not has_chat:
            return self.tr("The portal has no chat for this dialog yet.")
        if present is None:
            return self.tr("Asking the portal …") if busy else self.tr("Not asked yet.")
        more = len(present.members) - _MOST
        return self.tr("And %n more", "", more) if more > 0 else ""

    def _show_rows(self, members: tuple[Member, ...], *, may_change: bool) -> None:
        for button in self.removers:
            button.setEnabled(may_change)
        if self._shown == members:
            return
        self._shown = members
        self.names, self.removers = [each.name for each in members], []
        for old in take_all(self._rows):
            old.hide()
            old.deleteLater()
        before: QWidget = self.refresh
        for member in members[:_MOST]:
            row = self._row(member, may_change=may_change)
            self._rows.addWidget(row)
            for button in row.findChildren(IconButton):
                self.setTabOrder(before, button)
                before = button
        self.setTabOrder(before, self.add)

    def _row(self, member: Member, *, may_change: bool) -> QWidget:
        person = Person(self._theme, self._theme.metric("avatar_transcript"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(person, 1)
        person.show_person(member.name, self._words.role(member))
        name = neutral(member.name)
        if member.role is Role.BOT:
            line.addWidget(Badge(self._theme, self.tr("Bot"), "bot", row))
        if member.role is Role.EMPLOYEE:
            text = self.tr("Open {name} at the portal").format(name=name)
            opener = IconButton(self._theme, "external", text)
            opener.clicked.connect(lambda: self.opened.emit(member.id))
            line.addWidget(opener)
        if member.role is not Role.CUSTOMER:
            text = self.tr("Remove {name} from the chat…").format(name=name)
            remover = IconButton(self._theme, "close", text)
            remover.setEnabled(may_change)
            remover.clicked.connect(lambda: self.remove_asked.emit(member))
            self.removers.append(remover)
            line.addWidget(remover)
        return row

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("In the chat"), "strong"), 1)
        head.addWidget(self.chat)
        head.addWidget(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self.told)
        column.addWidget(self.add)
        column.addWidget(self.error)
