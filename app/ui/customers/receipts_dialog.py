"""How operators' messages are acknowledged: by themselves, by hand, never, or as undeliverable."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.receipts import ReceiptMode, Receipts
from app.ui.style import Theme
from app.ui.widgets import Button, Note, Segments, label

_WIDTH = 520
_SECONDS_WIDTH = 120
_SECONDS = QRegularExpression("[0-9]{0,4}([.,][0-9]?)?")


class ReceiptsDialog(QDialog):
    """`receipts` and `everywhere` are what a person chose."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        receipts: Receipts,
        *,
        dialog_name: str = "",
        only_here: bool = False,
    ) -> None:
        """`dialog_name` is empty where no dialog is open: then it is for all dialogs. `only_here`:
        the open dialog has a rule of its own.
        """
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Deliveries"))
        self.setFixedWidth(_WIDTH)
        self.modes = {mode: QRadioButton(text) for mode, text in self._modes().items()}
        group = QButtonGroup(self)
        for button in self.modes.values():
            group.addButton(button)
        self.modes[receipts.mode].setChecked(True)
        self.deliver_after = self._seconds(receipts.deliver_after)
        self.read = QCheckBox(self.tr("Also tell that it was read"))
        self.read.setChecked(receipts.read)
        self.read_after = self._seconds(receipts.read_after)
        self.reason = QLineEdit(receipts.reason)
        self.reason.setCursorPosition(0)
        scope = [
            ("all", self.tr("Where I write as the customer")),
            ("one", self.tr("Only this dialog")),
        ]
        self.scope = Segments(theme, self.tr("Where it holds"), scope)
        self.scope.choose("one" if only_here else "all")
        self.scope.setVisible(bool(dialog_name))
        self.note = Note(theme, self._truth(), "accent")
        self.confirm = Button(theme, self.tr("Use this"), "primary", "check")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._arrange()
        for button in self.modes.values():
            button.toggled.connect(self._show_fields)
        self.read.toggled.connect(self._show_fields)
        self.confirm.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._show_fields()
        self.modes[receipts.mode].setFocus()

    @property
    def receipts(self) -> Receipts:
        """What was chosen."""
        mode = next(mode for mode, button in self.modes.items() if button.isChecked())
        return Receipts(
            *(mode, _number(self.deliver_after), self.read.isChecked(), _number(self.read_after)),
            reason=self.reason.text().strip() or Receipts().reason,
        )

    @property
    def everywhere(self) -> bool:
        """Whether it holds for all dialogs."""
        return not self.scope.isVisibleTo(self) or self.scope.choice == "all"

    def _show_fields(self) -> None:
        automatic = self.modes[ReceiptMode.AUTOMATIC].isChecked()
        manual = self.modes[ReceiptMode.MANUAL].isChecked()
        self.deliver_after.setEnabled(automatic)
        self.reason.setEnabled(self.modes[ReceiptMode.FAIL].isChecked())
        self.read.setEnabled(automatic or manual)
        self.read_after.setEnabled(self.read.isEnabled() and self.read.isChecked())

    def _seconds(self, value: float) -> QLineEdit:
        line = QLineEdit(f"{value:g}")
        line.setFixedWidth(_SECONDS_WIDTH)
        line.setValidator(QRegularExpressionValidator(_SECONDS, line))
        return line

    def _modes(self) -> dict[ReceiptMode, str]:
        return {
            ReceiptMode.AUTOMATIC: self.tr("Automatic: delivered after some seconds"),
            ReceiptMode.MANUAL: self.tr("By hand: with “Mark as delivered” on the message"),
            ReceiptMode.NEVER: self.tr("Never: the operator sees that it was not delivered"),
            ReceiptMode.FAIL: self.tr("Fail: the operator is told that it cannot be delivered"),
        }

    def _truth(self) -> str:
        return self.tr(
            "The portal shows a delivered message as read at once; telling that it was read "
            "changes nothing there. Until a message is delivered, its later edits and deletions "
            "are not told to the channel."
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(
            label(self.tr("When operators' messages are delivered"), "title", wrap=True)
        )
        for button in self.modes.values():
            column.addWidget(button)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(
            self._named(self.tr("Delivered after, s"), self.deliver_after), self.deliver_after
        )
        form.addRow(self.read)
        form.addRow(self._named(self.tr("Read after that, s"), self.read_after), self.read_after)
        told = self.tr("The operator is told")
        form.addRow(self._named(told, self.reason), self.reason)
        column.addLayout(form)
        column.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        column.addLayout(row)

    @staticmethod
    def _named(text: str, box: QWidget) -> QWidget:
        made = label(text)
        made.setBuddy(box)
        box.setAccessibleName(text)
        return made


def _number(line: QLineEdit) -> float:
    """What is typed, with a point or a comma; nothing is 0."""
    digits = line.text().replace(",", ".").strip(".")
    return float(digits) if digits else 0.0
