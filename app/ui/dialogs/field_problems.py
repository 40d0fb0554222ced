"""Problems at the fields of a form: shown when a field is left, taken back while it is typed in."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.customer_rules import Wrong
from app.ui.widgets import FormField


class FieldProblems(QObject):
    """Asks `check` what is wrong; a repair that is offered can be taken with one click."""

    def __init__(
        self,
        fields: Mapping[str, FormField],
        check: Callable[[], Sequence[Wrong]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._fields, self._check = fields, check
        self._repairs: dict[str, str] = {}
        for name, field in fields.items():
            field.repaired.connect(partial(self._repair, name))
            if isinstance(field.line, QLineEdit):
                field.line.editingFinished.connect(partial(self._show_one, name))
                field.line.textEdited.connect(partial(self._forget, field))

    def show_all(self) -> str | None:
        """Show everything that is wrong; answers the first field in error."""
        wrong = self._wrong()
        for name in self._fields:
            self._show(name, wrong.get(name))
        return next((name for name in self._fields if name in wrong), None)

    def _wrong(self) -> dict[str, Wrong]:
        return {each.field: each for each in reversed(self._check())}

    def _show_one(self, name: str) -> None:
        self._show(name, self._wrong().get(name))

    def _show(self, name: str, problem: Wrong | None) -> None:
        self._repairs[name] = problem.repair if problem else ""
        repair = self.tr("Use {value}").format(value=problem.repair) if problem else ""
        self._fields[name].set_problem(
            problem.words if problem else "", repair if self._repairs[name] else ""
        )

    def _forget(self, field: FormField, _typed: str) -> None:
        field.set_problem("")

    def _repair(self, name: str) -> None:
        line = self._fields[name].line
        if isinstance(line, QLineEdit):
            line.setText(self._repairs[name])
            self._show_one(name)
