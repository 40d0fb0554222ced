"""Why does this connector not work on this line? In the right pane of the Connectors page."""

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.doctor import MESSAGE_CANARY, Finding, Proof, Verdict
from app.ui.connectors.words import clock_time
from app.ui.doctor.canary_box import CanaryBox
from app.ui.doctor.check_item import CheckItem
from app.ui.doctor.check_list import CheckList
from app.ui.doctor.head import DoctorHead
from app.ui.doctor.presenter import CANARY, EXAMINE, MEND, DoctorPresenter
from app.ui.doctor.questions import DoctorQuestions
from app.ui.doctor.report import Report
from app.ui.doctor.words import DoctorWords, harms_others, place_of
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState, ErrorPanel

if TYPE_CHECKING:
    from app.services.desk import Desk

_SETTLED = 50  # ms


class DoctorView(QWidget):
    """Examines as soon as it is given a connector and a line."""

    go = Signal(str, object)  # another page, payload
    back = Signal()

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._theme = desk, theme
        self.words = DoctorWords(self)
        self.presenter = DoctorPresenter(desk, self)
        self.head = DoctorHead(theme)
        self.error = ErrorPanel(theme, self.tr("Run again"))
        self.list = CheckList(theme, self.words, self.presenter.checks)
        self.canary = CanaryBox(theme, self.words, MESSAGE_CANARY)
        self.empty = EmptyState(
            theme,
            "stethoscope",
            self.tr("No line to examine yet"),
            self.tr(
                "The doctor follows a message through a line. Connect the connector to one first."
            ),
            [Action(self.tr("Choose a line"), self.back.emit, "plug")],
        )
        self._questions = DoctorQuestions(self)
        self._chosen = False  # the person opened a finding, so none is opened for him
        self._ended: datetime | None = None  # when the findings were true
        self._arrange()
        self._wire()

    def examine(self, connector: str, line: int) -> None:
        """Look at a connector on a line; 0 stands for the first line that it is connected to."""
        self._chosen = False
        self.error.clear()
        known = self.presenter.show(connector, line)
        self.empty.setVisible(not known)
        self.area.setVisible(known)
        self.head.bar.setVisible(known)
        self._show_all()
        if known:
            self.list.focus_check(self.presenter.checks[0].key)

    async def leave(self) -> None:
        """End all work."""
        await self.presenter.tasks.close()

    def copy_report(self) -> None:
        """The whole examination as Markdown, for somebody who helps."""
        QGuiApplication.clipboard().setText(self.report())

    def report(self) -> str:
        """See `copy_report`."""
        presenter, profile = self.presenter, self._desk.session.profile
        line = self.tr("Line {id}").format(id=presenter.line)
        facts = [profile.address, presenter.connector, f"{line}: {presenter.line_name()}"]
        return Report(self).write(
            self.head.title.whole_text(), facts, presenter.findings(), presenter.mends, self.words
        )

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.canary)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        problem = QVBoxLayout()
        problem.setContentsMargins(24, 0, 24, 8)
        problem.addWidget(self.error)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(problem)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.empty, 1)
        self.empty.hide()
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        presenter, head = self.presenter, self.head
        presenter.begun.connect(self._on_begun)
        presenter.found.connect(self._on_found)
        presenter.changed.connect(self._show_state)
        presenter.tasks.busy_changed.connect(self._tell_end)
        presenter.failed.connect(lambda error: self.error.show_error(explain(error)))
        presenter.sign_in_wanted.connect(lambda: self.go.emit("sign in", None))
        head.back.connect(self.back)
        head.line_chosen.connect(lambda line: self.examine(presenter.connector, line))
        head.copy.clicked.connect(self.copy_report)
        head.rest.clicked.connect(lambda: self._run(whole=True))
        head.again.clicked.connect(self._run_again)
        head.stop.clicked.connect(presenter.cancel)
        self.error.action.connect(self._run_again)
        self.list.fix_wanted.connect(self._mend)
        self.list.call_wanted.connect(self._go_to_call)
        self.list.moved.connect(lambda row: self.area.ensureWidgetVisible(row, 0, 40))
        for key, item in self.list.items.items():
            item.row.clicked.connect(lambda _, key=key: self._on_clicked(key))
        self.canary.asked.connect(lambda: presenter.tasks.start("ask", self._ask_canary))
        self.canary.fix_wanted.connect(self._mend)
        self.canary.call_wanted.connect(self._go_to_call)
        stop = self._desk.session.changed.connect(lambda _: self._show_state())
        self.destroyed.connect(stop)

    def _run(self, *, whole: bool) -> None:
        self.error.clear()
        self.presenter.run(whole=whole)

    def _run_again(self) -> None:
        self._chosen = False
        self.error.clear()
        self.presenter.run_again()

    def _mend(self, key: str) -> None:
        self.error.clear()
        self._chosen = False  # what comes to light after it is opened
        finding = self.presenter.finding(key)
        if harms_others(finding) and not self.presenter.read_only:
            self.presenter.tasks.start("ask", partial(self._ask_to_mend, finding))
        else:
            self.presenter.mend(key)

    def _on_clicked(self, key: str) -> None:
        self._chosen = True
        self.area.ensureWidgetVisible(self.list.items[key].row, 0, 40)

    def _on_begun(self) -> None:
        kept = self.list.opened() if self._chosen or self.presenter.mends else []
        self._show_all()
        if not kept:
            self.list.open_only("")

    def _on_found(self, key: str) -> None:
        self._show_check(key)
        self._show_progress()
        worst = self.presenter.worst()
        if worst is not None and worst.check.key == key and not self._chosen:
            self.list.open_only(key)
            self._bring(self.list.items[key])

    def _bring_worst(self) -> None:
        """When the opened card has its height."""
        worst = self.presenter.worst()
        if worst is not None and not self._chosen:
            self._bring(self.list.items[worst.check.key])

    def _show_round(self) -> None:
        """How the message went round, opened and in view."""
        found = self.presenter.canary
        self.canary.show_end(found, f"{found.milliseconds} ms" if found else "")
        self._bring_later(self.canary.item)

    def _bring_later(self, item: CheckItem) -> None:
        QTimer.singleShot(_SETTLED, self, partial(self._bring, item))

    def _bring(self, item: CheckItem) -> None:
        """Scroll to a card: its button, or its end, and its head above all."""
        if item.body is not None:
            last = item.body.fix if item.body.fix.isVisible() else item.body
            self.area.ensureWidgetVisible(last, 0, 16)
        self.area.ensureWidgetVisible(item.row, 0, 8)

    def _show_all(self) -> None:
        presenter = self.presenter
        lines = presenter.lines()
        here = next((line for line in lines if line.id == presenter.line), None)
        name = presenter.line_name() if presenter.line else ""
        self.head.show_patient(presenter.connector, here, name)
        self.head.show_lines(lines, presenter.line)
        for check in presenter.checks:
            self._show_check(check.key)
        self._show_check(MESSAGE_CANARY.key)
        self._show_progress()
        self._show_state()

    def _show_check(self, key: str) -> None:
        presenter = self.presenter
        if key == MESSAGE_CANARY.key:
            found = presenter.canary
            self.canary.show_finding(found, f"{found.milliseconds} ms" if found else "")
            return
        finding = presenter.finding(key)
        checks = presenter.checks
        note = self.words.progress(
            place_of(finding.check, checks), len(checks), finding.milliseconds
        )
        current = key == presenter.current and presenter.is_busy(EXAMINE)
        mended = presenter.mends.get(key)
        self.list.items[key].show_finding(finding, note, current=current, mended=mended)

    def _show_progress(self) -> None:
        findings = self.presenter.findings()
        keys = [each.check.key for each in findings]
        current = keys.index(self.presenter.current) if self.presenter.current in keys else -1
        text = self.words.summary(findings)
        if self.presenter.stopped and not self.presenter.is_busy(EXAMINE):
            worst = self.presenter.worst()
            text = text if worst else self.tr("{summary} · stopped").format(summary=text)
        if self._ended is not None and not self.presenter.is_busy(EXAMINE):
            text = self.tr("{summary} · {time}").format(summary=text, time=clock_time(self._ended))
        self.head.summary.setText(text if self.presenter.line else "")
        self.head.bar.show_verdicts([each.verdict for each in findings], current, text)
        self.list.show_tallies(findings)

    def _show_state(self) -> None:
        presenter, head = self.presenter, self.head
        busy, looking = presenter.is_busy(), presenter.is_busy(EXAMINE, CANARY)
        waits = any(each.verdict is Verdict.WAITING for each in presenter.findings())
        known = bool(presenter.line)
        head.stop.setVisible(looking)
        head.again.setVisible(known and not looking)
        head.again.setEnabled(not busy)
        head.rest.setVisible(known and waits and not looking and presenter.worst() is not None)
        head.rest.setEnabled(not busy)
        head.copy.setVisible(known)
        head.copy.setEnabled(not looking)
        locked = presenter.read_only
        for key, item in self.list.items.items():
            mine = presenter.mending == key and presenter.is_busy(MEND)
            item.set_state(read_only=locked, busy=busy, mine=mine)
        sending = presenter.is_busy(CANARY)
        mine = presenter.mending == MESSAGE_CANARY.key and presenter.is_busy(MEND)
        self.canary.set_state(read_only=locked, busy=busy, sending=sending, mine=mine)
        self._show_progress()
        if sending:
            self._bring_later(self.canary.item)

    def _tell_end(self, name: str, busy: bool) -> None:
        """A screen reader hears how it came out, wherever the keyboard is."""
        if name == EXAMINE and not busy:
            self._ended = datetime.now(UTC)
            self._show_progress()
            QTimer.singleShot(_SETTLED, self, self._bring_worst)
        if name == CANARY and not busy:
            self._show_round()
        if name == EXAMINE and not busy and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.head.summary.text())
            QAccessible.updateAccessibility(event)

    def _go_to_call(self, proof: Proof) -> None:
        self.go.emit("calls", self.presenter.call_of(proof))

    async def _ask_canary(self) -> None:
        if await self._questions.canary(self.presenter.line_name()):
            self.presenter.send_canary()

    async def _ask_to_mend(self, finding: Finding) -> None:
        connector, profile = self.presenter.connector, self._desk.session.profile
        if await self._questions.mend(finding, connector, profile):
            self.presenter.mend(finding.check.key)
