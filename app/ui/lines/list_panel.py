"""The left side: search, New line, the list of lines."""

from PySide6.QtCore import QModelIndex, Signal

from app.ui.choice_list import ChoiceList, ChoicePanel
from app.ui.lines.list_delegate import LineDelegate
from app.ui.lines.list_model import LineListModel, Row
from app.ui.model_rows import ROW
from app.ui.style import Theme
from app.ui.widgets import Button, SearchField


class LineList(ChoiceList):
    """The lines."""

    def __init__(self, theme: Theme, model: LineListModel) -> None:
        super().__init__(theme, model, model.find, _key)
        self.draw_with(LineDelegate(theme, self), alike=True)
        self.setAccessibleName(self.tr("Open lines"))


class ListPanel(ChoicePanel):
    """The list with what stands over it."""

    new_wanted = Signal()

    def __init__(self, theme: Theme, model: LineListModel) -> None:
        super().__init__()
        self.search = SearchField(theme, self.tr("Search lines"), brief=self.tr("Search"))
        self.search.textChanged.connect(model.show_words)
        self.new = Button(theme, self.tr("New line"), icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self.list = LineList(theme, model)
        self.arrange(self.search, self.new, self.list)


def _key(index: QModelIndex) -> int | None:
    row = index.data(ROW)
    return row.line.id if isinstance(row, Row) else None
