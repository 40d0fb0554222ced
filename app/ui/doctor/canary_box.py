"""The message that goes round: what it is, the button, and how it went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.doctor import Check, Finding
from app.ui.doctor.check_item import CheckItem
from app.ui.doctor.check_list import names_width
from app.ui.doctor.words import DoctorWords
from app.ui.style import Theme
from app.ui.widgets import Button, label, line


class CanaryBox(QWidget):
    """Nothing is sent before a person has read what operators will see."""

    asked = Signal()
    fix_wanted = Signal(str)
    call_wanted = Signal(object)  # a Proof

    def __init__(self, theme: Theme, words: DoctorWords, check: Check) -> None:
        super().__init__()
        self.name = label(self.tr("On request"), "strong", wrap=True)
        self.text = label(
            self.tr(
                "Reading the set-up cannot prove that messages pass. A message of a made-up "
                "customer can."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self.button = Button(theme, self.tr("Send a message round…"), icon="send")
        self.button.clicked.connect(self.asked)
        self.item = CheckItem(theme, words, check.key)
        self.item.call_wanted.connect(self.call_wanted)
        self.item.fix_wanted.connect(lambda: self.fix_wanted.emit(check.key))
        self.item.hide()
        what = QVBoxLayout()
        what.setSpacing(8)
        what.addWidget(self.text)
        what.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        what.addWidget(self.item)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 6)
        row.setSpacing(0)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(what, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In line with the groups above."""
        super().resizeEvent(event)
        self.name.setFixedWidth(names_width(self.width()))

    def show_finding(self, finding: Finding | None, note: str) -> None:
        """How the last one went; None before the first."""
        self.item.setVisible(finding is not None)
        if finding is None:
            self.item.open(opened=False)
        else:
            self.item.show_finding(finding, note, current=False, mended=None)

    def set_state(self, *, read_only: bool, busy: bool, sending: bool, mine: bool) -> None:
        """Whether one can be sent now, and why not; `mine`: its remedy is under way."""
        self.item.set_state(read_only=read_only, busy=busy, mine=mine)
        self.button.set_busy(sending)
        self.button.setEnabled(not read_only and not busy)
        why = self.tr("This profile is read-only: no write leaves this program.")
        self.button.setToolTip(why if read_only else "")
