"""A text on its way to the customer, side by side: as the portal sends it, as it is read, as a
messenger shows it. For a message, or for whatever a person types.
"""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.round_trip import RoundTrip, round_trip
from app.services.raw_texts import RawText
from app.ui.dialogs.round_trip_tree import PartsTree
from app.ui.dialogs.round_trip_words import RoundTripWords
from app.ui.style import Theme
from app.ui.widgets import Button, Note, label

_WIDTH, _HEIGHT = 920, 560
_LINKS = 8
_LONGEST = 20_000  # characters: a portal sends no more
_AT_ONCE = 4000  # characters that are read at every keystroke; longer texts wait for a pause
_PAUSE = 200


class RoundTripDialog(QDialog):
    """With a message its text cannot be changed, but under whose name it is read can."""

    def __init__(self, parent: QWidget, theme: Theme, message: RawText | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self._words = RoundTripWords(self)
        self._origin = ""  # what is to be said of where the text comes from
        self._signed = message is not None and message.signed
        self.setWindowTitle(self.tr("Text round trip") if message else self.tr("Try a text"))
        self.raw = _text_field(self.tr("As the portal sends it"), mono=True)
        self.raw.setReadOnly(message is not None)
        self.author = QLineEdit()
        self.author.setAccessibleName(self.tr("Author's name"))
        self.author.setPlaceholderText(self.tr("for example Ann Lee"))
        self.tree = PartsTree(theme)
        self.shown = _text_field(self.tr("As a messenger shows it"))
        self.shown.setReadOnly(True)
        self.missing = Note(theme, "", "warning")
        self.missing.hide()
        self.signature = label("", "small", "text2", wrap=True)
        self.doubted = label("", "small", "danger", wrap=True)
        self.links = label("", "small", "text2", wrap=True)
        self.copy = Button(theme, self.tr("Copy what a messenger shows"), "link", "copy")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange(theme)
        self._wire()
        self._show()
        if message is not None:
            self._take(message)
        self.raw.setFocus()

    def show_text(self, text: str, names: Collection[str] = ()) -> None:
        """Read this text instead."""
        with QSignalBlocker(self.author), QSignalBlocker(self.raw):
            self.author.setText(", ".join(names))
            self.raw.setPlainText(text)
        self._show()

    def _take(self, message: RawText) -> None:
        if not message.kept:
            self._origin = self.tr(
                "The portal's event is not in the journal: this is the text that the transcript "
                "has, without its signature."
            )
        self.show_text(message.text, message.names)

    def _say(self, *told: str) -> None:
        text = "\n".join(filter(None, told))
        self.missing.text.setText(text)
        self.missing.setVisible(bool(text))

    def _on_typed(self) -> None:
        if self.raw.document().characterCount() <= _AT_ONCE:
            self._show()
        else:
            self._pause.start()

    def _show(self) -> None:
        names = [name.strip() for name in self.author.text().split(",")]
        text = self.raw.toPlainText()
        cut = self.tr("Only the first 20,000 characters are read: a portal sends no more.")
        self._say(self._origin, cut if len(text) > _LONGEST else "")
        trip = round_trip(text[:_LONGEST], [*names, self.author.text()], signed=self._signed)
        self.tree.show_trip(trip)
        self.shown.setPlainText(trip.shown)
        said = self._words.signature(trip)
        self.signature.setText(said)
        self.signature.setVisible(bool(said))
        self._show_links(trip)

    def _show_links(self, trip: RoundTrip) -> None:
        first = trip.links[:_LINKS]
        doubted = [each for each in first if each.misleading or each.link.international]
        told = [self._words.link(each) for each in first if each not in doubted]
        if len(trip.links) > _LINKS:
            told.append(self.tr("and %n more links", "", len(trip.links) - _LINKS))
        self.doubted.setText("\n".join(map(self._words.link, doubted)))
        self.doubted.setVisible(bool(doubted))
        self.links.setText("\n".join(told))
        self.links.setVisible(bool(told))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.shown.toPlainText())

    def _wire(self) -> None:
        self.raw.textChanged.connect(self._on_typed)
        self.author.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self._show)
        self.copy.clicked.connect(self._copy)

    def _arrange(self, theme: Theme) -> None:
        self.resize(_WIDTH, _HEIGHT)
        self.setMinimumSize(640, 400)
        panes = QGridLayout()
        panes.setHorizontalSpacing(12)
        panes.setVerticalSpacing(4)
        heads = (
            self.tr("As the portal sends it"),
            self.tr("As it is read"),
            self.tr("As a messenger shows it"),
        )
        for column, text in enumerate(heads):
            panes.addWidget(label(text, "strong"), 0, column)
            panes.setColumnStretch(column, 1)
        framed = QFrame()
        framed.setProperty("card", "true")
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.tree)
        for column, pane in enumerate((self.raw, framed, self.shown)):
            panes.addWidget(pane, 1, column)
        panes.setRowStretch(1, 1)
        author = QHBoxLayout()
        author.setSpacing(8)
        author.addWidget(label(self.tr("Author's name"), "body", "text2"))
        author.addWidget(self.author, 1)
        author.addStretch(1)
        close = Button(theme, self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(24, 20, 24, 20)
        column_box.setSpacing(10)
        column_box.addWidget(label(self.windowTitle(), "title"))
        column_box.addWidget(self.missing)
        column_box.addLayout(author)
        column_box.addLayout(panes, 1)
        column_box.addWidget(self.signature)
        column_box.addWidget(self.doubted)
        column_box.addWidget(self.links)
        column_box.addLayout(buttons)


def _text_field(name: str, *, mono: bool = False) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setProperty("mono", "true" if mono else "false")
    return made
