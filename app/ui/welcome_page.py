"""What stands in the window while nobody is signed in: what this program is, and how to begin."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.buttons import Button
from app.ui.labels import IconLabel, label
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.ui.errors import Explained
    from app.ui.panels import ErrorPanel

_WIDTH = 560


class WelcomePage(QWidget):
    """Two ways in; work in progress and a failure are shown in the same place."""

    sign_in_requested = Signal()
    sandbox_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._action: Callable[[], None] | None = None
        self.sign_in = Button(theme, self.tr("Sign in to a portal"), "primary", "key")
        self.sandbox = Button(theme, self.tr("Use the sandbox"), "normal", "lamp")
        self.sign_in.clicked.connect(self.sign_in_requested)
        self.sandbox.clicked.connect(self.sandbox_requested)
        self.busy = label("", "body", "text2", wrap=True)
        self.busy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(240)
        self._failed = False
        self._panel: QWidget | None = None
        self._arrange()
        self.show_ready()

    def show_ready(self) -> None:
        """Both buttons, nothing else."""
        self._show(busy="")
        self._clear_problem()

    def show_busy(self, text: str) -> None:
        """Say what is being done; the buttons rest meanwhile."""
        self._clear_problem()
        self._show(busy=text)

    def show_problem(
        self, explained: "Explained", action: str = "", run: Callable[[], None] | None = None
    ) -> None:
        """Say what failed, with a way to mend it."""
        self._clear_problem()
        self._show(busy="")
        self._action, self._failed = run, True
        self.problem.show_error(explained, action)

    @cached_property
    def problem(self) -> "ErrorPanel":
        """Made when something fails for the first time: the first paint needs none."""
        from app.ui.panels import ErrorPanel

        panel = ErrorPanel(self._theme)
        panel.action.connect(self._on_action)
        self._problem_place.addWidget(panel)
        return panel

    def show_panel(self, panel: QWidget) -> None:
        """Ask something in the place of a failure; it goes when the page shows anything else."""
        self._show(busy="")
        self._clear_problem()
        self._panel = panel
        self.sign_in.set_kind("normal")  # the panel has a primary button of its own
        for part in self._introduction:  # a small window has no room for both
            part.hide()
        self._problem_place.addWidget(panel)
        panel.show()

    def _clear_problem(self) -> None:
        if self._failed:
            self.problem.clear()
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
            self.sign_in.set_kind("primary")
            for part in self._introduction:
                part.show()

    def _show(self, busy: str) -> None:
        self.busy.setText(busy)
        for part in (self.busy, self.bar):
            part.setVisible(bool(busy))
        for button in (self.sign_in, self.sandbox):
            button.setEnabled(not busy)

    def _on_action(self) -> None:
        if self._action is not None:
            self._action()

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        logo = IconLabel(self._theme, "link", "accent", 40)
        column.addWidget(logo, 0, middle)
        column.addWidget(label("Open Line Console", "page"), 0, middle)
        text = self.tr(
            "A desktop console for the connectors of Bitrix24 open lines. Connect a channel, write "
            "as its customer, watch operators answer, and see every call that is made."
        )
        about = label(text, "body", "text2", wrap=True)
        about.setAlignment(middle)
        column.addWidget(about)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 8)
        buttons.addStretch(1)
        buttons.addWidget(self.sign_in)
        buttons.addWidget(self.sandbox)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.bar, 0, middle)
        column.addWidget(self.busy)
        self._problem_place = QVBoxLayout()
        column.addLayout(self._problem_place)
        ways = QWidget()
        ways.setLayout(self._ways())
        column.addWidget(ways)
        self._introduction = (logo, about, ways)
        self._scroll(inner)

    def _scroll(self, inner: QWidget) -> None:
        """In the middle; a window that is too low for all of it scrolls."""
        middle = QWidget()
        middle.setObjectName("page")
        outer = QVBoxLayout(middle)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("Welcome"))
        self.area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 16, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        ways = (
            ("lamp", self.tr("The sandbox"), self.tr(
                "A made-up portal on this machine. It needs no account and nothing leaves "
                "the machine.")),
            ("globe", self.tr("A portal"), self.tr(
                "Your own Bitrix24 with a local application. The keys go to the system's keychain, "
                "into a file that your passphrase opens, or nowhere: you choose.")),
            ("keyboard", self.tr("The keyboard"), self.tr(
                "Ctrl+K finds every command, F1 lists the shortcuts.")),
        )  # fmt: skip
        for row, (icon, title, text) in enumerate(ways):
            grid.addWidget(IconLabel(self._theme, icon), row, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(title, "strong"))
            words.addWidget(label(text, "small", "text2", wrap=True))
            grid.addLayout(words, row, 1)
        return grid
