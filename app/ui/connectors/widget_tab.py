"""The tab Widget: how the connector looks in the contact center, and what else is ours there."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.address import without_secrets
from app.domain.connector import Connector
from app.domain.links import neutral
from app.domain.placement import Placement
from app.ui.connectors.fact_table import Fact, FactTable
from app.ui.connectors.icon_report import IconReport
from app.ui.connectors.tile_form import TileForm
from app.ui.connectors.tiles import TilePair
from app.ui.connectors.widget_presenter import WidgetPresenter
from app.ui.errors import explain, explain_problem
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, ErrorPanel, Note, label

_WIDE = 720
_MIDDLE = Qt.TextElideMode.ElideMiddle


class WidgetTab(QScrollArea):
    """The picture is of the chosen connector, the pages are of the whole application."""

    def __init__(self, theme: Theme, presenter: WidgetPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.tiles = TilePair(theme)
        self.icon = IconReport(theme, self.tr("Icon"))
        self.icon_off = IconReport(theme, self.tr("Icon when off"))
        self.no_icon_off = label("", "small", "text2", wrap=True)
        self.refresh = Button(theme, self.tr("Refresh"), icon="refresh")
        self.hindrance = Note(theme)
        self.error = ErrorPanel(theme, self.tr("Try now"))
        self.failure = ErrorPanel(theme, dismissable=True)
        self.removed = Note(theme, "", "accent")
        self.pages = FactTable(
            theme,
            self.tr("Pages of the application in the portal"),
            [self.tr("Place"), self.tr("Title"), self.tr("Page"), self.tr("State")],
            [26, 22, 28, 24],
        )
        self.none = label(self.tr("The portal has no page of this application."), "body", "text2")
        self.remove = Button(theme, self.tr("Remove…"), "danger", "trash")
        self.form = TileForm(theme, presenter)
        self._arrange()
        self._wire()
        self._show()

    def show_connector(self, connector: Connector) -> None:
        """The tile of that connector, if it was registered here."""
        registration = connector.registration
        self._look.setVisible(registration is not None)
        if registration is None:
            return
        self.tiles.show_registration(registration)
        self.icon.show_icon(registration.icon)
        off = registration.icon_disabled
        self.icon_off.setVisible(off is not None)
        self.no_icon_off.setVisible(off is None)
        if off is not None:
            self.icon_off.show_icon(off)

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is first looked at."""
        super().showEvent(event)
        self._presenter.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The checks stand beside the tiles, or below them."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.viewport().width() >= _WIDE
        self._halves.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _arrange(self) -> None:
        self.setAccessibleName(self.tr("Widget"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.no_icon_off.setText(
            self.tr("No icon for the inactive state was registered: the portal shows none.")
        )
        top = QHBoxLayout()
        top.addWidget(ElidedLabel(self.tr("Pages of the application in the portal"), "title"))
        top.addStretch(1)
        top.addWidget(self.refresh)
        told = self.tr(
            "A settings page (SETTING_CONNECTOR) is made by imconnector.register, and a new "
            "address leaves the old one behind. A tile (CONTACT_CENTER) is only an entry to a page "
            "of yours; the channel itself comes from the registration."
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._made_look())
        column.addLayout(top)
        column.addWidget(label(told, "small", "text3", wrap=True))
        parts = (self.hindrance, self.error, self.none, self.pages, self.failure, self.removed)
        for part in (*parts, self.remove, self.form):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)

    def _made_look(self) -> QWidget:
        self._look = QFrame()
        self._look.setProperty("card", "true")
        reports = QVBoxLayout()
        reports.setSpacing(12)
        for part in (self.icon, self.icon_off, self.no_icon_off):
            reports.addWidget(part)
        reports.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.tiles)
        left.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        self._halves.addLayout(left, 3)
        self._halves.addLayout(reports, 2)
        column = QVBoxLayout(self._look)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("In the contact center"), "title"))
        column.addLayout(self._halves)
        return self._look

    def _wire(self) -> None:
        presenter = self._presenter
        self.refresh.clicked.connect(presenter.refresh)
        self.error.action.connect(presenter.refresh)
        self.pages.chosen.connect(lambda _: self._show())
        self.pages.removal_wanted.connect(lambda _: self._on_remove())
        self.remove.clicked.connect(self._on_remove)
        presenter.changed.connect(self._show)

    def _on_remove(self) -> None:
        if isinstance(self.pages.key, Placement):
            self._presenter.remove(self.pages.key)

    def _show(self) -> None:
        presenter, service = self._presenter, self._presenter.service
        rows = self._rows()
        self.pages.show_rows(rows)
        self.pages.setVisible(bool(rows))
        self.none.setVisible(not rows and service.read_at is not None)
        self.refresh.set_busy(presenter.is_busy("refresh"))
        self._show_hindrances()
        denied = service.problem is not None and "NOT_ADMIN" in service.hindrances
        if service.problem is None or denied:
            self.error.clear()
        else:
            self.error.show_error(explain_problem(service.problem), self.tr("Try now"))
        if presenter.failure is None:
            self.failure.clear()
        else:
            self.failure.show_error(explain(presenter.failure))
        self._show_removal()

    def _show_removal(self) -> None:
        presenter = self._presenter
        chosen = cast("Placement | None", self.pages.key) if self.pages.isVisibleTo(self) else None
        self.remove.setVisible(chosen is not None)
        allowed = chosen is not None and presenter.can_remove(chosen)
        self.remove.set_busy(presenter.is_busy("remove"))
        self.remove.setEnabled(allowed and not presenter.is_busy())
        in_use = self.tr("It goes with its connector: unregister that.")
        self.remove.setToolTip("" if allowed else in_use)
        self.removed.setVisible(presenter.removed is not None)
        if presenter.removed is not None:
            self.removed.text.setText(
                self.tr(
                    "%n page(s) removed. The portal counts two for each in its answer.",
                    "",
                    presenter.removed,
                )
            )

    def _show_hindrances(self) -> None:
        words = {
            "NOT_ADMIN": self.tr(
                "You are not an administrator of the portal: it neither shows nor takes such pages."
            ),
            "NOT_INSTALLED": self.tr(
                "The installation of the application is not finished, so the portal shows none of "
                "its pages to anybody."
            ),
        }
        lacks = self.tr("The application lacks the permission {scope}.")
        found = self._presenter.service.hindrances
        texts = [words.get(each) or lacks.format(scope=each) for each in found]
        self.hindrance.text.setText("\n".join(texts))
        self.hindrance.setVisible(bool(texts))

    def _rows(self) -> list[tuple[object, tuple[Fact, ...]]]:
        service = self._presenter.service
        rows: list[tuple[object, tuple[Fact, ...]]] = []
        for tile in service.tiles:
            titles = ", ".join(f"{key}: {text}" for key, text in tile.titles.items())
            state = Fact(self.tr("Shown"), "", "check", "success")
            if "NOT_INSTALLED" in service.hindrances:
                state = Fact(self.tr("Not shown yet"), "", "warn", "warning")
            rows.append((tile, (*self._facts(tile, titles), state)))
        for page in service.settings:
            used = ", ".join(page.connectors)
            state = Fact(self.tr("In use"), used, "check", "success")
            if page.left_behind:
                state = Fact(self.tr("Left behind"), "", "warn", "warning")
            rows.append((page.placement, (*self._facts(page.placement, ""), state)))
        return rows

    def _facts(self, row: Placement, titles: str) -> tuple[Fact, ...]:
        tile = row.code == "CONTACT_CENTER"
        name = self.tr("Tile in the contact center") if tile else self.tr("Settings page")
        return (
            Fact(name, f"{row.code} · {row.id}"),
            Fact(neutral(row.title or titles or "—"), neutral(titles) if row.title else ""),
            Fact(neutral(without_secrets(row.handler)), colour="text2", mode=_MIDDLE),
        )
