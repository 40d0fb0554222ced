"""The tabs above the list, each with its number of dialogs. Says which one was chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.dialogs.filter_words import FilterWords
from app.ui.dialogs.list_sieve import TABS
from app.ui.labels import plain_tip
from app.ui.style import Theme, dress

_AROUND, _PADDING = 8, 12
#: Whose figures give way first where there is no room for all.
_GIVE_WAY = ("closed", "all", "mine", "waiting")


class ListTabs(QWidget):
    """Names are never cut: where they have no room their figures go, into the tooltip."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: FilterWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._counts: Mapping[str, int] = {}
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(_AROUND, 4, _AROUND, 6)
        row.setSpacing(0)
        for key in TABS:
            button = self.buttons[key] = QPushButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)
            dress(button, kind="tab")
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            row.addWidget(button)
        row.addStretch(1)
        theme.changed.connect(self._fit)

    def show_counts(self, counts: Mapping[str, int], chosen: str) -> None:
        """How many dialogs each of them has, and which one is chosen."""
        self._counts = counts
        for key, button in self.buttons.items():
            button.setAccessibleName(self._words.tab(key, counts[key]))
            button.setChecked(key == chosen)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The list may be narrower than all figures."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer figures have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._counts:
            return
        bold = self._theme.font("small")
        bold.setWeight(QFont.Weight.DemiBold)  # the chosen one; the others take as much room
        metrics = QFontMetrics(bold)
        whole = {key: self._words.tab(key, count) for key, count in self._counts.items()}
        texts = dict(whole)
        room = self.width() - 2 * _AROUND
        for key in _GIVE_WAY:
            needed = sum(metrics.horizontalAdvance(each) + _PADDING for each in texts.values())
            if needed > room:
                texts[key] = self._words.tab_part(key)
        for key, button in self.buttons.items():
            button.setText(texts[key])
            button.setMinimumWidth(metrics.horizontalAdvance(texts[key]) + _PADDING)
            button.setToolTip(plain_tip(whole[key]) if texts[key] != whole[key] else "")
