"""That the portal's clock and this computer's differ: figures are made of the times of both."""

from datetime import timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.statistics.plot_words import FigureWords
from app.ui.style import Theme, dress
from app.ui.widgets import IconLabel, label


class ClockBar(QFrame):
    """Hidden while they go together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = FigureWords(self)
        self.text = label("", "body", wrap=True)
        dress(self, card="soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "clock", "text2"))
        row.addWidget(self.text, 1)
        self.hide()

    def show_ahead(self, ahead: timedelta) -> None:
        """How far the portal's clock is ahead; negative when it is behind."""
        self.setVisible(bool(ahead))
        if not ahead:
            return
        text = self.tr(
            "The portal's clock is {time} ahead of this computer's. All times here are counted by "
            "this computer's clock."
        )
        if ahead < timedelta():
            text = self.tr(
                "The portal's clock is {time} behind this computer's. All times here are counted "
                "by this computer's clock."
            )
        text = text.format(time=self._words.duration(abs(ahead).total_seconds()))
        if text != self.text.text():
            self.text.setText(text)
            self.setAccessibleName(text)
