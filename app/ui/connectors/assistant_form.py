"""The few fields of the connect assistant, filled so that a stranger can begin at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.connector import FieldProblem
from app.ui.connectors.assistant_presenter import LINE, LINK, AssistantPresenter
from app.ui.connectors.form_presenter import HANDLER, ID, NAME
from app.ui.connectors.form_words import problem_text, repair_text
from app.ui.style import Theme
from app.ui.widgets import Button, FormField, Note


class AssistantForm(QWidget):
    """Shares its values with the whole registration form."""

    all_wanted = Signal()

    def __init__(self, theme: Theme, presenter: AssistantPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.name, self.id, self.handler, self.link = QLineEdit(), _mono(), _mono(), _mono()
        self.line = QComboBox()
        self.fields = {
            NAME: FormField(theme, self.tr("Name"), self.name),
            ID: FormField(theme, self.tr("ID"), self.id),
            LINE: FormField(theme, self.tr("Open line"), self.line),
            HANDLER: FormField(
                theme, self.tr("Handler page"), self.handler, self.tr("Any https page will do.")
            ),
            LINK: FormField(
                theme, self.tr("Link to the channel"), self.link, self.tr("For the channel data.")
            ),
        }
        self.switched_off = Note(
            theme,
            self.tr(
                "This line is switched off in the portal: customers can write, operators cannot "
                "answer."
            ),
        )
        self.all = Button(theme, self.tr("All fields: icon, flags, preview"), "link")
        self.all.clicked.connect(self.all_wanted)
        self._arrange()
        self._wire()
        self._fill()
        self._show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for key, field in self.fields.items():
            column.addWidget(field)
            if key == LINE:
                column.addWidget(self.switched_off)
        column.addWidget(self.all)

    def _wire(self) -> None:
        form, presenter = self._presenter.form, self._presenter
        self.name.textEdited.connect(lambda text: form.set(name=text))
        self.id.textEdited.connect(lambda text: form.set(id=text))
        self.handler.textEdited.connect(lambda text: form.set(handler=text))
        self.link.textEdited.connect(self._on_link_edited)
        self.line.activated.connect(lambda _: form.set(line=int(self.line.currentData())))
        for key, field in ((NAME, self.name), (ID, self.id), (HANDLER, self.handler)):
            field.editingFinished.connect(lambda key=key: form.leave(key))
            self.fields[key].repaired.connect(lambda key=key: form.repair(key))
        self.link.editingFinished.connect(lambda: presenter.leave(LINK))
        form.loaded.connect(self._fill)
        presenter.changed.connect(self._show)

    def _on_link_edited(self, text: str) -> None:
        self._presenter.edit(LINK)
        self._presenter.form.set(link=text)

    def _fill(self) -> None:
        values = self._presenter.form.values
        texts = (
            (self.name, values.name),
            (self.id, values.id),
            (self.handler, values.handler),
            (self.link, values.link),
        )
        for field, text in texts:
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self._fill_lines(values.line)

    def _fill_lines(self, chosen: int) -> None:
        off = self.tr("{name} ({id}, switched off)")
        on = self.tr("{name} ({id})")
        self.line.clear()
        for each in self._presenter.lines():
            words = on if each.active else off
            self.line.addItem(words.format(name=each.name, id=each.id), each.id)
        self.line.setCurrentIndex(self.line.findData(chosen))

    def _show(self) -> None:
        lines = self._presenter.lines()
        if self.line.count() != len(lines):
            self._fill_lines(self._presenter.form.values.line)
        for key, field in self.fields.items():
            problem = self._problem(key)
            text = problem_text(problem) if problem is not None else ""
            if field.problem() != text:
                field.set_problem(text, repair_text(problem))
            field.line.setEnabled(not self._presenter.busy)
        chosen = self._presenter.form.values.line
        self.switched_off.setVisible(any(x.id == chosen and not x.active for x in lines))

    def _problem(self, key: str) -> FieldProblem | None:
        own = self._presenter.problem(key) if key in (LINE, LINK) else None
        return own or self._presenter.form.problem(key)


def _mono() -> QLineEdit:
    made = QLineEdit()
    made.setProperty("mono", "true")
    return made
