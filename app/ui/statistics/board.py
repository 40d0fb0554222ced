"""The board: what a supervisor has to know now."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.ui.statistics.tab import Shown, Tab
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk


class BoardTab(Tab):
    """Figures of now, and of the chosen time."""

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        QVBoxLayout(self)

    def show_state(self, shown: Shown) -> None:
        """Show this state."""
