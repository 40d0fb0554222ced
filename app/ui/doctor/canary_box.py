"""The message that goes round: what it is, the button, and how it went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.doctor import Check, Finding, Verdict
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
        self._check, self._sending = check, False
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
        self.button = Button(theme, self.tr("Send a test message…"), icon="send")
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
        if sending and not self._sending:
            self._show_sending()
        self._sending = sending
        self.item.set_state(read_only=read_only, busy=busy, mine=mine)
        self.button.set_busy(sending)
        self.button.setEnabled(not read_only and not busy)
        why = self.tr("This profile is read-only: no write leaves this program.")
        self.button.setToolTip(why if read_only else "")

    def show_end(self, finding: Finding | None, note: str) -> None:
        """The message came round, or it was stopped: None if none ever did."""
        if finding is None and self.window().focusWidget() is self.item.row:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_finding(finding, note)
        self.item.open(finding is not None)

    def _show_sending(self) -> None:
        """The keyboard must not stay on a button that cannot be pressed: it would be sent away to
        the top of the page.
        """
        self.item.open(opened=False)
        self.item.show_finding(Finding(self._check, Verdict.WAITING), "", current=True, mended=None)
        self.item.show()
        if self.window().focusWidget() is self.button:
            self.item.row.setFocus(Qt.FocusReason.OtherFocusReason)
