"""The answers to keywords, one card each: the words, what follows, the answer. Knows no rule."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.bot import After, Keyword
from app.ui.bots.text_area import TextArea
from app.ui.bots.words import BotWords
from app.ui.style import Theme
from app.ui.widgets import Button, FormField, IconButton


class KeywordCard(QFrame):
    """One answer with its words."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, keyword: Keyword) -> None:
        super().__init__()
        self.setProperty("card", "soft")
        words = BotWords(self)
        self.words, self.after = QLineEdit(", ".join(keyword.words)), QComboBox()
        self.words.setPlaceholderText(self.tr("price*, how much"))
        self.answer = TextArea(keyword.answer)
        for each in After:
            self.after.addItem(words.after(each), each.value)
        self.after.setCurrentIndex(self.after.findData(keyword.after.value))
        self.after.setAccessibleName(self.tr("What follows the answer"))
        self.remove = IconButton(theme, "trash", self.tr("Remove this answer"))
        self.fields = {
            "words": FormField(theme, self.tr("Words, with commas between"), self.words),
            "answer": FormField(theme, self.tr("Answer"), self.answer),
        }
        self._arrange()
        self.words.textChanged.connect(self.changed)
        self.answer.textChanged.connect(self.changed)
        self.after.currentIndexChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def keyword(self) -> Keyword:
        """What is typed."""
        words = tuple(each.strip() for each in self.words.text().split(",") if each.strip())
        return Keyword(words, self.answer.toPlainText().strip(), After(self.after.currentData()))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.fields["words"])
        column.addWidget(self.fields["answer"])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.after)
        row.addStretch(1)
        row.addWidget(self.remove)
        column.addLayout(row)


class KeywordRows(QWidget):
    """All answers, in the order in which they are tried."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = BotWords(self)
        self.cards: list[KeywordCard] = []
        self.add = Button(theme, self.tr("Add an answer"), icon="plus")
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self._column.addLayout(row)

    def keywords(self) -> tuple[Keyword, ...]:
        """What is typed."""
        return tuple(card.keyword() for card in self.cards)

    def show_keywords(self, keywords: tuple[Keyword, ...]) -> None:
        """Other answers."""
        for card in tuple(self.cards):
            self._take_out(card)
        for keyword in keywords:
            self._put(keyword)

    def show_flaw(self, row: int, field: str, code: str) -> None:
        """A problem at the field where it is."""
        if row < len(self.cards):
            self.cards[row].fields[field].set_problem(self._words.flaw(code))

    def clear_flaws(self) -> None:
        """Nothing is wrong, as far as is known."""
        for card in self.cards:
            for field in card.fields.values():
                field.set_problem("")

    def _on_add(self) -> None:
        self._put(Keyword((), "")).words.setFocus()
        self.changed.emit()

    def _put(self, keyword: Keyword) -> KeywordCard:
        card = KeywordCard(self._theme, keyword)
        card.changed.connect(self.changed)
        card.removed.connect(lambda: self._on_removed(card))
        before: QWidget = (
            self.cards[-1].remove if self.cards else self.add.previousInFocusChain() or self
        )
        self._column.insertWidget(len(self.cards), card)
        for stop in (card.words, card.answer, card.after, card.remove):
            self.setTabOrder(before, stop)
            before = stop
        self.cards.append(card)
        return card

    def _on_removed(self, card: KeywordCard) -> None:
        self._take_out(card)
        self.add.setFocus()
        self.changed.emit()

    def _take_out(self, card: KeywordCard) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
