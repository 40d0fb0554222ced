"""The tab Danger: taking a connector away from the portal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.address import without_secrets
from app.domain.binding import CONNECTOR_EVENTS
from app.domain.connector import Origin
from app.domain.links import neutral
from app.ui.connectors.bindings_presenter import BindingsPresenter
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.questions import PageQuestions
from app.ui.connectors.widget_presenter import WidgetPresenter
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, IconLabel, label


class DangerTab(QScrollArea):
    """Says what would be lost before anything is asked."""

    save_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        presenter: ConnectorsPresenter,
        questions: PageQuestions,
        subscriptions: BindingsPresenter,
        pages: WidgetPresenter,
    ) -> None:
        super().__init__()
        self._presenter, self._questions = presenter, questions
        self._subscriptions, self._pages = subscriptions, pages
        self.title = label("", "title", wrap=True)
        self.impact = label("", "body", wrap=True)
        self.lines = label("", "body", "text2", wrap=True)
        self.page = label("", "body", "text2", wrap=True)
        self.bindings = label("", "body", "text2", wrap=True)
        self.error = ErrorPanel(theme, dismissable=True)
        self.unregister = Button(theme, self.tr("Unregister…"), "danger", "trash")
        self.unregister.clicked.connect(self._on_unregister)
        self.save = Button(theme, self.tr("Save the configuration first…"), icon="download")
        self.save.clicked.connect(self.save_wanted)
        self._arrange(theme)
        for told in (presenter, subscriptions, pages):
            told.changed.connect(self._show)
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
        lost = (self.impact, self.lines, self.page, self.bindings, self.error)
        for part in (label(told, "body", "text2", wrap=True), *lost):
            inside.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.unregister)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 24)
        column.addWidget(card)
        column.addStretch(1)
        self.setAccessibleName(self.tr("Danger"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

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

        self.page.setText(self._page_words(connector.id))
        self.bindings.setText(self._binding_words(connector.id))

    def showEvent(self, event: QShowEvent) -> None:
        """What else goes with it has to be known."""
        super().showEvent(event)
        self._subscriptions.open()
        self._pages.open()

    def _page_words(self, connector: str) -> str:
        center = self._pages.service
        if center.read_at is None:
            return self.tr("Its settings page: not known, the portal did not tell.")
        alone = [
            neutral(without_secrets(each.placement.handler))
            for each in center.settings_of(connector)
        ]
        if alone:
            return self.tr("Its settings page goes: {page}").format(page=", ".join(alone))
        return self.tr("Its settings page stays: other connectors use it.")

    def _binding_words(self, connector: str) -> str:
        rows = self._subscriptions.service.bindings
        count = sum(each.event in CONNECTOR_EVENTS for each in rows)
        others = [
            each.id
            for each in self._presenter.service.connectors()
            if each.origin is Origin.OWN and each.id != connector
        ]
        if others:
            names = ", ".join(others)
            return self.tr("Event subscriptions stay, for {names}.").format(names=names)
        return self.tr(
            "It is the last connector registered here: %n subscription(s) to connector events stay "
            "and bring nothing any more.",
            "",
            count,
        )

    def _on_chosen(self) -> None:
        self.error.clear()
        self._show()

    def _on_unregister(self) -> None:
        self.error.clear()
        self._presenter.unregister()

    def _on_failed(self, error: Exception) -> None:
        self.error.show_error(explain(error))
