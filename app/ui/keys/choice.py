"""The question where keys are to be kept, with everything a person needs to answer it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.ui.keys.passphrase import NewPassphrase
from app.ui.labels import label
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.vault import Kind


class VaultChoice(QWidget):
    """One of two or three places; the file asks for its passphrase at once. None is chosen before
    the person chooses.
    """

    submitted = Signal()
    changed = Signal()  # it may need another height

    def __init__(self, theme: Theme, *, keychain: bool) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.passphrase = NewPassphrase(theme)
        self.passphrase.submitted.connect(self.submitted)
        self._below_file = self._indented(self.passphrase)
        self._below_file.hide()
        self.problem = label("", "small", "danger", wrap=True)
        self.problem.hide()
        self.radios: dict[Kind, QRadioButton] = {}
        self._about: dict[Kind, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if keychain:
            self._add("keychain", self.tr("In the system's keychain"), self.tr(
                "The system opens it when you sign in to this machine."))  # fmt: skip
        self._add("file", self.tr("In a file that a passphrase opens"), self.tr(
            "It is asked for at every start. Nobody can open the file without it, not even we."
        ))  # fmt: skip
        self._column.addWidget(self._below_file)
        self._add("memory", self.tr("Only until I quit"), self.tr(
            "Nothing is written. At the next start you sign in again."))  # fmt: skip
        self._column.addWidget(self.problem)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def choice(self) -> "Kind | None":
        """What was chosen."""
        return next((kind for kind, radio in self.radios.items() if radio.isChecked()), None)

    def answer(self) -> "tuple[Kind, str] | None":
        """The place and its passphrase, or None with what is missing shown."""
        choice = self.choice
        if choice is None:
            self.problem.setText(self.tr("Choose one of these"))
            self.problem.show()
            self.changed.emit()
            return None
        if choice != "file":
            return choice, ""
        passphrase = self.passphrase.value()
        self.changed.emit()
        return (choice, passphrase) if passphrase else None

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        choice = self.choice
        open_ = (radio for radio in self.radios.values() if radio.isEnabled())
        return self.radios[choice] if choice else next(open_)

    def refuse_keychain(self) -> None:
        """It was tried, and does not work: it is shown, with the reason, and cannot be chosen."""
        radio = self.radios.get("keychain")
        if radio is not None:
            text = self.tr("It does not work on this machine now.")
            radio.setEnabled(False)
            radio.setAccessibleDescription(text)
            self._about["keychain"].setText(text)

    def clear(self) -> None:
        """Nothing typed is kept any longer."""
        self.passphrase.clear()

    def _add(self, kind: "Kind", title: str, text: str) -> None:
        radio = QRadioButton(title)
        radio.setAccessibleDescription(text)
        self.radios[kind] = radio
        self._group.addButton(radio)
        about = self._about[kind] = label(text, "small", "text2", wrap=True)
        self._column.addWidget(radio, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._indented(about))

    def _indented(self, inner: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 0, 0, 8)
        column.addWidget(inner)
        return holder

    def _on_toggled(self) -> None:
        self.problem.hide()
        self._below_file.setVisible(self.choice == "file")
        self.changed.emit()
