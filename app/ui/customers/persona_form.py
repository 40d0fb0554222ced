"""One person of the library: every field, with its problem where it is. Keeps what is typed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.persona import GENDERS, LINTED, Persona, check_persona
from app.ui.customers.field_words import FieldWords
from app.ui.style import Theme
from app.ui.widgets import Button, FormField, label

_LABEL = 128


class PersonaForm(QWidget):
    """`saved` with the persona and the id that he had before, "" for a new one."""

    saved = Signal(object, str)
    write_asked = Signal(object)  # Persona

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = FieldWords(self)
        self._before: Persona | None = None
        names = ("name", "last_name", "id", "phone", "email", "picture", "url")
        self.lines = {name: QLineEdit() for name in names}
        self.fields = {
            name: FormField(theme, text, self.lines[name], hint, beside=_LABEL)
            for name, (text, hint) in self._named().items()
        }
        self.gender = QComboBox()
        for each in GENDERS:
            self.gender.addItem(self._words.gender(each), each)
        self.free_name = QCheckBox(self.tr("The name may break the vendor's rule of 25 letters"))
        self.title = label("", "title", wrap=True)
        self.save = Button(theme, self.tr("Save"), "primary", "check")
        self.write = Button(theme, self.tr("Write as this person"), icon="send")
        self._gender = FormField(theme, self.tr("Gender"), self.gender, beside=_LABEL)
        self._arrange()
        self._wire()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._before is None or self.typed() != self._before

    def show_persona(self, persona: Persona, *, new: bool = False) -> None:
        """Somebody to look at, or somebody who is not in the library yet."""
        self._before = None if new else persona
        for name, line in self.lines.items():
            line.setText(str(getattr(persona, name)))
            line.setCursorPosition(0)
            self.fields[name].set_problem("")
        self.gender.setCurrentIndex(max(0, self.gender.findData(persona.gender)))
        self.free_name.setChecked(persona.free_name)
        self.title.setText(self.tr("New person") if new else persona.full_name)
        if new:
            self.lines["name"].setFocus()
            self.lines["name"].selectAll()
        self._show_buttons()

    def typed(self) -> Persona:
        """What stands in the form."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        gender = str(self.gender.currentData() or "")
        return Persona(**texts, gender=gender, free_name=self.free_name.isChecked())

    def submit(self) -> None:
        """Check everything; the first field in error gets the keyboard."""
        wrong = [each.field for each in check_persona(self.typed())]
        for name in self.fields:
            self._check(name)
        first = next((name for name in self.fields if name in wrong), None)
        if first is not None:
            self.fields[first].line.setFocus()
        elif self.is_changed:
            self.saved.emit(self.typed(), self._before.id if self._before else "")

    def refuse_id(self) -> None:
        """Somebody else has this id."""
        self.fields["id"].set_problem(self._words.problem("ID_TAKEN"))
        self.lines["id"].setFocus()

    def _check(self, name: str) -> None:
        found = next((each for each in check_persona(self.typed()) if each.field == name), None)
        if found is None:
            self.fields[name].set_problem("")
            return
        repair = self.tr("Use {value}").format(value=found.hint) if found.hint else ""
        words = self._words.problem(found.code)
        if found.code in LINTED:
            words = self.tr("{problem} The check can be switched off below.").format(problem=words)
        self.fields[name].set_problem(words, repair)
        self.fields[name].setProperty("repair", found.hint)

    def _repair(self, name: str) -> None:
        self.lines[name].setText(str(self.fields[name].property("repair")))
        self._check(name)

    def _show_buttons(self) -> None:
        self.save.setEnabled(self.is_changed)
        self.save.setToolTip("" if self.is_changed else self.tr("Everything is saved"))
        self.write.setEnabled(self._before is not None)

    def _on_write(self) -> None:
        if self._before is not None:
            self.write_asked.emit(self._before)

    def _named(self) -> Mapping[str, tuple[str, str]]:
        return {
            "name": (self.tr("First name"), ""),
            "last_name": (self.tr("Last name"), ""),
            "id": (
                self.tr("Customer id"),
                self.tr("Tells the customers of a channel apart; stays the same for ever"),
            ),
            "phone": (self.tr("Phone"), ""),
            "email": (self.tr("E-mail"), ""),
            "picture": (
                self.tr("Picture's address"),
                self.tr("The portal fetches it from there, without signing in"),
            ),
            "url": (self.tr("Profile's address"), ""),
        }

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        for name, field in self.fields.items():
            column.addWidget(field)
            if name == "last_name":
                column.addLayout(_indented(self.free_name))
            if name == "email":
                column.addWidget(self._gender)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addSpacing(_LABEL)
        row.addWidget(self.save)
        row.addWidget(self.write)
        row.addStretch(1)
        column.addLayout(row)

    def _wire(self) -> None:
        for name, field in self.fields.items():
            self.lines[name].editingFinished.connect(lambda name=name: self._check(name))
            self.lines[name].textEdited.connect(lambda _, field=field: field.set_problem(""))
            self.lines[name].textChanged.connect(self._show_buttons)
            self.lines[name].returnPressed.connect(self.submit)
            field.repaired.connect(lambda name=name: self._repair(name))
        self.gender.currentIndexChanged.connect(self._show_buttons)
        self.free_name.toggled.connect(self._on_lint)
        self.save.clicked.connect(self.submit)
        self.write.clicked.connect(self._on_write)

    def _on_lint(self) -> None:
        self._show_buttons()
        for name in ("name", "last_name"):
            self._check(name)


def _indented(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addSpacing(_LABEL)
    row.addWidget(part, 1)
    return row
