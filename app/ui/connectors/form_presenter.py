"""Decides for the registration form: what is wrong, when to say so, what to keep and send.

Knows no widget. Fields are named by the vendor's parameters, as in `FieldProblem`.
"""

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.connector import FieldProblem, Origin, Registration
from app.domain.problem import Problem
from app.domain.rules import check_registration
from app.domain.svg import LARGEST, check_svg, to_data_uri
from app.ui.connectors.form_values import FormValues
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.connectors import Connectors

ID, NAME, HANDLER = "ID", "NAME", "PLACEMENT_HANDLER"
ICON, COLOR, SIZE = "ICON.DATA_IMAGE", "ICON.COLOR", "ICON.SIZE"
OFF_ICON = "ICON_DISABLED.DATA_IMAGE"

#: Where the value of a field stands.
_ATTRIBUTES = {ID: "id", NAME: "name", HANDLER: "handler", COLOR: "color", SIZE: "size"}
#: The field that a refusal of the portal is about.
_VENDOR = {
    "APPLICATION_REGISTRATION_ERROR_POINT": ID,
    "CONNECTOR_ID_REQUIRED": ID,
    "NAME_REQUIRED": NAME,
    "ICON_REQUIRED": ICON,
    "NO_PLACEMENT_HANDLER": HANDLER,
}
_KEEP_AFTER = 300


class FormPresenter(QObject):
    """One form: for a new connector (its draft is kept on disk) or for one that is registered."""

    changed = Signal()  # values, or what may be shown of their problems
    loaded = Signal()  # values that the person did not type: fill the fields
    registered = Signal(str)
    failed = Signal(object)  # an error that belongs to no field

    def __init__(
        self, connectors: "Connectors", parent: QObject, registration: Registration | None = None
    ) -> None:
        super().__init__(parent)
        self._connectors = connectors
        self.is_new = registration is None
        self.values = FormValues() if registration is None else FormValues.of(registration)
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self.changed)
        self._left: set[str] = set()
        self._refused: dict[str, FieldProblem] = {}
        self._kept = self.values
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._keeping.timeout.connect(self.keep)

    def load(self, values: FormValues, *, kept: bool = False) -> None:
        """Begin with these values; nothing counts as typed yet. `kept`: the disk has them."""
        self.values = values
        if kept:
            self._kept = values
        self._keeping.start()
        self._left.clear()
        self._refused.clear()
        self.loaded.emit()
        self.changed.emit()

    def show(self) -> None:
        """Fill the fields anew: another view of the form may have changed the values."""
        self.loaded.emit()
        self.changed.emit()

    def set(self, **values: Any) -> None:
        """The person changed something: errors of those fields go until they are left again."""
        self.values = replace(self.values, **values)
        for name, attribute in (*_ATTRIBUTES.items(), (ICON, "icon"), (OFF_ICON, "off_icon")):
            if attribute in values:
                self._left.discard(name)
                self._refused.pop(name, None)
        self._keeping.start()
        self.changed.emit()

    def leave(self, name: str) -> None:
        """The field was left: from now on its problem may be shown."""
        self._left.add(name)
        self.changed.emit()

    def problems(self) -> list[FieldProblem]:
        """Everything that keeps the form from being sent."""
        return check_registration(self.values.registration())

    def problem(self, name: str) -> FieldProblem | None:
        """The problem to be shown at a field now."""
        if name in self._refused:
            return self._refused[name]
        if name not in self._left:
            return None
        return next((each for each in self.problems() if each.field == name), None)

    def repair(self, name: str) -> bool:
        """Take the value that would pass; the field's widget has to be filled anew."""
        found = next((each for each in self.problems() if each.field == name), None)
        if found is None or not found.hint or name not in _ATTRIBUTES:
            return False
        self.set(**{_ATTRIBUTES[name]: found.hint})
        self._left.add(name)
        self.loaded.emit()
        self.changed.emit()
        return True

    def taken_by(self) -> Origin | None:
        """Whose connector already has this id, as far as the portal's list tells."""
        if not self.is_new:
            return None
        wanted = self.values.id.strip().lower()
        rows = self._connectors.connectors()
        return next((each.origin for each in rows if each.id == wanted), None)

    @property
    def busy(self) -> bool:
        """Whether the form is being sent."""
        return self.tasks.is_busy("register")

    def read_icon(self, path: str, *, off: bool = False) -> None:
        """Read a picture from a file; what is wrong with it stands at the field."""
        self.tasks.start("icon", partial(self._read_icon, Path(path), off))

    def register(self) -> None:
        """Send it, or show every problem there is."""
        problems = self.problems()
        self._left |= {each.field for each in problems}
        if problems:
            self.changed.emit()
        else:
            self.tasks.start("register", self._register)

    def keep(self) -> None:
        """Write the draft, unless it is written already. What came meanwhile waits its turn."""
        if self.is_new and self.values != self._kept and not self.tasks.start("keep", self._keep):
            self._keeping.start()

    async def close(self) -> None:
        """Keep the last words, then stop."""
        self._keeping.stop()
        await self.tasks.close()
        if self.is_new and self.values != self._kept:
            await self._keep()

    async def forget_draft(self) -> None:
        """The draft has become a connector."""
        self._keeping.stop()
        self._kept = self.values
        await self._connectors.save_draft({})

    def refuse(self, problem: Problem) -> bool:
        """Show a refusal of the portal at its field; False when it belongs to none."""
        name = _VENDOR.get(problem.code)
        if name is not None:
            self._refused[name] = FieldProblem(name, problem.code)
            self.changed.emit()
        return name is not None

    async def _keep(self) -> None:
        values = self.values
        await self._connectors.save_draft(values.to_draft())
        self._kept = values

    async def _register(self) -> None:
        registration = self.values.registration()
        await self._connectors.register(registration)
        if self.is_new:
            await self.forget_draft()
        self.registered.emit(registration.id.lower())

    async def _read_icon(self, path: Path, off: bool) -> None:
        name = OFF_ICON if off else ICON
        text, code = await asyncio.to_thread(_read, path)
        if code:
            self._refused[name] = FieldProblem(name, code)
            self.changed.emit()
            return
        keys = ("off_icon", "off_icon_name") if off else ("icon", "icon_name")
        self.set(**dict(zip(keys, (to_data_uri(text), path.name), strict=True)))
        self._left.add(name)
        self.loaded.emit()
        self.changed.emit()

    def _on_failed(self, _name: str, error: Exception) -> None:
        problem = getattr(error, "problem", None)
        code = problem.code if isinstance(problem, Problem) else getattr(error, "code", "")
        if not self.refuse(Problem(str(code))):
            self.failed.emit(error)


def _read(path: Path) -> tuple[str, str]:
    """The picture's text and the code of what is wrong with it, or ""."""
    try:
        if path.stat().st_size > LARGEST * 4:
            return "", "ICON_TOO_LARGE"
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        return "", "ICON_UNREADABLE"
    except UnicodeDecodeError:
        return "", "ICON_NOT_SVG"
    return text, check_svg(text) or ""
