"""The settings of alerts that belong to the open portal: targets of its lines, and its health."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.alerts.health_block import HealthBlock
from app.ui.alerts.levels_block import LevelsBlock
from app.ui.alerts.levels_presenter import LevelsPresenter
from app.ui.style import Theme
from app.ui.widgets import label, line

if TYPE_CHECKING:
    from app.services.desk import Desk


class PortalBlock(QWidget):
    """Made anew for every desk."""

    def __init__(self, theme: Theme, desk: "Desk") -> None:
        super().__init__()
        self.levels = LevelsBlock(theme, LevelsPresenter(desk, self))
        self.health = HealthBlock(theme, LevelsPresenter(desk, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._part(
            self.tr("Targets of answers"),
            self.tr(
                "How soon customers are answered. Lists, the board and alerts go by it; the times "
                "are reckoned here, so no plan of the portal is needed."
            ),
            self.levels,
        )
        column.addSpacing(8)
        self._part(
            self.tr("Health alerts"),
            self.tr(
                "The sign-in, connectors, limits and an unreachable portal are always told. For "
                "the rest you say from when on."
            ),
            self.health,
        )

    async def leave(self) -> None:
        """End all work."""
        await self.levels.presenter.tasks.close()
        await self.health.presenter.tasks.close()

    def _part(self, title: str, text: str, widget: QWidget) -> None:
        column = self.layout()
        assert column is not None
        for part in (line(), label(title, "title"), label(text, "body", "text2", wrap=True)):
            column.addWidget(part)
        column.addWidget(widget)
