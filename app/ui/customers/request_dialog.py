"""A request before it is sent: JSON or form, editable, with its flaws beside their lines.

What is shown when it is sent is what is sent.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.services.message_requests import Edited, MessageRequest, read_request
from app.ui import prompts
from app.ui.calls.json_view import JsonView
from app.ui.calls.pretty import Layout
from app.ui.customers.request_words import RequestWords
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconButton, Note, Segments, label

_SIZE = (720, 560)
_SMALLEST = (480, 400)
_FLAWS_HEIGHT = 96
_SOON = 150  # milliseconds without typing
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RequestDialog(QDialog):
    """`request` is what a person made of it, None while it cannot be sent."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        request: MessageRequest,
        confirm: str,
        *,
        reason: str = "",
    ) -> None:
        """`reason` says why nothing can be sent at all, or is empty."""
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Request"))
        self.setMinimumSize(*_SMALLEST)
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 80), min(_SIZE[1], room.height() - 60))
        self._theme = theme
        self._original, self._reason, self._words = request, reason, RequestWords(self)
        self._edited, self._shown = Edited(request), "json"
        self.form = Segments(
            theme,
            self.tr("How to show the request"),
            [("json", "JSON"), ("form", self.tr("Form"))],
        )
        self.copy = IconButton(theme, "copy", self.tr("Copy the whole request"))
        self.view = JsonView(theme, self.tr("Request"))
        self.view.make_editable()
        self.flaws = QListWidget()
        self.flaws.setAccessibleName(self.tr("What is wrong with the request"))
        self.flaws.setWordWrap(True)
        self.flaws.setFixedHeight(_FLAWS_HEIGHT)
        self.note = Note(theme, reason)
        self.note.setVisible(bool(reason))
        self.again = Button(theme, self.tr("Start again"), "link", "refresh")
        self.confirm = Button(theme, confirm, "primary", "send")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._arrange()
        self._wire()
        self._show_text()

    @property
    def request(self) -> MessageRequest | None:
        """What would be sent now."""
        return self._edited.request

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends; a plain Enter is a line of the request."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._send()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)

    def check(self) -> None:
        """Read what is typed, and say what is wrong with it."""
        self._soon.stop()
        text = self.view.toPlainText()
        self._edited = read_request(text, self._original, form=self._shown == "form")
        self.flaws.clear()
        for line, flaw in self._edited.flaws:
            item = QListWidgetItem(self._words.told(line, flaw))
            item.setData(Qt.ItemDataRole.UserRole, line)
            look = ("info", "warning") if flaw.remark else ("alert", "danger")
            item.setIcon(self._theme.icon(*look))
            self.flaws.addItem(item)
        self.flaws.setVisible(bool(self._edited.flaws))
        self.view.mark([(line, line) for line, flaw in self._edited.flaws if not flaw.remark])
        self._show_button()

    def _show_button(self) -> None:
        good = self._edited.request is not None and not self._reason
        self.confirm.setEnabled(good)
        wrong = self.tr("The request has flaws: they are listed below it")
        self.confirm.setToolTip("" if good else self._reason or wrong)
        choosable = self._edited.request is not None
        self.form.setEnabled(choosable)
        self.form.setToolTip("" if choosable else wrong)

    def _show_text(self) -> None:
        """In the chosen spelling."""
        request = self._edited.request or self._original
        self._shown = self.form.choice
        is_json = self._shown == "json"
        self.view.show_layout(Layout(request.json if is_json else request.form, is_json=is_json))
        self.check()

    def _choose_form(self) -> None:
        """What was changed in one spelling comes along to the other."""
        self.check()
        if self._edited.request is None:
            self.form.choose(self._shown)
        else:
            self._show_text()

    def _start_again(self) -> None:
        self._edited = Edited(self._original)
        self._show_text()
        self.view.setFocus()

    def _send(self) -> None:
        self.check()
        if self.confirm.isEnabled():
            self.accept()

    def _go_to(self, item: QListWidgetItem) -> None:
        self.view.go_to(int(item.data(Qt.ItemDataRole.UserRole)))
        self.view.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(f"POST {self._original.method}", "mono"), 1)
        head.addWidget(self.form)
        head.addWidget(self.copy)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("What will be sent"), "title"))
        about = self.tr(
            "It is sent exactly as it stands here. Ids are fixed, so that the message can be "
            "found again."
        )
        column.addWidget(label(about, "body", "text2", wrap=True))
        column.addWidget(self.note)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.flaws)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.form.chosen.connect(self._choose_form)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self._start_again)
        self.confirm.clicked.connect(self._send)
        self.cancel.clicked.connect(self.reject)
        self.flaws.itemActivated.connect(self._go_to)
        self.flaws.itemClicked.connect(self._go_to)
        self.view.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.check)


async def ask_request(
    parent: QWidget, theme: Theme, request: MessageRequest, confirm: str, *, reason: str = ""
) -> MessageRequest | None:
    """Show a request and wait: what is to be sent, or None."""
    dialog = RequestDialog(parent, theme, request, confirm, reason=reason)
    return dialog.request if await prompts.show(dialog) else None
