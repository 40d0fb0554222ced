"""What a bot says, to read and to change. Keeps what is typed; the problem stands at its field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.domain.bot import BotRules, check_rules
from app.ui.bots.keyword_rows import KeywordRows
from app.ui.bots.target_field import TargetField
from app.ui.bots.text_area import TextArea
from app.ui.bots.words import BotWords
from app.ui.style import Theme
from app.ui.widgets import FormField, label

_TEXTS = ("greeting", "closed_text", "fallback", "hand_over_text", "finish_text")
_LISTS = ("hand_over_words", "finish_words")
_MOST_PATIENCE = 20


class RulesForm(QWidget):
    """`changed` tells that something was typed."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = BotWords(self)
        self._showing = False
        self.texts = {name: TextArea() for name in _TEXTS}
        self.lists = {name: QLineEdit() for name in _LISTS}
        self.patience = QSpinBox()
        self.patience.lineEdit().setTextMargins(6, 0, 6, 0)
        self.patience.setRange(0, _MOST_PATIENCE)
        self.patience.setSpecialValueText(self.tr("never"))
        self.keywords, self.target = KeywordRows(theme), TargetField(theme)
        controls: dict[str, QWidget] = {**self.texts, **self.lists, "patience": self.patience}
        self.fields = {
            name: FormField(theme, text, controls[name], hint)
            for name, (text, hint) in self._named().items()
        }
        self._arrange()
        self._wire()

    def rules(self) -> BotRules:
        """What is typed."""
        texts = {name: area.toPlainText().strip() for name, area in self.texts.items()}
        lists = {
            name: tuple(each.strip() for each in line.text().split(",") if each.strip())
            for name, line in self.lists.items()
        }
        return BotRules(
            **texts,
            hand_over_words=lists["hand_over_words"],
            finish_words=lists["finish_words"],
            keywords=self.keywords.keywords(),
            patience=self.patience.value(),
            target=self.target.target(),
        )

    def show_rules(self, rules: BotRules) -> None:
        """Other rules; nothing counts as typed."""
        self._showing = True
        for name, area in self.texts.items():
            area.setPlainText(getattr(rules, name))
        for name, line in self.lists.items():
            line.setText(", ".join(getattr(rules, name)))
            line.setCursorPosition(0)
        self.patience.setValue(rules.patience)
        self.keywords.show_keywords(rules.keywords)
        self.target.show_target(rules.target)
        self._clear_flaws()
        self._showing = False

    def check(self) -> bool:
        """Say what is wrong where it is; whether nothing is."""
        self._clear_flaws()
        found = check_rules(self.rules())
        for flaw in found:
            if flaw.row >= 0:
                self.keywords.show_flaw(flaw.row, flaw.field, flaw.code)
            elif flaw.field == "target":
                self.target.field.set_problem(self._words.flaw(flaw.code))
            else:
                self.fields[flaw.field].set_problem(self._words.flaw(flaw.code))
        if found and found[0].row >= 0:
            self.keywords.cards[found[0].row].words.setFocus()
        elif found:
            first = found[0].field
            (self.target.kind if first == "target" else self.fields[first].line).setFocus()
        return not found

    def _clear_flaws(self) -> None:
        for field in (*self.fields.values(), self.target.field):
            field.set_problem("")
        self.keywords.clear_flaws()

    def _named(self) -> dict[str, tuple[str, str]]:
        return {
            "greeting": (self.tr("Greeting"), self.tr("Said when a dialog begins")),
            "closed_text": (
                self.tr("Out of working hours"),
                self.tr("Said after the greeting, and instead of the words before handing over"),
            ),
            "fallback": (self.tr("When no word fits"), ""),
            "patience": (
                self.tr("Hand over after so many messages without an answer"),
                "",
            ),
            "hand_over_words": (
                self.tr("Words that ask for a person"),
                self.tr("With commas between; operat* stands for every word that begins so"),
            ),
            "hand_over_text": (self.tr("Said before handing over"), ""),
            "finish_words": (self.tr("Words that end the dialog"), ""),
            "finish_text": (self.tr("Said before the end"), ""),
        }

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name in ("greeting", "closed_text"):
            column.addWidget(self.fields[name])
        column.addWidget(label(self.tr("Answers to words"), "title"))
        column.addWidget(self.keywords)
        column.addWidget(self.fields["fallback"])
        column.addWidget(label(self.tr("Handing over to people"), "title"))
        for name in ("patience", "hand_over_words", "hand_over_text"):
            column.addWidget(self.fields[name])
        column.addWidget(self.target)
        column.addWidget(label(self.tr("The end"), "title"))
        for name in ("finish_words", "finish_text"):
            column.addWidget(self.fields[name])
        column.addStretch(1)

    def _wire(self) -> None:
        for area in self.texts.values():
            area.textChanged.connect(self._tell)
        for line in self.lists.values():
            line.textChanged.connect(self._tell)
        self.patience.valueChanged.connect(self._tell)
        self.keywords.changed.connect(self._tell)
        self.target.changed.connect(self._tell)

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()
