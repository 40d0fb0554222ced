"""Every row and every call behind one message, in order, as they came and laid out to be read."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.calls import CallRecord
from app.domain.links import neutral
from app.domain.trace import CallEvidence, Evidence, RowEvidence
from app.services.traffic import Traffic
from app.ui.calls.detail import BodyPane, CallDetail, Marks
from app.ui.calls.pretty import pretty
from app.ui.labels import ElidedLabel
from app.ui.style import Theme
from app.ui.trace.evidence_list import EvidenceList
from app.ui.trace.times import TraceTimes
from app.ui.widgets import Button, EmptyState, label, line
from app.ui.wrapping import breakable

_WIDTH, _HEIGHT = 1000, 620
_LIST = 264


class RawDialog(QDialog):
    """Accepted with `wanted`, the call that the person wants to see in Calls. `find` gives a kept
    call as this run has it, None when it was made in an earlier one.
    """

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        about: str,
        evidence: Sequence[Evidence],
        find: Callable[[CallRecord], CallRecord | None],
    ) -> None:
        super().__init__(parent)
        self._room = parent.window().size()
        self.setObjectName("prompt")
        self.wanted: CallRecord | None = None
        self._theme, self._evidence, self._find = theme, tuple(evidence), find
        self._times = TraceTimes(self)
        self.setWindowTitle(self.tr("Raw rows and calls"))
        self._about = about
        self.list = EvidenceList(theme)
        self.facts = label("", "small", "text2", wrap=True)
        self.row = BodyPane(theme, self.tr("Row"), self.tr("as it came"))
        self.call = CallDetail(theme, closable=False)
        self.copy = Button(theme, self.tr("Copy as JSON"), icon="copy")
        self.open_call = Button(theme, self.tr("Open the call in Calls"), icon="calls")
        self.close_button = Button(theme, self.tr("Close"))
        self._arrange()
        self._wire()
        self._fill()
        self.resize(self.sizeHint())
        self.list.setFocus()

    def sizeHint(self) -> QSize:
        """Wide, but never wider than what it stands over."""
        return QSize(_WIDTH, _HEIGHT).boundedTo(self._room - QSize(48, 48))

    def chosen(self) -> Evidence | None:
        """The row or call that is shown."""
        place = self.list.currentRow()
        return self._evidence[place] if 0 <= place < len(self._evidence) else None

    def _fill(self) -> None:
        now = datetime.now(UTC)
        for each in self._evidence:
            name = each.name if isinstance(each, RowEvidence) else each.record.method
            kind = self.tr("Row") if isinstance(each, RowEvidence) else self.tr("Call")
            time = self._times.moment(each.at, now)
            failed = isinstance(each, CallEvidence) and each.record.failed
            self.list.add(neutral(name), f"{kind} · {time}", failed=failed)
        self.list.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        chosen = self.chosen()
        self._stack.setCurrentWidget(self._nothing if chosen is None else self._right)
        self.copy.setVisible(isinstance(chosen, RowEvidence))  # a call has a button of its own
        self.list.setVisible(chosen is not None)
        if isinstance(chosen, RowEvidence):
            self._parts.setCurrentWidget(self.row)
            self.row.show_body(chosen.raw, pretty(chosen.raw), Marks())
            self.facts.setText(breakable(neutral(self._of_row(chosen))))
        elif isinstance(chosen, CallEvidence):
            self._parts.setCurrentWidget(self.call)
            self.call.show_record(chosen.record)
            self.facts.setText(self._of_call(chosen))
        self.facts.setVisible(bool(self.facts.text()))
        self._show_way(chosen)

    def _show_way(self, chosen: Evidence | None) -> None:
        """Only calls of this run are in Calls."""
        is_call = isinstance(chosen, CallEvidence)
        self.open_call.setVisible(is_call)
        there = isinstance(chosen, CallEvidence) and self._find(chosen.record) is not None
        self.open_call.setEnabled(there)
        gone = self.tr("It was made before the program was started: Calls has only later ones.")
        self.open_call.setToolTip("" if there else gone)

    def _of_row(self, row: RowEvidence) -> str:
        now = datetime.now(UTC)
        queued = self._times.moment(row.queued_at, now) if row.queued_at else ""
        parts = [
            self.tr("row {number}").format(number=row.row) if row.row else "",
            self.tr("at the portal {time}").format(time=queued) if queued else "",
            self.tr("read {time}").format(time=self._times.moment(row.read_at, now)),
            self.tr("process {id}").format(id=row.process) if row.process else "",
            self.tr("applied {time}").format(time=self._times.moment(row.applied_at, now)),
            self.tr("not understood: {reason}").format(reason=row.reason) if row.reason else "",
        ]
        return " · ".join(filter(None, parts))

    def _of_call(self, call: CallEvidence) -> str:
        if not call.cut:
            return ""
        record = call.record
        return self.tr(
            "Long sides are kept in part: {request} of {all_request} characters of the request, "
            "{answer} of {all_answer} of the answer."
        ).format(
            request=len(record.request),
            all_request=call.request_length,
            answer=len(record.answer),
            all_answer=call.answer_length,
        )

    def _copy(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, RowEvidence):
            QGuiApplication.clipboard().setText(pretty(chosen.raw, len(chosen.raw)).text)
        elif isinstance(chosen, CallEvidence):
            QGuiApplication.clipboard().setText(Traffic.as_json(chosen.record))

    def _copy_curl(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, CallEvidence):
            QGuiApplication.clipboard().setText(Traffic.as_curl(chosen.record))

    def _on_open_call(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, CallEvidence):
            self.wanted = self._find(chosen.record)
            self.accept()

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.copy.clicked.connect(self._copy)
        self.open_call.clicked.connect(self._on_open_call)
        self.close_button.clicked.connect(self.reject)
        self.call.copy_json.connect(self._copy)
        self.call.copy_curl.connect(self._copy_curl)

    def _arrange(self) -> None:
        self._nothing = EmptyState(
            self._theme,
            "list",
            self.tr("Nothing is kept of this message"),
            self.tr("It was written by an older version of this program, or is a note of its own."),
        )
        self._parts = QStackedWidget()
        self._parts.addWidget(self.row)
        self._parts.addWidget(self.call)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.facts.setContentsMargins(16, 8, 16, 8)
        right.addWidget(self.facts)
        right.addWidget(self._parts, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._right)
        self._stack.addWidget(self._nothing)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self._stack)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST, _WIDTH - _LIST])
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.addWidget(label(self.windowTitle(), "title"))
        head.addWidget(ElidedLabel(neutral(self._about), "body", "text2"))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addWidget(self.open_call)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(split, 1)
        column.addWidget(line())
        column.addLayout(foot)
