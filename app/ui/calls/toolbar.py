"""The top of the Calls page: search, filters, the two meters, pause."""

from PySide6.QtCore import QLocale, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.calls.presenter import OPERATING_LIMIT, CallsPresenter
from app.ui.style import Theme
from app.ui.widgets import Button, IconButton, Meter, SearchField, Segments, Switch, label, line

_TYPING_PAUSE = 150
_ROOM_FOR_BOTH = 1240
_ROOM_FOR_ONE = 960
_OTHERS = 110


class CallsToolbar(QWidget):
    """Filters the rows of the presenter and shows its meters."""

    def __init__(self, theme: Theme, presenter: CallsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.search = SearchField(theme, self.tr("Method, code, text"), "Ctrl F", self.tr("Search"))
        self.kind = Segments(
            theme,
            self.tr("Which calls"),
            [
                ("all", self.tr("All")),
                ("errors", self.tr("Errors")),
                ("writes", self.tr("Writes")),
                ("sign-in", self.tr("Sign-in")),
            ],
        )
        self.polls = Switch(theme, self.tr("Without polls"))
        self.polls.setChecked(presenter.without_polls)
        self.polls.setToolTip(
            self.tr(
                "Leave out what the program asks again and again by itself, such as "
                "event.offline.get; what failed is shown all the same."
            )
        )
        self.bucket = Meter(theme, self.tr("Bucket"), 96)
        self.bucket_text = label("", "small")
        self.operating = Meter(theme, self.tr("Operating time"), 72)
        self.operating_name = label("", "small", "text2")
        self.operating_text = label("", "small")
        self.waiting = Button(theme, "", "link")
        self.pause = IconButton(theme, "pause", self.tr("Hold the table still"))
        self.pause.setCheckable(True)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._arrange()
        self._wire()
        self._on_counted()
        self._on_measured()

    def clear(self) -> None:
        """Show everything again."""
        self.kind.choose("all")
        self._presenter.rows.show_kind("all")
        self.search.clear()
        self._typing.stop()
        self._presenter.rows.show_words("")

    def show_polls(self) -> None:
        """What the program asks again and again is left out no more."""
        self.polls.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Meters give way when there is little room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Without the meters: they are in nobody's way, or the window could never get smaller."""
        shown = sum(part.sizeHint().width() for part in (self.kind, self.polls))
        needed = self.search.minimumWidth() + shown + _OTHERS
        return QSize(needed, super().minimumSizeHint().height())

    def _fit(self) -> None:
        width = self.width()
        self._operating_box.setVisible(width >= _ROOM_FOR_BOTH and self._has_operating)
        self._bucket_box.setVisible(width >= _ROOM_FOR_ONE)

    def toggle_pause(self) -> None:
        """Hold the table still, or let it go on."""
        self.set_paused(not self._presenter.paused)

    def set_paused(self, paused: bool) -> None:
        """See `toggle_pause`."""
        self.pause.setChecked(paused)
        self._presenter.pause(paused)
        self.pause.set_icon("play" if paused else "pause")
        self.pause.set_name(self.tr("Go on") if paused else self.tr("Hold the table still"))
        self._on_counted()

    def _arrange(self) -> None:
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(280)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name = label(self.tr("Bucket"), "small", "text2")
        self._bucket_box = _group(name, self.bucket, self.bucket_text)
        self._operating_box = _group(self.operating_name, self.operating, self.operating_text)
        self._has_operating = False
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 2)
        row.addWidget(self.kind)
        row.addWidget(self.polls)
        row.addStretch(1)
        for part in (self._bucket_box, self._operating_box, self.waiting, self.pause):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(line())

    def _wire(self) -> None:
        self.kind.chosen.connect(self._presenter.rows.show_kind)
        self.polls.toggled.connect(self._presenter.leave_out_polls)
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(lambda: self._presenter.rows.show_words(self.search.text()))
        self.pause.clicked.connect(self.set_paused)
        self.waiting.clicked.connect(self.toggle_pause)
        self._presenter.counted.connect(self._on_counted)
        self._presenter.measured.connect(self._on_measured)

    def _on_counted(self) -> None:
        errors = self._presenter.model.errors
        text = self.tr("Errors")
        self.kind.set_text("errors", f"{text} {errors}" if errors else text)
        waiting = self._presenter.model.waiting
        self.waiting.setText(self.tr("%n new call(s)", "", waiting))
        self.waiting.setVisible(waiting > 0)

    def _on_measured(self) -> None:
        level, capacity = self._presenter.bucket()
        self.bucket.set(level, capacity)
        of = self.tr("{used} of {most}")
        self.bucket_text.setText(of.format(used=f"{level:.0f}", most=f"{capacity:.0f}"))
        used = self._presenter.operating()
        self._has_operating = used is not None
        if used is not None:
            name = used.method.removeprefix("imconnector.")
            self.operating_name.setText(self.tr("{method}, 10 min").format(method=name))
            self.operating.set(used.seconds, OPERATING_LIMIT)
            text = self.tr("{used} of {most} s")
            self.operating_text.setText(
                text.format(
                    used=QLocale().toString(used.seconds, "f", 1), most=f"{OPERATING_LIMIT:.0f}"
                )
            )
        self._fit()


def _group(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(8, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return box
