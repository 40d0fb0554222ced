"""The Chatbots page: the bots at the left; at the right one of them with its rules, a trial of them
and its dialogs, or the form of a new one.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.bot_life import BotTalk
from app.domain.dialog import Dialog
from app.domain.problem import Problem
from app.services.bots import NEEDS_HANDLER, BotDraft
from app.ui.bots.bot_view import BotView
from app.ui.bots.model import BotList
from app.ui.bots.new_bot import NewBot
from app.ui.bots.presenter import REGISTER, BotsPresenter
from app.ui.bots.questions import may_assign, may_unregister
from app.ui.commands import Command
from app.ui.customers.columns import Columns
from app.ui.errors import code_of, explain, explain_problem
from app.ui.pages import BOTS
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Action, Button, EmptyState, ErrorPanel, Note, label, line

if TYPE_CHECKING:
    from app.services.desk import Desk


class BotsPage(QWidget):
    """Bots answer whether the page is shown or not."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.presenter = BotsPresenter(desk, self)
        self._asking, self._writing = Tasks(self), False
        self.list = BotList(theme, self.presenter.model)
        self.new = Button(theme, self.tr("New bot"), icon="plus")
        self.view, self.form = BotView(theme, self.presenter), NewBot(theme)
        self.error, self.note = ErrorPanel(theme, dismissable=True), Note(theme)
        self.trouble = ErrorPanel(theme)
        self.empty = EmptyState(
            *(theme, "bot", self.tr("Bots that answer for you")),
            self.tr(
                "Register a chatbot: it greets the customers of an open line, answers by keywords, "
                "keeps to the working hours and hands over to people. No public address is needed."
            ),
            [Action(self.tr("Register a bot"), self.begin_new, "plus")],
        )
        self._arrange()
        self._wire()
        self._show()

    def take(self, payload: object) -> None:
        """Show a bot by its number."""
        if isinstance(payload, int):
            self._leave_form()
            self.presenter.choose(payload)

    def refresh(self) -> None:
        """Ask the portal now."""
        self.presenter.look()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        parts = [self.list, self.view.tabs, self.form.name]
        return [part for part in parts if part.isVisibleTo(self)]

    def commands(self) -> list[Command]:
        """For the palette."""
        group, locked = self.tr("Chatbots"), self.tr("the profile is read-only")
        may = lambda: not self.presenter.is_locked  # noqa: E731
        return [Command(self.tr("Register a bot"), self.begin_new, "", group, "bot", may, locked)]

    async def leave(self) -> None:
        """End all work of the page; the bots are not the page's."""
        await self._asking.close()
        await self.presenter.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self.presenter.start()

    def begin_new(self) -> None:
        """The form of a new bot."""
        self.go.emit(BOTS, None)
        self.form.begin(f"console_helper_{len(self.presenter.bots) + 1}")
        self._write(new=True)
        self._show()
        self.form.name.setFocus()

    def _write(self, *, new: bool) -> None:
        """The form of a new bot, or the chosen one."""
        self._writing = new
        self.form.setVisible(new)
        self.view.setVisible(not new)

    def _leave_form(self) -> None:
        self._write(new=False)
        self.form.ask_handler(asked=False)
        self._show()

    def _show(self) -> None:
        presenter = self.presenter
        writing = self._writing
        some = bool(presenter.bots) or writing
        self._pages.setCurrentWidget(self._columns if some else self.empty)
        self.new.setEnabled(not presenter.is_locked)
        self.empty.buttons[0].setEnabled(not presenter.is_locked)
        self.form.register.set_busy(presenter.tasks.is_busy(REGISTER))
        self.form.show_lines(self._lines())
        self.list.choose(None if writing else presenter.chosen)
        self._show_note()
        if presenter.bot is not None:
            self.view.show_bot()
        problem = presenter.problem(presenter.chosen) if not writing else None
        if isinstance(problem, Problem):
            elsewhere = self.presenter.is_elsewhere
            action = self.tr("Answer from here") if elsewhere else self.tr("Try now")
            self.trouble.set_tone("warning" if elsewhere else "danger")
            self.trouble.show_error(explain_problem(problem), action)
        else:
            self.trouble.clear()

    def _show_note(self) -> None:
        """Why all bots rest."""
        text = ""
        if self.presenter.is_locked:
            text = self.tr("The profile is read-only: bots are silent until it is unlocked.")
        elif self.presenter.bots and not self.presenter.runs_here:
            text = self.tr("This window only looks on: bots answer from the one that works.")
        self.note.text.setText(text)
        self.note.setVisible(bool(text))

    def _lines(self) -> list[tuple[int, str]]:
        return [(each.id, each.name) for each in self.presenter.lines]

    def _on_registered(self) -> None:
        """The keyboard stays where the person works: at what is decided next."""
        waited = self._writing
        self._leave_form()
        if waited:
            self.view.head.line.setFocus()

    def _on_chosen(self, key: str) -> None:
        self._leave_form()
        self.presenter.choose(int(key))

    def _on_asked(self, name: str, code: str, line_id: int, handler: str) -> None:
        self.error.clear()
        draft = BotDraft(name, code, self.form.starter(), line_id, handler)
        self._asking.start("register", lambda: self._register(draft))

    async def _register(self, draft: BotDraft) -> None:
        if await may_assign(self, self.presenter, draft.name, draft.line):
            self.presenter.register(draft)

    def _on_line(self, wished: int) -> None:
        self._asking.start("assign", lambda: self._assign(wished))

    async def _assign(self, wished: int) -> None:
        bot = self.presenter.bot
        if bot is None or wished == bot.line:
            return
        if await may_assign(self, self.presenter, bot.name, wished):
            self.error.clear()
            self.presenter.assign(wished)
        self._show()

    async def _unregister(self) -> None:
        bot = self.presenter.bot
        if bot is not None and await may_unregister(self, self.presenter, bot):
            self.error.clear()
            self.presenter.unregister()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == REGISTER and code_of(error) == NEEDS_HANDLER:
            self.form.ask_handler(asked=True)
            return
        self.error.show_error(explain(error))
        self._show()

    def _on_open(self, talk: BotTalk) -> None:
        dialog = self.presenter.dialog_of(talk)
        if dialog is not None:
            self.go.emit("dialogs", dialog.id)
        else:
            self.error.show_error(explain_problem(Problem("NO_DIALOG")))

    def _on_taken(self, dialog: Dialog) -> None:
        self.go.emit("dialogs", ("taken", dialog.id))

    def _arrange(self) -> None:
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 12, 12)
        top.addWidget(label(self.tr("Chatbots"), "title"))
        top.addStretch(1)
        top.addWidget(self.new)
        side.addLayout(top)
        side.addWidget(line())
        side.addWidget(self.list, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        for part in (self.note, self.error, self.trouble):
            column.addWidget(part)
        for shown in (self.view, self.form):
            column.addWidget(shown, 1)
        self.form.hide()
        self._columns = Columns(left, inner, self.tr("Chatbots"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._columns)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _wire(self) -> None:
        presenter, view, form = self.presenter, self.view, self.form
        kind = Qt.ConnectionType.QueuedConnection  # a click in the list first finishes there
        self.list.chosen.connect(self._on_chosen, kind)
        self.new.clicked.connect(self.begin_new)
        form.asked.connect(self._on_asked)
        form.cancelled.connect(self._leave_form)
        view.head.line_wished.connect(self._on_line)
        view.head.switched.connect(presenter.switch)
        view.head.unregister_asked.connect(
            lambda: self._asking.start("unregister", self._unregister)
        )
        view.talks.open_asked.connect(self._on_open)
        view.talks.take_asked.connect(presenter.take_over)
        self.trouble.action.connect(presenter.mend)
        presenter.changed.connect(self._show)
        presenter.registered.connect(lambda _: self._on_registered())
        presenter.taken.connect(self._on_taken)
        presenter.failed.connect(self._on_failed)
