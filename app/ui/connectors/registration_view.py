"""A registration: the form, how it will look, what will be sent, and the button that sends it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.connector import Origin
from app.ui.connectors.form_presenter import (
    COLOR,
    HANDLER,
    ICON,
    ID,
    NAME,
    OFF_ICON,
    SIZE,
    FormPresenter,
)
from app.ui.connectors.form_view import FormView
from app.ui.connectors.request_pane import RequestPane
from app.ui.connectors.tiles import TilePair
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, IconLabel, Note, label, line

if TYPE_CHECKING:
    from app.services.previews import Previews

_SIDE = 488
_WIDE = 1000


class RegistrationView(QWidget):
    """For a new connector, and as a tab for one that is registered."""

    cancelled = Signal()

    def __init__(self, theme: Theme, presenter: FormPresenter, previews: "Previews") -> None:
        super().__init__()
        self._presenter, self._previews = presenter, previews
        self.form = FormView(theme, presenter)
        self.tiles = TilePair(theme)
        self.request = RequestPane(theme)
        self.taken = Note(theme, "", "warning")
        self.error = ErrorPanel(theme, dismissable=True)
        self.register = Button(theme, "", "primary")
        self.cancel = Button(theme, self.tr("Cancel"), "ghost")
        self.attention = label("", "small", "danger")
        self._sign = IconLabel(theme, "alert", "danger", 14)
        self._arrange(theme)
        self.register.clicked.connect(self._on_register)
        self.cancel.clicked.connect(self.cancelled)
        presenter.changed.connect(self._show)
        presenter.failed.connect(self._on_failed)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview stands beside the form, or below it where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._side.setFixedWidth(_SIDE) if wide else self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(_SIDE if wide else 720)

    def _arrange(self, theme: Theme) -> None:
        self._side = self._made_side(theme)
        body = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._halves.setContentsMargins(24, 12, 24, 16)
        self._halves.setSpacing(24)
        left = QHBoxLayout()
        left.addWidget(self.form, 1)
        left.addStretch(0)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self._side)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Registration"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self.register)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self._sign)
        row.addWidget(self.attention)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(line())
        holder = QVBoxLayout()
        holder.setContentsMargins(24, 0, 24, 0)
        holder.addWidget(self.error)
        column.addLayout(holder)
        column.addWidget(bar)

    def _made_side(self, theme: Theme) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("In the contact center"), "title"))
        column.addWidget(self.tiles)
        column.addWidget(self.request, 1)
        column.addWidget(self.taken)
        if self._presenter.is_new:
            told = QHBoxLayout()
            told.setSpacing(8)
            told.addWidget(IconLabel(theme, "info", "text3", 14))
            text = self.tr("The draft is saved as you type and survives a restart.")
            told.addWidget(label(text, "small", "text3", wrap=True), 1)
            column.addLayout(told)
        return side

    def _show(self) -> None:
        presenter = self._presenter
        registration = presenter.values.registration()
        shown = [key for key in self._names() if presenter.problem(key) is not None]
        self.tiles.show_registration(registration)
        self.request.show_preview(self._previews.register(registration), shown)
        self.register.setText(self.tr("Register") if presenter.is_new else self.tr("Update"))
        self.register.setEnabled(not presenter.busy and not shown)
        names = ", ".join(dict.fromkeys(self._names()[key] for key in shown))
        count = len(dict.fromkeys(self._names()[key] for key in shown))
        text = self.tr("%n field(s) need attention: {names}", "", count)
        self.attention.setText(text.format(names=names) if shown else "")
        self._sign.setVisible(bool(shown))
        self.register.setToolTip(self.attention.text())
        self._show_taken()

    def _show_taken(self) -> None:
        taken = self._presenter.taken_by()
        texts = {
            Origin.OTHER: self.tr(
                "imconnector.list already knows this id. Registering takes the connector over: "
                "its events will come here and no longer to the other application."
            ),
            Origin.BUILT_IN: self.tr(
                "This is the id of a channel that comes with the portal. Choose another one."
            ),
            Origin.OWN: self.tr("You have registered this id already. Registering updates it."),
        }
        self.taken.setVisible(taken is not None)
        self.taken.text.setText(texts[taken] if taken is not None else "")

    def _on_register(self) -> None:
        self.error.clear()
        self._presenter.register()

    def _on_failed(self, error: Exception) -> None:
        self.error.show_error(explain(error))

    def _names(self) -> dict[str, str]:
        return {
            ID: self.tr("ID"),
            NAME: self.tr("Name"),
            HANDLER: self.tr("Handler page"),
            ICON: self.tr("Icon"),
            COLOR: self.tr("Colour"),
            SIZE: self.tr("Size"),
            OFF_ICON: self.tr("Icon when off"),
        }
