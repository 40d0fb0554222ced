"""The chosen event below the list: what is posted, what the handler said, and Resend."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.forwarding import Forward, Preview
from app.domain.links import neutral
from app.ui.calls.detail import NARROW, BodyPane, Marks
from app.ui.calls.pretty import pretty, raw
from app.ui.forward.words import ForwardWords
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, Segments, line

_TONES = {True: "success", False: "danger"}


class ForwardDetail(QWidget):
    """Asks by a signal; never posts itself."""

    resend_asked = Signal()

    def __init__(self, theme: Theme, words: ForwardWords) -> None:
        super().__init__()
        self._words = words
        self.name = ElidedLabel("", "mono")
        self.outcome = Badge(theme)
        self.resend = Button(theme, self.tr("Resend"), icon="refresh")
        self.resend.setToolTip(self.tr("Post this event once more, now (Ctrl+Enter)"))
        self.resend.clicked.connect(self.resend_asked)
        self.request = BodyPane(
            theme, self.tr("Form"), self.tr("as of the last try, without tokens")
        )
        self.answer = BodyPane(theme, self.tr("Answer"), self.tr("its beginning"))
        self.side = Segments(
            theme,
            self.tr("Form or answer"),
            [("request", self.tr("Form")), ("answer", self.tr("Answer"))],
        )
        self.side.chosen.connect(self._fit)
        self._arrange()

    def show_forward(self, forward: Forward, preview: Preview) -> None:
        """Show an event, what is posted, and the answer if there is one."""
        self.name.setText(f"#{forward.event} {neutral(forward.name)}")
        tone = "warning" if forward.status is None else _TONES[forward.ok]
        self.outcome.set(self._words.outcome(forward), tone)
        text = "\n".join(f"{neutral(name)} = {value}" for name, value in preview.fields)
        self.request.show_body(preview.body, raw(text), Marks())
        said = forward.answer or (self.tr("no answer yet") if forward.status is None else "")
        self.answer.show_body(said, pretty(said), Marks())

    def minimumSizeHint(self) -> QSize:
        """The window may be small: the panes scroll."""
        return QSize(300, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or in turns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        self.side.setVisible(narrow)
        self.request.setVisible(not narrow or self.side.choice == "request")
        self.answer.setVisible(not narrow or self.side.choice == "answer")

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(self.name, 1)
        bar.addWidget(self.outcome)
        bar.addWidget(self.side)
        bar.addWidget(self.resend)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(1)
        sides.addWidget(self.request)
        sides.addWidget(self.answer)
        sides.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(bar)
        column.addWidget(line())
        column.addWidget(sides, 1)
