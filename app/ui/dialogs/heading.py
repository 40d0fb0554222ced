"""Over the transcript: who it is, how long he waits, where it is, and what an operator can do."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.dialog import Dialog, DialogState
from app.domain.links import neutral
from app.ui.dialogs.list_words import ListWords
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, IconButton


class Heading(QWidget):
    """Asks by signals; never acts itself."""

    answer_asked = Signal()
    finish_asked = Signal()
    rename_asked = Signal()
    details_asked = Signal()
    export_asked = Signal()
    search_asked = Signal()

    def __init__(self, theme: Theme, words: ListWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._dialog: Dialog | None = None
        self._narrow = self._read_only = False
        self._others = 0
        self.name = ElidedLabel("", "title")
        self.waiting = Badge(theme)
        self.place = ElidedLabel("", "small", "text2")
        self.answer = Button(theme, self.tr("Answer"), "normal", "headset")
        self.finish = Button(theme, self.tr("Finish"), "normal")
        self.search = IconButton(theme, "search", self.tr("Search in this dialog"))
        self.search.hide()  # until somebody answers it
        self._shows_details = False
        self.more = IconButton(theme, "more", self.tr("More actions"))
        self._arrange()
        self._wire()

    def show_dialog(self, dialog: Dialog) -> None:
        """Show a dialog, or what has become of it."""
        self._dialog = dialog
        words = self._words
        self._show_name(dialog)
        parts = [words.line(dialog.line), neutral(dialog.connector)]
        if dialog.session is not None:
            parts.append(self.tr("session {id}").format(id=dialog.session))
        if dialog.portal_chat is not None:
            parts.append(self.tr("chat {id}").format(id=dialog.portal_chat))
        self.place.setText(" · ".join(parts))
        self._show_buttons(dialog)
        self.tick()

    def set_others(self, count: int) -> None:
        """How many people write in the chat besides the one whose name it has."""
        self._others = max(0, count)
        if self._dialog is not None:
            self._show_name(self._dialog)

    def _show_name(self, dialog: Dialog) -> None:
        name = self._words.name(dialog)
        others = self.tr("{name} and %n other(s)", "", self._others).format(name=name)
        self.name.setText(others if self._others else name)

    def tick(self) -> None:
        """A second has passed."""
        dialog = self._dialog
        if dialog is None:
            return
        now = datetime.now(UTC)
        tone = self._words.waiting_tone(dialog, now)
        text = self._words.waiting(dialog, now)
        if (text, tone) != (self.waiting.text, self.waiting.tone):
            self.waiting.set(text, tone)
            self.waiting.setToolTip(self._words.target(dialog, now))

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be done at this portal at all."""
        self._read_only = read_only
        if self._dialog is not None:
            self._show_buttons(self._dialog)

    def set_details_shown(self, shown: bool) -> None:
        """Whether the details are on the screen."""
        self._shows_details = shown

    def set_narrow(self, narrow: bool) -> None:
        """Finish moves to the menu."""
        self._narrow = narrow
        if self._dialog is not None:
            self._show_buttons(self._dialog)

    def set_busy(self, name: str, busy: bool) -> None:
        """An action is running."""
        button = {"answer": self.answer, "finish": self.finish}.get(name)
        if button is not None:
            button.set_busy(busy)
            if self._dialog is not None and not busy:
                self._show_buttons(self._dialog)

    def why_not(self, dialog: Dialog) -> str:
        """Why an operator can do nothing here, or ""."""
        if self._read_only:
            return self.tr("This portal is read-only here: nothing can be sent.")
        if dialog.portal_chat is None:
            return self.tr("The portal has no chat yet: no message of the customer has arrived.")
        if dialog.state is DialogState.CLOSED:
            return self.tr("The session is closed. A message of the customer opens a new one.")
        return ""

    def _show_buttons(self, dialog: Dialog) -> None:
        """Where an operator has answered and nobody waits, Answer stands in the menu only."""
        why_not = self.why_not(dialog)
        self.answer.set_kind("primary" if dialog.waiting_since and not why_not else "normal")
        self.answer.setVisible(not dialog.operator or dialog.waiting_since is not None)
        self.finish.setVisible(not self._narrow)
        for button in (self.answer, self.finish):
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        self.answer.setToolTip(why_not or self.tr("Take this dialog (Ctrl+Shift+A)"))
        self.finish.setToolTip(why_not or self.tr("Close this dialog (Ctrl+Shift+E)"))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        possible = self._dialog is not None and not self.why_not(self._dialog)
        for text, asked, enabled in (
            (self.tr("Answer"), self.answer_asked, possible),
            (self.tr("Finish"), self.finish_asked, possible),
            (self.tr("Rename the chat…"), self.rename_asked, not self._read_only),
            (self.tr("Export the transcript…"), self.export_asked, True),
        ):
            action = QAction(text, menu)
            action.setEnabled(enabled)
            action.triggered.connect(asked)
            menu.addAction(action)
        details = QAction(self.tr("Details"), menu, checkable=True, checked=self._shows_details)
        details.triggered.connect(self.details_asked)
        menu.addAction(details)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name)
        first.addWidget(self.waiting)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        words.addWidget(self.place)
        row.addLayout(words, 1)
        for part in (self.answer, self.finish, self.search, self.more):
            row.addWidget(part)
        lines = QFontMetrics(self._theme.font("title")).height()
        self.setFixedHeight(max(56, lines + QFontMetrics(self._theme.font("small")).height() + 18))

    def _wire(self) -> None:
        self.answer.clicked.connect(self.answer_asked)
        self.finish.clicked.connect(self.finish_asked)
        self.search.clicked.connect(self.search_asked)
        self.more.clicked.connect(self._open_menu)
