"""The block in the settings: where the keys are now, moving them, another passphrase."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.fields import FormField, SecretField
from app.ui.keys.choice import VaultChoice
from app.ui.keys.passphrase import NewPassphrase
from app.ui.labels import label
from app.ui.panels import ErrorPanel
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.ui.keys.presenter import KeysPresenter


class VaultBlock(QFrame):
    """A sentence and two forms that open below it, one at a time."""

    def __init__(self, theme: Theme, presenter: "KeysPresenter") -> None:
        super().__init__()
        self._presenter = presenter
        self.now = label("", "body", wrap=True)
        self.move_button = Button(theme, self.tr("Keep them elsewhere"))
        self.change_button = Button(theme, self.tr("Change the passphrase"))
        self.choice = VaultChoice(theme, keychain=presenter.keeping.keychain_allowed)
        self.old = SecretField(theme, self.tr("Present passphrase"))
        self.old_field = FormField(theme, self.tr("Present passphrase"), self.old)
        self.new = NewPassphrase(theme)
        self.apply = Button(theme, "", "primary")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.panel = ErrorPanel(theme)
        self._arrange()
        self._wire()
        self._show("")
        self._show_now()

    def _wire(self) -> None:
        presenter = self._presenter
        self.move_button.clicked.connect(lambda: self._show("move"))
        self.change_button.clicked.connect(lambda: self._show("change"))
        self.cancel.clicked.connect(lambda: self._show(""))
        self.apply.clicked.connect(self._on_apply)
        self.choice.submitted.connect(self._on_apply)
        self.new.submitted.connect(self._on_apply)
        self.old.line.textEdited.connect(lambda: self.old_field.set_problem(""))
        presenter.busy_changed.connect(self.apply.set_busy)
        self.apply.set_busy(presenter.busy)
        presenter.trouble.connect(self._show_trouble)
        presenter.done.connect(lambda: self._show(""))
        stop = presenter.keeping.changed.connect(lambda _: self._show_now())
        self.destroyed.connect(stop)

    def _on_apply(self) -> None:
        self.panel.clear()
        if self._form == "move":
            answer = self.choice.answer()
            if answer is not None:
                self._presenter.choose(*answer)
            return
        if not self.old.line.text():
            self.old_field.set_problem(self.tr("Enter the present passphrase"))
            return
        passphrase = self.new.value()
        if passphrase:
            self._presenter.change(self.old.line.text(), passphrase)

    def _show(self, form: str) -> None:
        """The form of this name, or none; what was typed into the other one is gone."""
        self._form = form
        self.panel.clear()
        self.choice.clear()
        self.new.clear()
        self.old.line.clear()
        self.choice.setVisible(form == "move")
        for part in (self.old_field, self.new):
            part.setVisible(form == "change")
        self.apply.setText(
            self.tr("Change the passphrase") if form == "change" else self.tr("Move the keys there")
        )
        for button in (self.apply, self.cancel):
            button.setVisible(bool(form))
        self._show_now()
        if form == "move":
            self.choice.first_focus().setFocus()
        elif form:
            self.old.line.setFocus()

    def _show_now(self) -> None:
        keeping = self._presenter.keeping
        words = {
            "keychain": self.tr("Keys are in the system's keychain."),
            "file": self.tr("Keys are in a file on this machine that your passphrase opens."),
            "memory": self.tr("Keys are kept only until you quit."),
        }
        unchosen = self.tr("Nobody has chosen yet where keys are kept: the next sign-in asks.")
        locked = self.tr("Keys are in a file on this machine that is locked now.")
        states = {"open": words[keeping.kind], "locked": locked, "unchosen": unchosen}
        self.now.setText(states[keeping.state])
        self.change_button.setVisible(keeping.kind == "file" and not self._form)
        # What is locked cannot move along, and is not thrown away here.
        self.move_button.setVisible(keeping.state != "locked" and not self._form)

    def _show_trouble(self, explained: Explained) -> None:
        if explained.code == "WRONG_PASSPHRASE" and self._form == "change":
            self.old_field.set_problem(explained.title)
            self.old.line.setFocus()
        else:
            self.panel.show_error(explained)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.now)
        for part in (self.choice, self.old_field, self.new, self.panel):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.move_button, self.change_button, self.apply, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
