"""One bot: its head, and below it the rules, a trial of them, or its dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.bot_life import Mode
from app.ui.bots.head import BotHead
from app.ui.bots.presenter import SAVE, BotsPresenter
from app.ui.bots.rules_form import RulesForm
from app.ui.bots.talks import Talks
from app.ui.bots.trial import Trial
from app.ui.style import Theme
from app.ui.widgets import Button, Note, Segments, label

_RULES, _TRIAL, _TALKS = "rules", "trial", "talks"


class BotView(QWidget):
    """Shows what the presenter has chosen."""

    def __init__(self, theme: Theme, presenter: BotsPresenter) -> None:
        super().__init__()
        self._presenter, self._shown = presenter, 0
        self.head, self.rules, self.talks = BotHead(theme), RulesForm(theme), Talks(theme)
        self.trial = Trial(theme, self.rules.rules)
        choices = [
            (_RULES, self.tr("Rules")),
            (_TRIAL, self.tr("Try it")),
            (_TALKS, self.tr("Dialogs")),
        ]
        self.tabs = Segments(theme, self.tr("What to see of the bot"), choices)
        self.save = Button(theme, self.tr("Save"), "primary", "check")
        self.discard = Button(theme, self.tr("Take back"))
        self.unsaved = label(self._warning(), "small", wrap=True)
        self.elsewhere = Note(
            theme,
            self.tr("A handler on the internet answers for this bot; these rules are not used."),
        )
        self._arrange()
        self._wire()

    def show_bot(self) -> None:
        """The chosen bot as it stands now; what is typed stays."""
        bot = self._presenter.bot
        if bot is None:
            return
        lines = [(each.id, each.name) for each in self._presenter.lines]
        row = self._presenter.row(bot)
        self.head.show_row(row, lines, locked=self._presenter.is_locked)
        self.rules.target.show_lines(lines)
        self.elsewhere.setVisible(bot.mode is Mode.HANDLER)
        if self._shown != bot.id:
            self._shown = bot.id
            self.rules.show_rules(self._presenter.rules())
            self.trial.begin()
        talks = self._presenter.talks(bot.id)
        self.talks.show_talks(talks, locked=self._presenter.is_locked)
        self.tabs.set_text(_TALKS, self._count(len(talks)))
        self._show_bar()

    def choose_tab(self, key: str) -> None:
        """Rules, trial or talks."""
        self.tabs.choose(key)
        pages = {_RULES: self._rules_page, _TRIAL: self.trial, _TALKS: self.talks}
        for name, page in pages.items():
            page.setVisible(name == key)
        if key == _TRIAL:
            self.trial.begin()
            self.trial.line.setFocus()

    def submit(self) -> None:
        """Save the rules when nothing is wrong with them."""
        if self._presenter.is_edited and self.rules.check():
            self._presenter.save()

    def _warning(self) -> str:
        return self.tr("Not saved yet: the bot keeps to the old rules.")

    def _count(self, dialogs: int) -> str:
        text = self.tr("Dialogs")
        return f"{text} ({dialogs})" if dialogs else text

    def _on_typed(self) -> None:
        self._presenter.type(self.rules.rules())
        self._show_bar()

    def _take_back(self) -> None:
        self._presenter.discard()
        self.rules.show_rules(self._presenter.rules())
        self._show_bar()

    def _show_bar(self) -> None:
        edited = self._presenter.is_edited
        self.save.set_busy(self._presenter.tasks.is_busy(SAVE))
        if not self._presenter.tasks.is_busy(SAVE):
            self.save.setEnabled(edited)
        self.save.setToolTip("" if edited else self.tr("Everything is saved"))
        self.discard.setEnabled(edited)
        self.unsaved.setVisible(edited)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (self.save, self.discard):
            bar.addWidget(part)
        bar.addWidget(self.unsaved, 1)
        bar.addStretch(0)
        self._rules_page = QWidget()
        rules = QVBoxLayout(self._rules_page)
        rules.setContentsMargins(0, 0, 0, 0)
        rules.setSpacing(16)
        rules.addWidget(self.elsewhere)
        rules.addLayout(bar)
        rules.addWidget(self.rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        for page in (self._rules_page, self.trial, self.talks):
            column.addWidget(page, 1)  # only one is shown: none takes more room than it needs
        self.choose_tab(_RULES)

    def _wire(self) -> None:
        self.tabs.chosen.connect(self.choose_tab)
        self.rules.changed.connect(self._on_typed)
        self.rules.target.find_asked.connect(self._presenter.find)
        self._presenter.found.connect(self.rules.target.show_people)
        self._presenter.saved.connect(self._show_bar)
        self.save.clicked.connect(self.submit)
        self.discard.clicked.connect(self._take_back)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.submit)
