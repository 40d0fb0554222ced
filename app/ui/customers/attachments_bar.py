"""The files that go with a message while it is written: a chip each, with a way to remove it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dialog import Attachment
from app.domain.links import neutral
from app.ui.emptying import take_all
from app.ui.labels import plain_tip
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconButton, IconLabel

_ICONS = {"image": "image"}
_WIDEST = 320


class AttachmentsBar(QWidget):
    """Hidden while there are none."""

    removed = Signal(int)  # which

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Attachment, ...] = ()
        self.setAccessibleName(self.tr("Attached files"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show these."""
        if tuple(attachments) == self._shown:
            return
        self._shown = tuple(attachments)
        for chip in take_all(self._column):
            chip.hide()
            chip.deleteLater()
        for number, each in enumerate(self._shown):
            self._column.addWidget(self._chip(number, each))
        self.setVisible(bool(self._shown))

    def _chip(self, number: int, attachment: Attachment) -> QFrame:
        name = neutral(attachment.name)
        chip = QFrame()
        chip.setProperty("card", "true")
        chip.setMaximumWidth(_WIDEST)
        chip.setToolTip(plain_tip(neutral(attachment.url)))
        words = self.tr("Remove {name}").format(name=name)
        remove = IconButton(self._theme, "close", words, size=12)
        remove.clicked.connect(lambda: self.removed.emit(number))
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, _ICONS.get(attachment.kind, "file")))
        row.addWidget(ElidedLabel(name, "small"), 1)
        row.addWidget(remove)
        return chip
