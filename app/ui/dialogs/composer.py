"""Where messages are written: the author bar, the field, files, the request, deliveries."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.quick_answers import gaps_in
from app.ui.customers.attachments_bar import AttachmentsBar
from app.ui.dialogs.author_bar import AuthorBar
from app.ui.dialogs.composer_field import ComposerField
from app.ui.dialogs.composer_presenter import OPERATOR, ComposerPresenter
from app.ui.dialogs.drafts import without
from app.ui.dialogs.texts import units as utf16
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconButton, label

_STRIP = 4


class Composer(QWidget):
    """Shows what its presenter decides."""

    customer_asked = Signal()  # somebody has to say who the customer is
    attach_asked = Signal()
    request_asked = Signal(str)  # what is typed
    receipts_asked = Signal()
    writer_asked = Signal()
    quick_asked = Signal()

    def __init__(self, presenter: ComposerPresenter, theme: Theme) -> None:
        super().__init__()
        self.presenter, self._theme = presenter, theme
        self._narrow = False
        self._gaps: frozenset[str] = frozenset()
        self.bar = AuthorBar(theme)
        self.field = ComposerField()
        self.field.setAccessibleName(self.tr("Message"))
        self.reason = label("", "body", "text2", wrap=True)
        self.mend = Button(theme, self.tr("Say who the customer is"), "link")
        self.files = AttachmentsBar(theme)
        self.attach = IconButton(theme, "clip", self.tr("Attach a file (Ctrl+O)"))
        self.request = IconButton(theme, "eye", self.tr("Show request (Ctrl+Shift+R)"))
        self.quick = IconButton(theme, "bolt", self.tr("Quick answers (Ctrl+/)"))
        self.gaps = label("", "small", "warning", wrap=True)
        self.gaps.hide()
        self.deliveries = Button(theme, "", "ghost", "double-check")
        self.deliveries.setToolTip(
            self.tr("When operators' messages are marked as delivered at the portal")
        )
        self.hint = ElidedLabel(self.tr("Enter sends, Shift+Enter new line"), "caption", "text3")
        self.button = Button(theme, "", "primary", "send")
        self._arrange()
        self._wire()
        self._show_state()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what is only a reminder."""
        self._narrow = narrow
        self._fit()
        self.bar.set_narrow(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reminder stands there whole or not at all."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tools = (self.attach, self.request, self.quick, self.deliveries, self.button)
        taken = sum(each.sizeHint().width() + 4 for each in tools) + 40
        fits = self.width() - taken >= self.hint.sizeHint().width()
        self.hint.setVisible(fits and not self._narrow and not self.presenter.is_locked)

    def show_receipts(self, words: str) -> None:
        """How operators' messages are acknowledged here."""
        self.deliveries.setText(words)
        told = self.tr("Deliveries: {words}").format(words=words)
        self.deliveries.setAccessibleName(told)
        self._fit()

    def insert(self, text: str, gaps: Iterable[str]) -> None:
        """Put a text where the cursor is; names of `gaps` in it are for the person to fill."""
        self._gaps |= frozenset(gaps)
        self.field.insertPlainText(text)
        self.field.ensureCursorVisible()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_gaps()

    def typed(self) -> str:
        """The text as it stands."""
        return self.field.toPlainText()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and at the left a strip in the author's colour."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("bg1"))
            painter.fillRect(0, 0, self.width(), 1, self._theme.colour("border"))
            colour = self._theme.colour(self.presenter.author)
            painter.fillRect(0, 1, _STRIP, self.height(), colour)

    def _show_state(self) -> None:
        presenter = self.presenter
        editing, operator = presenter.editing is not None, presenter.author == OPERATOR
        leave = self.tr("Leave the message as it is")
        self.bar.show_author(
            presenter.author,
            presenter.words.who(),
            leave if editing else self._switch_text(operator),
            "Esc" if editing else "Ctrl J",
            "close" if editing else "swap",
        )
        self.button.setText(self._button_text(editing, operator))
        reason = presenter.reason()
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.mend.setVisible(presenter.needs_customer and not presenter.is_locked)
        self.field.setVisible(not reason)
        tools = (self.attach, self.request, self.quick, self.deliveries, self.button)
        for part in (self.bar, *tools):
            part.setVisible(not presenter.is_locked)
        self.quick.setEnabled(not reason)
        self.field.takes_marks = operator and not editing
        self._show_tools(operator, editing)
        self._fit()
        self.field.setPlaceholderText(self._placeholder(editing, operator))
        self._show_button()
        self.update()

    def _show_tools(self, operator: bool, editing: bool) -> None:
        presenter, no_files = self.presenter, self.presenter.words.why_no_files()
        self.files.show_attachments(() if editing or operator else presenter.files)
        for button, why in (
            (self.attach, no_files),
            (self.request, self.tr("An operator's message is no connector's") if operator else ""),
        ):
            button.setEnabled(not why and not presenter.needs_customer)
        self.attach.setToolTip(no_files or self.attach.accessibleName())
        self.bar.show_writer(not operator and not editing and presenter.customer is not None)

    def _show_button(self) -> None:
        reason = self.presenter.reason()
        empty = not self.field.toPlainText().strip() and not self.presenter.files
        self.button.setEnabled(not reason and not empty and not self.presenter.is_busy)
        self.button.setToolTip(reason or (self.tr("Nothing is typed yet") if empty else ""))

    def _button_text(self, editing: bool, operator: bool) -> str:
        if editing:
            return self.tr("Save the change")
        return self.tr("Send as operator") if operator else self.tr("Send as customer")

    def _switch_text(self, operator: bool) -> str:
        """What was begun as the other one is not forgotten there."""
        if self.presenter.other_has_draft:
            to_customer, to_operator = (
                self.tr("Switch to customer · draft"),
                self.tr("Switch to operator · draft"),
            )
        else:
            to_customer, to_operator = self.tr("Switch to customer"), self.tr("Switch to operator")
        return to_customer if operator else to_operator

    def _placeholder(self, editing: bool, operator: bool) -> str:
        if editing:
            return self.tr("The new text of the message")
        return self.tr("Answer the customer") if operator else self.tr("Write to the open line")

    def _on_typed(self) -> None:
        self.presenter.typed(self.field.toPlainText())
        self._show_button()
        self._show_gaps()

    def _show_gaps(self) -> None:
        """What of a quick answer is still to be filled in."""
        if not self._gaps and not self.gaps.isVisibleTo(self):
            return
        text = self.field.toPlainText()
        places = gaps_in(text, self._gaps)
        names = dict.fromkeys(text[start:end] for start, end in places)
        self._gaps &= frozenset(name.strip("{}") for name in names)
        units = [(utf16(text[:start]), utf16(text[:end])) for start, end in places]
        self.field.mark(units, self._theme.colour("warningSoft"))
        self.gaps.setText(self.tr("Still to be filled in: {names}").format(names=", ".join(names)))
        self.gaps.setVisible(bool(names))

    def _on_sent(self, text: str) -> None:
        self.field.replace_text(without(self.field.toPlainText(), text))

    def _on_escaped(self) -> None:
        if self.presenter.editing is not None:
            self.presenter.stop_editing()

    def switch(self) -> None:
        """Write as the other one, or stop changing a message; the keyboard comes along."""
        if self.presenter.editing is not None:
            self.presenter.stop_editing()
        else:
            self.presenter.switch()
        self.field.setFocus()

    def _submit(self) -> None:
        self.presenter.send(self.field.toPlainText())

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_STRIP, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 8, 16, 12)
        inner.setSpacing(8)
        inner.addWidget(self.field)
        inner.addWidget(self.gaps)
        inner.addWidget(self.files)
        inner.addWidget(self.reason)
        inner.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.attach)
        row.addWidget(self.request)
        row.addWidget(self.quick)
        row.addWidget(self.deliveries)
        row.addWidget(self.hint, 1)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        row.addWidget(self.button)
        inner.addLayout(row)
        column.addLayout(inner)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self._show_state)
        presenter.text_shown.connect(self.field.replace_text)
        presenter.text_sent.connect(self._on_sent)
        self.bar.switch_asked.connect(self.switch)
        self.bar.writer_asked.connect(self.writer_asked)
        self.files.removed.connect(presenter.detach)
        self.attach.clicked.connect(self.attach_asked)
        self.request.clicked.connect(lambda: self.request_asked.emit(self.typed()))
        self.quick.clicked.connect(self.quick_asked)
        self.deliveries.clicked.connect(self.receipts_asked)
        self.field.textChanged.connect(self._on_typed)
        self.field.submitted.connect(self._submit)
        self.field.escaped.connect(self._on_escaped)
        self.button.clicked.connect(self._submit)
        self.mend.clicked.connect(self.customer_asked)
        self._theme.changed.connect(self.update)
