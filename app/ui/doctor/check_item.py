"""A check in the list: its line, and below it the finding while it is opened."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPainterStateGuard, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.doctor import Finding, Verdict
from app.ui.doctor.check_row import CheckRow
from app.ui.doctor.finding_body import FindingBody
from app.ui.doctor.presenter import Mended
from app.ui.doctor.words import DoctorWords, Look
from app.ui.style import Theme

#: Border and ground of the heading for a verdict.
_FRAMES = {
    Verdict.FAILED: ("danger", "dangerSoft"),
    Verdict.WARNING: ("warning", "warningSoft"),
    Verdict.PASSED: ("success", "successSoft"),
}
_OTHER = ("borderStrong", "bg2")
_HEAD = 36


class CheckItem(QWidget):
    """Its body is made when it is opened for the first time."""

    toggled = Signal(bool)
    fix_wanted = Signal()
    call_wanted = Signal(object)  # a Proof

    def __init__(self, theme: Theme, words: DoctorWords, key: str) -> None:
        super().__init__()
        self.key = key
        self._theme, self._words = theme, words
        self._finding: Finding | None = None
        self._mended: Mended | None = None
        self._state: dict[str, bool] = {"read_only": False, "busy": False, "mine": False}
        self.row = CheckRow(theme)
        self.body: FindingBody | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.row.toggled.connect(self._on_toggled)
        theme.changed.connect(self.update)

    @property
    def is_open(self) -> bool:
        """Whether the finding is shown."""
        return self.row.isChecked()

    def show_finding(
        self, finding: Finding, note: str, *, current: bool, mended: Mended | None
    ) -> None:
        """What is known of the check; `current` while it is being looked at."""
        self._finding, self._mended = finding, mended
        look = self._words.look(finding.verdict)
        if current:
            look = Look(self.tr("being looked at"), "clock", "accent")
        self.row.show_check(self._words.title(finding), finding.verdict, look, note)
        self._fill()
        self.update()

    def set_state(self, *, read_only: bool, busy: bool, mine: bool) -> None:
        """Whether something can be mended now."""
        self._state = {"read_only": read_only, "busy": busy, "mine": mine}
        self._fill_state()

    def open(self, opened: bool = True) -> None:
        """Show or hide the finding."""
        self.row.setChecked(opened)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame of an opened finding; its heading has the ground of the verdict."""
        if not self.is_open or self._finding is None:
            return
        border, ground = _FRAMES.get(self._finding.verdict, _OTHER)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 4.5, -0.5, -4.5)
            path = QPainterPath()
            path.addRoundedRect(box, 6, 6)
            painter.fillPath(path, self._theme.colour("bg1"))
            with QPainterStateGuard(painter):
                painter.setClipPath(path)
                head = QRectF(box.left(), box.top(), box.width(), self.row.geometry().bottom() - 3)
                painter.fillRect(head, self._theme.colour(ground))
            painter.setPen(QPen(self._theme.colour(border), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

    def _on_toggled(self, opened: bool) -> None:
        margin = 5 if opened else 0
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.row.setMinimumHeight(_HEAD if opened else 0)
        if opened and self.body is None:
            self._make_body()
        if self.body is not None:
            self.body.setVisible(opened)
        self._fill()
        self.row.update()
        self.toggled.emit(opened)

    def _make_body(self) -> None:
        self.body = FindingBody(self._theme, self._words)
        self.body.fix_wanted.connect(self.fix_wanted)
        self.body.call_wanted.connect(self.call_wanted)
        self._column.addWidget(self.body)
        before: QWidget = self.row
        for stop in self.body.stops():
            QWidget.setTabOrder(before, stop)
            before = stop

    def _fill(self) -> None:
        if self.is_open and self.body is not None and self._finding is not None:
            self.body.show_finding(self._finding, self._mended)
            self._fill_state()

    def _fill_state(self) -> None:
        if self.body is not None and self._finding is not None:
            self.body.set_state(remedy=self._finding.remedy, **self._state)
