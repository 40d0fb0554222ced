"""The tab Danger: taking a connector away from the portal."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.questions import PageQuestions
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, IconLabel, label


class DangerTab(QWidget):
    """Says what would be lost before anything is asked."""

    def __init__(
        self, theme: Theme, presenter: ConnectorsPresenter, questions: PageQuestions
    ) -> None:
        super().__init__()
        self._presenter, self._questions = presenter, questions
        self.title = label("", "title", wrap=True)
        self.impact = label("", "body", wrap=True)
        self.lines = label("", "body", "text2", wrap=True)
        self.error = ErrorPanel(theme, dismissable=True)
        self.unregister = Button(theme, self.tr("Unregister…"), "danger", "trash")
        self.unregister.clicked.connect(self._on_unregister)
        self._arrange(theme)
        presenter.changed.connect(self._show)
        presenter.chosen.connect(self._on_chosen)
        presenter.unregister_failed.connect(self._on_failed)
        self._show()

    def _arrange(self, theme: Theme) -> None:
        card = QFrame()
        card.setProperty("card", "true")
        card.setMaximumWidth(720)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(theme, "warn", "danger"))
        head.addWidget(self.title, 1)
        inside.addLayout(head)
        told = self.tr(
            "imconnector.unregister takes it off every line and out of the contact center. Chats "
            "and messages stay in the portal. The channel data are lost, and so is what this "
            "console remembers of them."
        )
        for part in (label(told, "body", "text2", wrap=True), self.impact, self.lines, self.error):
            inside.addWidget(part)
        inside.addWidget(self.unregister)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.addWidget(card)
        column.addStretch(1)

    def _show(self) -> None:
        connector = self._presenter.selected()
        if connector is None:
            return
        impact = self._presenter.service.impact(connector.id)
        self.title.setText(self.tr("Unregister {id}").format(id=connector.id))
        self.impact.setText(self._questions.impact(impact))
        names = ", ".join(f"{each.name} ({each.id})" for each in impact.lines)
        self.lines.setText(names)
        self.lines.setVisible(bool(names))

    def _on_chosen(self) -> None:
        self.error.clear()
        self._show()

    def _on_unregister(self) -> None:
        self.error.clear()
        self._presenter.unregister()

    def _on_failed(self, error: Exception) -> None:
        self.error.show_error(explain(error))
