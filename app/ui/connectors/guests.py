"""What other rooms bring to the Connectors page: open lines and the doctor. Built when opened."""

import importlib.util
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.commands import Command
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk

_LINES, _DOCTOR = "app.ui.lines.view", "app.ui.doctor.view"


class Guests(QObject):
    """Passes on what they ask for."""

    go = Signal(str, object)
    back = Signal()

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.has_lines, self.has_doctor = _is_there(_LINES), _is_there(_DOCTOR)

    @cached_property
    def lines(self) -> QWidget:
        """The open lines."""
        made: Any = import_module(_LINES).LinesView(self._desk, self._theme)
        if hasattr(made, "go"):
            made.go.connect(self.go)
        return _as_widget(made)

    @cached_property
    def _doctor(self) -> Any:
        made = import_module(_DOCTOR).DoctorView(self._desk, self._theme)
        made.go.connect(self.go)
        made.back.connect(self.back)
        return made

    def doctor_for(self, connector: str, line: int) -> QWidget:
        """The doctor at work on one connector on one line."""
        self._doctor.examine(connector, line)
        return _as_widget(self._doctor)

    def commands(
        self, lines: Callable[[], None], doctor: Callable[[], None], group: str
    ) -> list[Command]:
        """What the palette can do with them."""
        found = []
        if self.has_lines:
            found.append(Command(self.tr("Open lines"), lines, "", group, "headset"))
        if self.has_doctor:
            found.append(Command(self.tr("Doctor"), doctor, "Ctrl+D", group, "shield"))
        return found

    async def leave(self) -> None:
        """End the work of those that were opened."""
        for name in ("lines", "_doctor"):
            if name in self.__dict__:
                await self.__dict__[name].leave()


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _as_widget(made: Any) -> QWidget:
    widget: QWidget = made
    return widget
