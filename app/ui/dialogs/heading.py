"""Over the transcript: who it is, how long he waits, where it is, and what an operator can do."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.acts import Act
from app.domain.dialog import Dialog
from app.domain.links import neutral
from app.ui.act_words import ActWords
from app.ui.dialogs.list_words import ListWords
from app.ui.style import Theme
from app.ui.supervise.act_menu import KEYS, ActMenu, ShownActs
from app.ui.widgets import Badge, Button, ElidedLabel, IconButton, plain_tip


class Heading(QWidget):
    """Asks by signals; never acts itself."""

    act_asked = Signal(str)  # a name of Act
    menu_opened = Signal()
    rename_asked = Signal()
    details_asked = Signal()
    export_asked = Signal()
    log_asked = Signal()
    search_asked = Signal()
    earlier_asked = Signal()

    def __init__(self, theme: Theme, words: ListWords) -> None:
        super().__init__()
        self._theme, self._words, self._act_words = theme, words, ActWords(self)
        self._dialog: Dialog | None = None
        self._narrow = self._read_only = False
        self._others = 0
        self._has_earlier = False
        self.name = ElidedLabel("", "title")
        self.waiting = Badge(theme)
        self.place = ElidedLabel("", "small", "text2")
        self.answer = Button(theme, self.tr("Answer"), "normal", "headset")
        self.transfer = Button(theme, self.tr("Transfer"), "normal")
        self.finish = Button(theme, self.tr("Finish"), "normal")
        self._buttons = {
            Act.ANSWER: self.answer,
            Act.TRANSFER: self.transfer,
            Act.FINISH: self.finish,
        }
        self._rules: Callable[[Dialog], ShownActs] = lambda _: ShownActs()
        self._menu: ActMenu | None = None
        self.search = IconButton(theme, "search", self.tr("Search in this dialog"))
        self.search.hide()  # until somebody answers it
        self._shows_details = False
        self.more = IconButton(theme, "more", self.tr("More actions"))
        self._arrange()
        self._wire()

    def show_dialog(self, dialog: Dialog) -> None:
        """Show a dialog, or what has become of it."""
        self._dialog = dialog
        self._show_name(dialog)
        self._show_place(dialog)
        self._show_buttons(dialog)
        self.tick()

    def _show_place(self, dialog: Dialog) -> None:
        parts = [self._words.place(dialog), neutral(dialog.connector)]
        if dialog.session is not None:
            parts.append(self.tr("session {id}").format(id=dialog.session))
        if dialog.portal_chat is not None:
            parts.append(self.tr("chat {id}").format(id=dialog.portal_chat))
        self.place.setText(" · ".join(parts))

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

    def set_earlier(self, possible: bool) -> None:
        """Whether older messages can be asked for."""
        self._has_earlier = possible

    def set_narrow(self, narrow: bool) -> None:
        """Finish moves to the menu."""
        self._narrow = narrow
        if self._dialog is not None:
            self._show_buttons(self._dialog)

    def set_busy(self, name: str, busy: bool) -> None:
        """An action is running."""
        button = self._buttons.get(Act(name)) if name in set(Act) else None
        if button is not None:
            button.set_busy(busy)
            if self._dialog is not None and not busy:
                self._show_buttons(self._dialog)

    def set_rules(self, rules: Callable[[Dialog], ShownActs]) -> None:
        """What tells which acts are possible."""
        self._rules = rules
        self.show_acts()

    def show_acts(self) -> None:
        """Something about the acts has changed, also while the menu is open."""
        if self._dialog is not None:
            self._show_place(self._dialog)
            self._show_buttons(self._dialog)
            if self._menu is not None:
                self._menu.show_acts(self._rules(self._dialog))

    def _show_buttons(self, dialog: Dialog) -> None:
        """Where an operator has answered and nobody waits, Answer stands in the menu only."""
        shown, words = self._rules(dialog), self._act_words
        reasons = {act: shown.why_not(act) for act in self._buttons}
        wanted = dialog.waiting_since and not reasons[Act.ANSWER]
        self.answer.set_kind("primary" if wanted else "normal")
        waits = not dialog.operator or dialog.waiting_since is not None
        self.answer.setVisible(waits and shown.legal.get(Act.ANSWER) != "ACT_YOURS")
        self.transfer.setVisible(not self._narrow)
        self.finish.setVisible(not self._narrow)
        as_whom = self.tr("as {name}").format(name=neutral(shown.user))
        for act, button in self._buttons.items():
            button.setEnabled(not reasons[act])
            effect = f"{words.effect(act)}, {as_whom} ({KEYS[act]})"
            button.setToolTip(plain_tip(reasons[act] or effect))

    def _open_menu(self) -> None:
        menu = self._menu = ActMenu(self)
        if self._dialog is not None:
            menu.show_acts(self._rules(self._dialog))
        menu.chosen.connect(self.act_asked)
        for text, asked, enabled in (
            (self.tr("Read earlier messages"), self.earlier_asked, self._has_earlier),
            (self.tr("Rename the chat…"), self.rename_asked, not self._read_only),
            (self.tr("Export the transcript…"), self.export_asked, True),
            (self.tr("Log of acts"), self.log_asked, True),
        ):
            action = QAction(text, menu)
            action.setEnabled(enabled)
            action.triggered.connect(asked)
            menu.addAction(action)
        details = QAction(self.tr("Details"), menu, checkable=True, checked=self._shows_details)
        details.triggered.connect(self.details_asked)
        menu.addAction(details)
        menu.aboutToHide.connect(self._forget_menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        self.menu_opened.emit()

    def _forget_menu(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

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
        for part in (self.answer, self.transfer, self.finish, self.search, self.more):
            row.addWidget(part)
        lines = QFontMetrics(self._theme.font("title")).height()
        self.setFixedHeight(max(56, lines + QFontMetrics(self._theme.font("small")).height() + 18))

    def _wire(self) -> None:
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=act.value: self.act_asked.emit(name))
        self.search.clicked.connect(self.search_asked)
        self.more.clicked.connect(self._open_menu)
