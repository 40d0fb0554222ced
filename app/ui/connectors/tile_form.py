"""The card that puts a tile of the application into the contact center."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from app.ui.connectors.form_words import problem_text, repair_text
from app.ui.connectors.widget_presenter import WidgetPresenter
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, label

_LABELS = 96
_HANDLER = "HANDLER"


class TileForm(QFrame):
    """A title for each language; the portal shows the one of the person who looks."""

    def __init__(self, theme: Theme, presenter: WidgetPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self.setProperty("card", "true")
        self.handler = QLineEdit()
        self.handler.setProperty("mono", "true")
        self.handler.setPlaceholderText("https://")
        self.field = FormField(
            *(theme, self.tr("Page"), self.handler),
            self.tr("Opens inside the portal when somebody presses the tile."),
            beside=_LABELS,
        )
        self.titles: dict[str, FormField] = {}
        self._edits: dict[str, QLineEdit] = {}
        self.language = QLineEdit()
        self.language.setMaximumWidth(72)
        self.language.setPlaceholderText("de")
        self.language.setAccessibleName(self.tr("Code of a language"))
        self.add = Button(theme, self.tr("Add a language"), "link", "plus")
        self.error = ErrorPanel(theme, dismissable=True)
        self.bind = Button(theme, self.tr("Add the tile"))
        self._arrange()
        self._wire()
        self._show()

    def _arrange(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        more = QHBoxLayout()
        more.setSpacing(8)
        more.addSpacing(_LABELS)
        more.addWidget(self.language)
        more.addWidget(self.add)
        more.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addSpacing(_LABELS)
        buttons.addWidget(self.bind)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Add a tile of the application"), "title"))
        column.addWidget(self.field)
        column.addLayout(self._lines)
        column.addLayout(more)
        column.addWidget(self.error)
        column.addLayout(buttons)

    def _wire(self) -> None:
        presenter = self._presenter
        self.handler.textEdited.connect(presenter.type)
        self.handler.returnPressed.connect(presenter.bind)
        self.add.clicked.connect(self._on_add)
        self.language.returnPressed.connect(self._on_add)
        self.bind.clicked.connect(presenter.bind)
        presenter.typed.connect(self._show)
        presenter.changed.connect(self._show)

    def _on_add(self) -> None:
        code = self.language.text().strip().lower()
        if self._presenter.add_language(code):
            self.language.clear()
            self.titles[code].line.setFocus()

    def _show(self) -> None:
        presenter = self._presenter
        self._make_titles()
        if self.handler.text() != presenter.handler:
            self.handler.setText(presenter.handler)
        problem = presenter.problem(_HANDLER) if presenter.handler else None
        self.field.set_problem(problem_text(problem) if problem else "", repair_text(problem))
        for language, field in self.titles.items():
            edit = self._edits[language]
            if edit.text() != presenter.titles[language]:
                edit.setText(presenter.titles[language])
            found = presenter.problem(f"TITLE.{language}")
            field.set_problem(problem_text(found) if found else "")
        self.bind.set_busy(presenter.is_busy("bind"))
        self.bind.setEnabled(presenter.problem() is None and not presenter.is_busy())
        if presenter.form_failure is None:
            self.error.clear()
        else:
            self.error.show_error(explain(presenter.form_failure))

    def _make_titles(self) -> None:
        wanted = self._presenter.titles
        for language in [each for each in self.titles if each not in wanted]:
            gone = self.titles.pop(language)
            gone.hide()
            gone.deleteLater()
        for language in wanted:
            if language not in self.titles:
                self._make_title(language)

    def _make_title(self, language: str) -> None:
        edit = QLineEdit()
        name = self.tr("Title ({language})").format(language=language)
        field = FormField(self._theme, name, edit, beside=_LABELS)
        edit.textEdited.connect(lambda text: self._presenter.type_title(language, text))
        self.titles[language], self._edits[language] = field, edit
        self._lines.addWidget(field)
