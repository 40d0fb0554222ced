"""What the adviser says of the chosen line: cards, each with a way to the setting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.line_advice import Advice
from app.domain.links import neutral
from app.ui.lines.advice_words import AdviceWords, look_of, said
from app.ui.lines.field_words import name_of
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, IconLabel, label

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_COLUMN = 720
_TONES = {"danger": "danger", "warning": "warning", "accent": "accent"}


class AdviceCard(QFrame):
    """One combination of settings: what, why, what now, and links to the settings."""

    field_wanted = Signal(str)

    def __init__(self, theme: Theme, advice: Advice) -> None:
        super().__init__()
        self.advice = advice
        self.setProperty("card", "true")
        icon, token = look_of(advice.severity)
        title, why, remedy = (neutral(text) for text in said(advice))
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{why} {remedy}")
        column = QVBoxLayout()
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, "strong", wrap=True), 1)
        badge = Badge(theme, AdviceWords().severity(advice.severity), _TONES[token])
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(label(why, "body", "text2", wrap=True))
        column.addWidget(label(remedy, "body", wrap=True))
        self.links = [self._link(theme, field) for field in advice.fields]
        links = QHBoxLayout()
        links.setSpacing(16)
        for link in self.links:
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _link(self, theme: Theme, field: str) -> Button:
        link = Button(theme, name_of(field), "link", "chevron-right")
        link.setAccessibleName(self.tr("Go to {name}").format(name=name_of(field)))
        link.clicked.connect(lambda: self.field_wanted.emit(field))
        return link


class AdviceTab(QScrollArea):
    """Made anew only when the advice has changed."""

    field_wanted = Signal(str)

    def __init__(self, theme: Theme, presenter: "LinesPresenter") -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._shown: tuple[int, tuple[Advice, ...]] | None = None
        self.cards: list[AdviceCard] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for signal in (presenter.changed, presenter.chosen):
            signal.connect(self.show_advice)
        self.show_advice()

    def show_advice(self) -> None:
        """Read the service again."""
        advice = self._presenter.service.advice(self._presenter.line)
        if self._shown == (self._presenter.line, advice):
            return
        self._shown = (self._presenter.line, advice)
        body = QWidget()
        body.setMaximumWidth(_COLUMN)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(10)
        note = self.tr("Looked at are the saved settings and the connectors of this line.")
        column.addWidget(label(note, "small", "text3", wrap=True))
        self.cards = [AdviceCard(self._theme, each) for each in advice]
        for card in self.cards:
            card.field_wanted.connect(self.field_wanted)
            column.addWidget(card)
        if not advice:
            text = self.tr("Nothing stands out: no settings that contradict each other.")
            column.addWidget(label(text, "body", wrap=True))
        column.addStretch(1)
        self.setWidget(body)
