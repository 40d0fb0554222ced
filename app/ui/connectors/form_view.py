"""The fields of a registration. Draws what the form's presenter says; decides nothing."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.rules import LONGEST_NAME, POSITIONS
from app.ui.connectors.flags_view import FlagsView
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
from app.ui.connectors.form_values import GREY_ICON, NO_ICON, OWN_ICON
from app.ui.connectors.form_words import problem_text, repair_text
from app.ui.connectors.icon_field import FileField, LookField
from app.ui.style import Theme
from app.ui.widgets import FormField, Segments, line

_LABELS = 112
_COLUMN = 720


class FormView(QWidget):
    """Errors appear on leaving a field and go while typing; nothing typed is ever cleared."""

    def __init__(self, theme: Theme, presenter: FormPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setMaximumWidth(_COLUMN)
        self.fields = self._made(theme)
        self.off = Segments(
            theme,
            self.tr("Icon when off"),
            [
                (GREY_ICON, self.tr("Same icon, grey")),
                (OWN_ICON, self.tr("Own icon")),
                (NO_ICON, self.tr("None")),
            ],
        )
        self.off_field = FormField(
            theme, self.tr("Icon when off"), _leftmost(self.off), beside=self._labels
        )
        self.off_field.name.setWordWrap(True)
        self.flags = FlagsView(theme)
        self._arrange()
        self._wire()
        self._fill()
        self._show()

    def _made(self, theme: Theme) -> dict[str, FormField]:
        self.id, self.name, self.handler = _mono(), QLineEdit(), _mono()
        self.icon, self.off_icon = FileField(theme), FileField(theme)
        self.look = LookField(theme, POSITIONS)
        hints = {
            ID: self.tr("Unique in the portal: begin with a prefix of yours."),
            NAME: self.tr("What operators see in the contact center."),
            HANDLER: self.tr(
                "Opens in a slider when somebody presses Connect. A desktop program has no such "
                "page: any https page of yours will do."
            ),
            ICON: self.tr(
                "Stored as a data URI. Pictures with scripts or remote links are refused."
            ),
        }
        words = {
            ID: (self.tr("ID"), self.id),
            NAME: (self.tr("Name"), self.name),
            HANDLER: (self.tr("Handler page"), self.handler),
            ICON: (self.tr("Icon"), self.icon),
            COLOR: (self.tr("Colour"), self.look),
            OFF_ICON: ("", self.off_icon),
        }
        self._labels = widest([text for text, _ in words.values()])
        return {
            key: FormField(theme, text, control, hints.get(key, ""), beside=self._labels)
            for key, (text, control) in words.items()
        }

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for key in (ID, NAME, HANDLER, ICON, COLOR):
            column.addWidget(self.fields[key])
        column.addWidget(self.off_field)
        column.addWidget(self.fields[OFF_ICON])
        column.addWidget(line())
        column.addWidget(self.flags)
        column.addStretch(1)

    def _wire(self) -> None:
        presenter = self._presenter
        self.id.textEdited.connect(lambda text: presenter.set(id=text))
        self.name.textEdited.connect(lambda text: presenter.set(name=text))
        self.handler.textEdited.connect(lambda text: presenter.set(handler=text))
        for key, field in ((ID, self.id), (NAME, self.name), (HANDLER, self.handler)):
            field.editingFinished.connect(lambda key=key: presenter.leave(key))
        self.look.edited.connect(self._on_look_edited)
        self.look.line.editingFinished.connect(lambda: presenter.leave(COLOR))
        self.look.size_line.editingFinished.connect(lambda: presenter.leave(SIZE))
        self.icon.chosen.connect(presenter.read_icon)
        self.off_icon.chosen.connect(lambda path: presenter.read_icon(path, off=True))
        self.off.chosen.connect(lambda choice: presenter.set(off=choice))
        self.flags.changed.connect(lambda: presenter.set(flags=self.flags.values()))
        for key, box in self.fields.items():
            box.repaired.connect(lambda key=key: self._repair(key))
        presenter.loaded.connect(self._fill)
        presenter.changed.connect(self._show)

    def _on_look_edited(self) -> None:
        look = self.look
        self._presenter.set(
            color=look.line.text(),
            size=look.size_line.text(),
            position=str(look.position.currentData()),
        )

    def _repair(self, key: str) -> None:
        shown = self._presenter.problem(key)
        self._presenter.repair(key if shown is not None else SIZE)

    def _fill(self) -> None:
        values = self._presenter.values
        for field, text in (
            (self.id, values.id),
            (self.name, values.name),
            (self.handler, values.handler),
        ):
            if field.text() != text:
                field.setText(text)
        self.id.setReadOnly(not self._presenter.is_new)
        self.look.show_values(values.color, values.size, values.position)
        self.off.choose(values.off)
        self.flags.show_values(values.flags)

    def _show(self) -> None:
        values = self._presenter.values
        self.icon.show_file(values.icon_name, values.icon)
        self.off_icon.show_file(values.off_icon_name, values.off_icon)
        self.fields[OFF_ICON].setVisible(values.off == OWN_ICON)
        self.look.show_colour(values.color)
        for key, box in self.fields.items():
            problem = self._presenter.problem(key)
            if key == COLOR and problem is None:
                problem = self._presenter.problem(SIZE)
            text = problem_text(problem) if problem is not None else ""
            box.set_problem(text, repair_text(problem))
        length = len(values.name)
        self.fields[NAME].name.setToolTip(f"{length} / {LONGEST_NAME}")


def widest(texts: Iterable[str], least: int = _LABELS) -> int:
    """Room for the longest label, in any language."""
    metrics = QFontMetrics(QApplication.font())
    return max(least, *(metrics.horizontalAdvance(text) + 12 for text in texts))


def _leftmost(control: QWidget) -> QWidget:
    """A control that keeps its width, at the left."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control)
    row.addStretch(1)
    return box


def _mono() -> QLineEdit:
    made = QLineEdit()
    made.setProperty("mono", "true")
    return made
