"""To whom a bot hands dialogs over: the line's queue, a person that is looked for, another line."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.bot import Target, TargetKind
from app.domain.line import Employee
from app.domain.links import neutral
from app.ui.bots.words import BotWords
from app.ui.style import Theme
from app.ui.widgets import FormField, SearchField


class TargetField(QWidget):
    """`find_asked` tells the words that somebody is looked for by."""

    changed = Signal()
    find_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = BotWords(self)
        self.kind, self.who = QComboBox(), QComboBox()
        for each in TargetKind:
            self.kind.addItem(self._words.kind(each), each.value)
        self.search = SearchField(theme, self.tr("Find a person by name, then Enter"))
        self.field = FormField(theme, self.tr("Hand over to"), self.kind)
        self.who.setAccessibleName(self.tr("Person or line"))
        self._lines: tuple[tuple[int, str], ...] = ()
        self._people: tuple[tuple[int, str], ...] = ()
        self._shown = Target()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.field, self.search, self.who):
            column.addWidget(part)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.who.currentIndexChanged.connect(self.changed)
        self.search.returnPressed.connect(lambda: self.find_asked.emit(self.search.text().strip()))
        self._show_who()

    def target(self) -> Target:
        """What is chosen."""
        kind = TargetKind(self.kind.currentData())
        if kind is TargetKind.QUEUE:
            return Target()
        return Target(kind, int(self.who.currentData() or 0), self.who.currentText())

    def show_target(self, target: Target) -> None:
        """Another choice; who is not listed is added by name."""
        self._shown = target
        named = (target.id, target.name or f"#{target.id}")
        if target.kind is TargetKind.PERSON:
            self._people = (named,)
        self.kind.setCurrentIndex(self.kind.findData(target.kind.value))
        self._show_who()

    def show_lines(self, lines: Iterable[tuple[int, str]]) -> None:
        """The lines that there are."""
        self._lines = tuple((number, neutral(name)) for number, name in lines)
        if self.target().kind is TargetKind.LINE:
            self._show_who()

    def show_people(self, people: tuple[Employee, ...]) -> None:
        """Who was found."""
        self._people = tuple((each.id, neutral(each.name)) for each in people)
        self.field.set_problem("" if people else self.tr("Nobody of that name is at work here."))
        self._show_who()

    def _on_kind(self) -> None:
        self.field.set_problem("")
        self._show_who()
        self.changed.emit()

    def _show_who(self) -> None:
        kind = TargetKind(self.kind.currentData())
        items = self._people if kind is TargetKind.PERSON else self._lines
        chosen = self.who.currentData() or self._shown.id
        self.who.blockSignals(True)
        self.who.clear()
        for number, name in items:
            self.who.addItem(name, number)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)) if items else -1)
        self.who.blockSignals(False)
        self.search.setVisible(kind is TargetKind.PERSON)
        self.who.setVisible(kind is not TargetKind.QUEUE and bool(items))
        self.changed.emit()
