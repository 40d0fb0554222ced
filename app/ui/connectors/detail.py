"""The right side of the page: the chosen connector with its tabs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.domain.connector import Connector, LineState, Origin, Registration
from app.domain.links import neutral
from app.ui.connectors.bindings_presenter import BindingsPresenter
from app.ui.connectors.bindings_tab import BindingsTab
from app.ui.connectors.danger_tab import DangerTab
from app.ui.connectors.form_presenter import FormPresenter
from app.ui.connectors.form_values import FormValues
from app.ui.connectors.lines_tab import LinesTab
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.questions import PageQuestions
from app.ui.connectors.registration_view import RegistrationView
from app.ui.connectors.tile_icons import paint_connector
from app.ui.connectors.widget_presenter import WidgetPresenter
from app.ui.connectors.widget_tab import WidgetTab
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel

if TYPE_CHECKING:
    from app.services.desk import Desk


_ROOMY = 680


class _Picture(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.connector: Connector | None = None
        self.setFixedSize(40, 40)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.connector is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_connector(painter, QRectF(self.rect()), self.connector, self._theme)


class ConnectorDetail(QWidget):
    """Registration and Danger are there for own connectors only."""

    write_wanted = Signal()
    take_over_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        presenter: ConnectorsPresenter,
        desk: "Desk",
        questions: PageQuestions,
    ) -> None:
        super().__init__()
        previews = desk.previews
        self._theme, self._presenter, self._previews = theme, presenter, previews
        self.picture = _Picture(theme)
        self.name, self.id = ElidedLabel("", "page"), ElidedLabel("", "mono", "text3")
        self.own = Badge(theme, "", "accent")
        self.write = Button(theme, self.tr("Write as a customer"), icon="user")
        self.write.clicked.connect(self.write_wanted)
        self.doctor = Button(theme, self.tr("Doctor"), icon="stethoscope")
        self.doctor.setAccessibleName(self.tr("Doctor"))
        self.doctor.setToolTip(self.tr("Why does it not work? (Ctrl+D)"))
        self.take_over = Button(theme, self.tr("Register from here…"))
        self.take_over.clicked.connect(self.take_over_wanted)
        self.tabs = QTabWidget()
        self.tabs.setProperty("indented", True)
        self.lines = LinesTab(theme, presenter, previews)
        self.subscriptions = BindingsPresenter(desk.bindings, questions, self)
        self.bindings = BindingsTab(theme, self.subscriptions)
        self.pages = WidgetPresenter(desk.contact_center, questions, self)
        self.widget = WidgetTab(theme, self.pages)
        self.danger = DangerTab(theme, presenter, questions, self.subscriptions, self.pages)
        self.registration: RegistrationView | None = None
        self._form: FormPresenter | None = None
        self._shown: Registration | None = None
        self._typed: dict[str, FormValues] = {}
        self._arrange()
        self.tabs.currentChanged.connect(self._show_registration)
        presenter.changed.connect(self._show)
        presenter.chosen.connect(self._show)
        self._show()

    async def leave(self) -> None:
        """Stop the work of the tabs."""
        await self.subscriptions.tasks.close()
        await self.pages.tasks.close()
        if self._form is not None:
            await self._form.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name needs the room more than the button's word."""
        super().resizeEvent(event)
        self.doctor.setText(self.tr("Doctor") if self.width() >= _ROOMY else "")

    def _arrange(self) -> None:
        self.tabs.tabBar().setAccessibleName(self.tr("Connector"))
        self.tabs.setAccessibleName(self.tr("Connector"))
        self.tabs.addTab(self.lines, self.tr("Lines"))
        self._registration_tab = QWidget()
        self._column = QVBoxLayout(self._registration_tab)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(self._registration_tab, self.tr("Registration"))
        self.tabs.addTab(self.bindings, self.tr("Bindings"))
        self.tabs.addTab(self.widget, self.tr("Widget"))
        self.tabs.addTab(self.danger, self.tr("Danger"))
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.name)
        title.addWidget(self.own)
        title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(title)
        words.addWidget(self.id)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 10)
        head.setSpacing(12)
        head.addWidget(self.picture)
        head.addLayout(words, 1)
        head.addWidget(self.take_over)
        head.addWidget(self.doctor)
        head.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)

    def _show(self) -> None:
        connector = self._presenter.selected()
        if connector is None:
            return
        own = connector.origin is Origin.OWN
        self.picture.connector = connector
        self.picture.update()
        self.name.setText(neutral(connector.name))
        self.id.setText(connector.id)
        self.own.set(self.tr("own") if own else "")
        states = [
            cell.state
            for line in self._presenter.service.lines()
            if (cell := self._presenter.grid_model.cell(connector.id, line.id)) is not None
        ]
        works = LineState.WORKING in states
        self.write.setVisible(own)
        self.write.setEnabled(works)
        self.write.setToolTip("" if works else self.tr("Activate it on a line first."))
        self.take_over.setVisible(connector.origin is Origin.OTHER)
        for tab in (self._registration_tab, self.danger):
            self.tabs.setTabVisible(self.tabs.indexOf(tab), own)
        self.widget.show_connector(connector)
        self._show_registration()

    def _show_registration(self) -> None:
        """A form for each registration, made when it is looked at and anew when it has changed."""
        connector = self._presenter.selected()
        registration = connector.registration if connector is not None else None
        if self._form is not None and (self._form.busy or registration == self._shown):
            return
        self._drop_form()
        self._shown = registration
        if registration is None or self.tabs.currentWidget() is not self._registration_tab:
            return
        self._form = FormPresenter(self._presenter.service, self, registration)
        if registration.id in self._typed:
            self._form.load(self._typed.pop(registration.id))
        self.registration = RegistrationView(self._theme, self._form, self._previews)
        self.registration.cancel.hide()
        self._column.addWidget(self.registration)
        self.registration.show()

    def _drop_form(self) -> None:
        """What was typed and not sent comes back with the connector."""
        if self._form is not None:
            typed = self._form.values
            known = self._presenter.service.registration(typed.id)
            if known is not None and typed.registration() != known:
                self._typed[typed.id] = typed
        if self.registration is not None:
            self.registration.hide()
            self.registration.deleteLater()
        if self._form is not None:
            self._form.deleteLater()
        self.registration = self._form = None
