"""A bot's dialogs, live: who has each, what was said last; one can be opened or taken over."""

from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.domain.bot_life import BotTalk, TalkState
from app.domain.links import neutral
from app.domain.markup import plain
from app.ui.bots.words import BotWords
from app.ui.log_table import LogDelegate, LogTable
from app.ui.model_rows import ROW, Index
from app.ui.portal.times import clock
from app.ui.style import Theme
from app.ui.table_model import TableModel
from app.ui.widgets import Button, label

_TONES = {
    TalkState.BOT: "bot",
    TalkState.HANDED_OVER: "warning",
    TalkState.TAKEN: "operator",
    TalkState.FINISHED: "text3",
}


class Column(IntEnum):
    """The columns, from left to right."""

    TIME = 0
    CUSTOMER = 1
    STATE = 2
    WORDS = 3


class TalkModel(TableModel[BotTalk]):
    """Keeps its own rows."""

    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = BotWords(self)
        self._rows: tuple[BotTalk, ...] = ()

    def show_talks(self, talks: tuple[BotTalk, ...]) -> None:
        """Other rows, or the same ones with other words."""
        if [_key(each) for each in talks] != [_key(each) for each in self._rows]:
            self.beginResetModel()
            self._rows = talks
            self.endResetModel()
        elif talks != self._rows:
            self._rows = talks
            end = self.index(len(talks) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def find(self, talk: BotTalk | None) -> int:
        """The row of a session, -1 without one."""
        wanted = None if talk is None else _key(talk)
        return next((n for n, row in enumerate(self._rows) if _key(row) == wanted), -1)

    def titles(self) -> tuple[str, ...]:
        """See the base."""
        return (
            self.tr("Heard"),
            self.tr("Customer"),
            self.tr("State"),
            self.tr("Last words"),
        )

    def text(self, row: BotTalk, column: int) -> str:
        """See the base."""
        return {
            Column.TIME: clock(row.heard_at),
            Column.CUSTOMER: neutral(row.customer),
            Column.STATE: self._words.state_of(row),
            Column.WORDS: neutral(plain(row.last_text)),
        }[Column(column)]


class _Delegate(LogDelegate):
    def font(self, index: Index) -> QFont:
        return self.theme.font("mono" if index.column() == Column.TIME else "small")

    def token(self, index: Index) -> str:
        talk: BotTalk = index.data(ROW)
        if index.column() != Column.STATE:
            return "text1"
        return _TONES[talk.state] if talk.problem is None else "danger"


class TalkTable(LogTable):
    """Enter opens the chosen one."""

    entered = Signal()

    def __init__(self, theme: Theme, model: TalkModel) -> None:
        words = BotWords()
        longest = max((words.state(each) for each in TalkState), key=len)
        samples: dict[int, str] = {Column.TIME: "00:00:00", Column.STATE: longest}
        super().__init__(theme, model, samples, self.tr("Dialogs of the bot"))
        self.setItemDelegate(_Delegate(theme, self))
        self.setColumnWidth(Column.CUSTOMER, 200)
        stretch = QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(Column.WORDS, stretch)
        self.setMinimumHeight(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class Talks(QWidget):
    """The table and what can be done with the chosen session."""

    open_asked = Signal(object)  # BotTalk
    take_asked = Signal(object)  # BotTalk

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = TalkModel(self)
        self.table = TalkTable(theme, self.model)
        self.take = Button(theme, self.tr("Take over"), "primary", "headset")
        self.open = Button(theme, self.tr("Open dialog"), icon="dialogs")
        self.nothing = label("", "body", "text2", wrap=True)
        self.talk: BotTalk | None = None
        self._arrange()
        self.table.chosen.connect(self._on_chosen)
        self.table.entered.connect(self._open)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.take.clicked.connect(lambda: self.take_asked.emit(self.talk))
        self.open.clicked.connect(self._open)

    def show_talks(self, talks: tuple[BotTalk, ...], *, locked: bool) -> None:
        """The sessions as they are now; what was chosen stays chosen."""
        known = self.talk
        self._locked = locked
        self.model.show_talks(talks)
        row = self.model.find(known)
        self.talk = talks[row] if row >= 0 else None
        if row >= 0 and self.table.currentIndex().row() != row:
            self.table.selectRow(row)
        self.nothing.setText(
            self.tr("No dialog yet: the next customer of its line is greeted by the bot.")
        )
        self.nothing.setVisible(not talks)
        self.table.setVisible(bool(talks))
        self._show_buttons()

    def _on_chosen(self, talk: BotTalk | None) -> None:
        self.talk = talk
        self._show_buttons()

    def _open(self) -> None:
        if self.talk is not None:
            self.open_asked.emit(self.talk)

    def _show_buttons(self) -> None:
        talk = self.talk
        self.open.setEnabled(talk is not None)
        with_bot = talk is not None and talk.state is TalkState.BOT
        self.take.setEnabled(with_bot and not self._locked)
        self.take.setToolTip(
            self.tr("The profile is read-only.")
            if self._locked
            else ""
            if with_bot or talk is None
            else self.tr("The bot does not have this dialog any more.")
        )

    def _arrange(self) -> None:
        self._locked = False
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.take)
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.nothing)
        column.addLayout(row)
        column.addWidget(self.table, 1)


def _key(talk: BotTalk) -> tuple[int, int, int]:
    return talk.bot, talk.chat, talk.session
