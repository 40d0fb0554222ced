"""One call below the table: what went wrong, the request and the answer side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.calls import CallKind, CallRecord
from app.domain.problem import Problem
from app.ui.calls.json_view import JsonView
from app.ui.calls.pretty import Layout, lines_with, pretty, raw, strings
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, IconButton, IconLabel, Segments, label, line

#: Below this width request and answer take turns.
NARROW = 920
Marks = list[tuple[int, int]]


class BodyPane(QWidget):
    """One body, laid out or as it came."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__()
        self._text, self._layout, self._marks = "", Layout("", is_json=False), Marks()
        self.title = label(title, "strong")
        self.style_choice = Segments(
            theme,
            self.tr("How to show: {side}").format(side=title),
            [("pretty", self.tr("Pretty")), ("raw", self.tr("Raw"))],
        )
        self.style_choice.chosen.connect(self._show)
        self.view = JsonView(theme, title)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(ElidedLabel(remark, "caption", "text3"))
        row.addWidget(self.style_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, line()):
            column.addWidget(part)
        column.addWidget(self.view, 1)

    def show_body(self, text: str, layout: Layout, marks: Marks) -> None:
        """Show a body that is laid out already, with marked lines."""
        self._text, self._layout, self._marks = text, layout, marks
        self._show()

    def go_to(self, line_number: int) -> None:
        """Bring a line of the laid-out form into view."""
        self.style_choice.choose("pretty")
        self._show()
        self.view.go_to(line_number)

    def _show(self) -> None:
        if self.style_choice.choice == "raw":
            self.view.show_layout(raw(self._text))
        else:
            self.view.show_layout(self._layout, self._marks)


class FailureLine(QFrame):
    """What went wrong in words, and the way to the line of the answer that says so."""

    go_to = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "danger")
        self.what = label("", "strong", wrap=True)
        self.why = label("", "body", "text2", wrap=True)
        self.link = Button(theme, "", "link")
        self.link.clicked.connect(self.go_to)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "alert", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.why)
        row.addLayout(words, 1)
        row.addWidget(self.link)

    def show_failure(self, record: CallRecord, marks: Marks) -> None:
        """Hidden for a call that went well."""
        self.setVisible(record.failed)
        if not record.failed:
            return
        what, why = self._words(record)
        self.what.setText(what)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.link.setVisible(bool(marks))
        if marks:
            self.link.setText(self.tr("Go to line {number}").format(number=marks[0][0] + 1))

    def _words(self, record: CallRecord) -> tuple[str, str]:
        if record.error:
            explained = explain_problem(Problem(record.error, record.error_text))
            own = [explained.text, record.error_text]
            return f"{explained.title} ({record.error})", " ".join(dict.fromkeys(filter(None, own)))
        what = self.tr("{refused} of {items} refused although the status is {status}.").format(
            refused=record.refused, items=record.items, status=record.status
        )
        texts = strings(record.answer, "ERRORS") or strings(record.answer, "error_description")
        return what, " ".join(dict.fromkeys(texts))


class CallDetail(QWidget):
    """The chosen call. Emits what to copy; the page owns the clipboard."""

    copy_curl, copy_json, closed = Signal(), Signal(), Signal()

    def __init__(self, theme: Theme, *, closable: bool = True) -> None:
        super().__init__()
        self._theme, self._closable = theme, closable
        self.method = ElidedLabel("", "mono")
        self.status, self.refused = Badge(theme), Badge(theme, "", "danger")
        self.facts = ElidedLabel("", "small", "text3")
        self.failure = FailureLine(theme)
        self.request = BodyPane(theme, self.tr("Request"), self.tr("secrets removed"))
        self.answer = BodyPane(theme, self.tr("Answer"))
        self.side = Segments(
            theme,
            self.tr("Request or answer"),
            [("request", self.tr("Request")), ("answer", self.tr("Answer"))],
        )
        self.side.chosen.connect(self._fit)
        self._marks = Marks()
        self.failure.go_to.connect(self._go_to_mark)
        self._arrange()

    def show_record(self, record: CallRecord) -> None:
        """Show a call; its refused items are marked on both sides."""
        self.method.setText(record.method)
        no_answer = self.tr("no answer")
        self.status.set(
            f"HTTP {record.status}" if record.status else no_answer,
            "neutral" if record.status == 200 else "danger",
        )
        refused = self.tr("{refused} of {items} refused").format(
            refused=record.refused, items=record.items
        )
        self.refused.set(refused if record.refused else "")
        server = self.tr("authorisation server") if record.kind is CallKind.OAUTH else ""
        took = self.tr("{ms} ms").format(ms=f"{record.milliseconds:,}")
        self.facts.setText(" · ".join(filter(None, (took, server, record.url))))
        request, answer = pretty(record.request), pretty(record.answer)
        self._marks = _answer_marks(record, answer)
        self.failure.show_failure(record, self._marks)
        self.request.show_body(record.request, request, _request_marks(request, answer))
        self.answer.show_body(record.answer, answer, self._marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or in turns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        self.side.setVisible(narrow)
        self.facts.setVisible(not narrow)
        self.request.setVisible(not narrow or self.side.choice == "request")
        self.answer.setVisible(not narrow or self.side.choice == "answer")

    def _go_to_mark(self) -> None:
        self.side.choose("answer")
        self._fit()
        self.answer.go_to(self._marks[0][0])

    def _arrange(self) -> None:
        self.curl_button = Button(self._theme, self.tr("Copy as curl"), icon="copy")
        self.json_button = Button(self._theme, self.tr("Copy as JSON"), icon="copy")
        self.curl_button.clicked.connect(self.copy_curl)
        self.json_button.clicked.connect(self.copy_json)
        close = IconButton(self._theme, "close", self.tr("Close the details (Esc)"))
        close.clicked.connect(self.closed)
        if not self._closable:
            close.hide()
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        left: list[QWidget] = [self.method, self.status, self.refused]
        right: list[QWidget] = [self.side, self.curl_button, self.json_button, close]
        for part in left:
            row.addWidget(part)
        row.addWidget(self.facts, 1)
        for part in right:
            row.addWidget(part)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(1)
        self.sides.addWidget(self.request)
        self.sides.addWidget(self.answer)
        self.sides.setSizes([500, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        stacked: list[QWidget] = [line(), bar, self.failure, line(), self.sides]
        for part in stacked:
            column.addWidget(part, 1 if part is self.sides else 0)


def _answer_marks(record: CallRecord, answer: Layout) -> Marks:
    """Refused items, or the lines that name the error."""
    items = [(item.first, item.last) for item in answer.refused()]
    if items or not record.failed:
        return items
    return [(number, number) for key in _ERROR_KEYS for number in lines_with(answer, key)]


_ERROR_KEYS = ("error", "error_description")


def _request_marks(request: Layout, answer: Layout) -> Marks:
    """The messages of the request that stand where the answer refused one."""
    places = {item.place for item in answer.refused() if item.key == '"RESULT"'}
    return [
        (item.first, item.last)
        for item in request.items
        if item.key == '"MESSAGES"' and item.place in places
    ]
