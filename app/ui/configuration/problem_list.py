"""What is wrong in a file, line by line, in a notice that scrolls. Knows only words and widgets."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.services.configuration_problems import FileProblem
from app.ui.configuration.words import file_problem
from app.ui.style import Theme
from app.ui.widgets import Note
from app.ui.wrapping import breakable

_SHOWN = 200


class ProblemList(QScrollArea):
    """Hidden while there is nothing wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._note = Note(theme, tone="danger")
        self.setAccessibleName(self.tr("What is wrong in the file"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addStretch(1)
        self.setWidget(body)
        self.hide()

    def text(self) -> str:
        """Everything that is told."""
        return self._note.text.text()

    def show_problems(self, problems: Sequence[FileProblem]) -> None:
        """Other problems, or none."""
        told = [
            self.tr("Line {line}: {problem}").format(line=row.line, problem=file_problem(row))
            for row in problems[:_SHOWN]
        ]
        if len(problems) > _SHOWN:
            told.append(self.tr("… and %n more", "", len(problems) - _SHOWN))
        self._note.text.setText(breakable("\n".join(told)))
        self.setVisible(bool(told))
