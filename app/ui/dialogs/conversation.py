"""The middle pane when a dialog is open: heading, notices, transcript, composer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dialog import Dialog
from app.domain.links import neutral
from app.ui.dialogs.composer import Composer
from app.ui.dialogs.composer_presenter import ComposerPresenter
from app.ui.dialogs.earlier_bar import EarlierBar
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.heading import Heading
from app.ui.dialogs.list_words import ListWords
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.dialogs.transcript_view import TranscriptView
from app.ui.dialogs.watch_notice import HalfNotice, WatchNotice
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Button, ErrorPanel, line

#: Below this width the words for who writes would be cut by what stands beside them.
NARROW = 640


class Conversation(QWidget):
    """Arranges; decides nothing."""

    def __init__(
        self,
        model: TranscriptModel,
        composer: ComposerPresenter,
        theme: Theme,
        words: ListWords,
        tasks: Tasks,
        *,
        cards: FileCards,
    ) -> None:
        super().__init__()
        self._words = words
        self.heading = Heading(theme, words)
        self.watching, self.half = WatchNotice(theme), HalfNotice(theme)
        self.half.hide()
        self.earlier = EarlierBar(theme)
        self.view = TranscriptView(model, theme, tasks, cards)
        self.error = ErrorPanel(theme, dismissable=True)
        self.composer = Composer(composer, theme)
        composer.content.changed.connect(self._count_writers)
        self.news = Button(theme, "", "primary", "arrow-down", self.view)
        self.news.hide()
        self.news.clicked.connect(self.view.go_to_end)
        self.view.missed_changed.connect(self._show_news)
        self.view.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(line())
        column.addWidget(self.watching)
        column.addWidget(self.half)
        column.addWidget(self.earlier)
        column.addWidget(self.view, 1)
        column.addWidget(self.error)
        column.addWidget(self.composer)
        self.setMinimumWidth(theme.metric("width_transcript_min"))

    def show_dialog(self, dialog: Dialog) -> None:
        """Another dialog, or what has become of the open one."""
        self.heading.show_dialog(dialog)
        self._name_line(dialog)
        self.composer.presenter.show_dialog(dialog)
        self._count_writers()

    def _count_writers(self) -> None:
        presenter = self.composer.presenter
        self.heading.set_others(len(presenter.content.writers(presenter.dialog)) - 1)

    def quote(self, text: str) -> None:
        """Begin what is being written with the words of a message, marked as the portal does."""
        field = self.composer.field
        cursor = field.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start)
        cursor.insertText("".join(f">>{line}\n" for line in text.split("\n")))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_line(self, dialog: Dialog) -> None:
        name = self._words.lines.get(dialog.line, "")
        if name != self.view.words.line_name:
            self.view.words.line_name = self.view.spoken.line_name = neutral(name)
            self.view.redo()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for: the name and who writes never."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.heading.set_narrow(narrow)
        self.composer.set_narrow(narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The button of new messages stays at the bottom of the transcript."""
        if event.type() is QEvent.Type.Resize:
            self._place_news()
        return super().eventFilter(watched, event)

    def _show_news(self, count: int) -> None:
        self.news.setText(self.tr("%n new message(s)", "", count))
        self.news.setVisible(count > 0)
        self._place_news()

    def _place_news(self) -> None:
        self.news.adjustSize()
        port, size = self.view.viewport(), self.news.size()
        self.news.move((port.width() - size.width()) // 2, port.height() - size.height() - 12)
        self.news.raise_()
