"""A small window for a new line: its name, what it is for, who is in its queue first."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.connector import FieldProblem
from app.domain.line_fields import FIELDS
from app.domain.line_rules import parse
from app.domain.line_templates import Template, new_line
from app.ui.errors import explain
from app.ui.lines.field_words import RuleWords
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Segments, label

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_WIDTH = 480


class NewLine(QDialog):
    """Stays open, with everything typed, until the portal has made the line."""

    def __init__(self, parent: QWidget, theme: Theme, presenter: "LinesPresenter") -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("New line"))
        self.setFixedWidth(_WIDTH)
        self.name = QLineEdit()
        self.field = FormField(theme, self.tr("Name"), self.name)
        self.template = Segments(
            theme,
            self.tr("What it is for"),
            [
                (Template.SALES.value, self.tr("Sales")),
                (Template.SUPPORT.value, self.tr("Support")),
                (Template.BARE.value, self.tr("As the portal does")),
            ],
        )
        self.about = label("", "small", "text2", wrap=True)
        self.me = QCheckBox(self.tr("Put me into its queue"))
        self.me.setChecked(True)
        self.error = ErrorPanel(theme)
        self.make = Button(theme, self.tr("Create line"), "primary", "plus")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._arrange()
        self._wire()
        self._show_about()
        self.name.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("New line"), "title"))
        column.addWidget(self.field)
        choice = QVBoxLayout()
        choice.setSpacing(4)
        choice.addWidget(label(self.tr("What it is for"), "strong", "text2"))
        choice.addWidget(self.template)
        column.addLayout(choice)
        for part in (self.about, self.me, self.error):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.make)
        row.addWidget(self.cancel)
        column.addLayout(row)

    def _wire(self) -> None:
        presenter = self._presenter
        self.make.clicked.connect(self._create)
        self.cancel.clicked.connect(self.reject)
        self.name.returnPressed.connect(self._create)
        self.name.textEdited.connect(lambda _: self._show_problem(""))
        self.template.chosen.connect(self._show_about)
        presenter.added.connect(self.accept)
        presenter.add_failed.connect(self._on_failed)
        presenter.tasks.busy_changed.connect(self._on_busy_changed)

    def _show_about(self) -> None:
        texts = {
            Template.SALES: self.tr(
                "Dialogs in turn, a lead for every new customer, phones and mails collected, no "
                "second lead for known clients, closed after a day of silence."
            ),
            Template.SUPPORT: self.tr(
                "Dialogs in turn, customers recognised by the CRM but no leads made, closed after "
                "a day of silence."
            ),
            Template.BARE: self.tr("Only the name and the queue are sent."),
        }
        self.about.setText(texts[Template(self.template.choice)])
        self._fit()

    def _create(self) -> None:
        name = parse(FIELDS["LINE_NAME"], self.name.text())
        if isinstance(name, FieldProblem):
            self._show_problem(RuleWords().table()[name.code])
            self.name.setFocus()
            return
        me = self._presenter.session.capabilities.user.id if self.me.isChecked() else 0
        self.error.clear()
        self._presenter.add(new_line(str(name), Template(self.template.choice), me))

    def _show_problem(self, text: str) -> None:
        self.field.set_problem(text)
        self._fit()

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == "add":
            self.make.set_busy(busy)

    def _on_failed(self, error: Exception) -> None:
        self.error.show_error(explain(error))
        self._fit()

    def _fit(self) -> None:
        """As high as its texts need: Qt asks wrapped texts only when a window is first shown."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.resize(self.width(), column.totalHeightForWidth(self.width()))
