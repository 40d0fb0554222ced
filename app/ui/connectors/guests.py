"""What other rooms bring to the Connectors page: open lines, the doctor, the configuration as a
file. Built when opened.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.commands import Command
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.configuration.dialog import ConfigurationDialog
    from app.ui.doctor.view import DoctorView
    from app.ui.lines.view import LinesView


class Guests(QObject):
    """Passes on what they ask for."""

    go = Signal(str, object)
    back = Signal()

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._file: ConfigurationDialog | None = None

    @cached_property
    def lines(self) -> "LinesView":
        """The open lines."""
        from app.ui.lines.view import LinesView

        made = LinesView(self._desk, self._theme)
        made.go.connect(self.go)
        return made

    @cached_property
    def doctor(self) -> "DoctorView":
        """Why a connector does not work."""
        from app.ui.doctor.view import DoctorView

        made = DoctorView(self._desk, self._theme)
        made.go.connect(self.go)
        made.back.connect(self.back)
        return made

    def save_configuration(self, parent: QWidget) -> None:
        """Ask for a file and write the portal's connectors, lines and subscriptions into it."""
        self.open_configuration(parent).ask_export()

    def open_configuration(self, parent: QWidget) -> "ConfigurationDialog":
        """The window that exports, compares and applies."""
        from app.ui.configuration.dialog import ConfigurationDialog

        if self._file is None:
            self._file = ConfigurationDialog(parent, self._theme, self._desk)
        self._file.show()
        self._file.raise_()
        self._file.activateWindow()
        return self._file

    def shows_lines(self, page: QWidget | None) -> bool:
        """Whether that is the view of the open lines."""
        return page is not None and page is self.__dict__.get("lines")

    def commands(self, page: QWidget | None) -> list[Command]:
        """What the palette can do with the one that is shown."""
        return self.lines.commands() if self.shows_lines(page) else []

    async def leave(self) -> None:
        """End the work of those that were opened."""
        if "lines" in self.__dict__:
            await self.lines.leave()
        if "doctor" in self.__dict__:
            await self.doctor.leave()
        if self._file is not None:
            await self._file.leave()
            self._file.close()
