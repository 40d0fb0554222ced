"""The buttons at the foot of the sign-in dialog."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.buttons import Button
from app.ui.login.steps import Step
from app.ui.style import Theme


class Foot(QWidget):
    """One way on, named after the step; back, away, and the way round all this."""

    def __init__(self, theme: Theme, *, sandbox_possible: bool) -> None:
        super().__init__()
        self.sandbox = Button(theme, self.tr("Use the sandbox instead"), "link")
        if not sandbox_possible:
            self.sandbox.hide()
        self.next = Button(theme, "", "primary")
        self.next.setDefault(True)
        self.back = Button(theme, self.tr("Back"))
        self.cancel = Button(theme, self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(8)
        row.addWidget(self.sandbox)
        row.addStretch(1)
        for button in (self.next, self.back, self.cancel):
            row.addWidget(button)

    def show_step(self, step: Step, *, brought: bool) -> None:
        """The buttons that a step has; with tokens brought along no browser is opened."""
        signs_in = self.tr("Sign in with these") if brought else self.tr("Open the browser")
        words = {
            Step.PORTAL: self.tr("Continue"),
            Step.APPLICATION: signs_in,
            Step.KEYS: self.tr("Continue"),
            Step.RESULT: self.tr("Start working"),
        }
        self.next.setText(words.get(step, ""))
        self.next.setVisible(step in words)
        self.back.setVisible(step in (Step.APPLICATION, Step.KEYS, Step.BROWSER))
        self.cancel.setVisible(step is not Step.RESULT)
        self.sandbox.setEnabled(step is not Step.RESULT)
