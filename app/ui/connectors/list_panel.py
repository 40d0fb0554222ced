"""The left side of the page: search, Connect, the list of connectors."""

from PySide6.QtCore import QModelIndex, Signal

from app.ui.choice_list import ChoiceList, ChoicePanel
from app.ui.connectors.list_delegate import ConnectorDelegate
from app.ui.connectors.list_model import ConnectorListModel, Row
from app.ui.model_rows import ROW
from app.ui.style import Theme
from app.ui.widgets import Button, SearchField


class ConnectorList(ChoiceList):
    """The connectors under their headings."""

    def __init__(self, theme: Theme, model: ConnectorListModel) -> None:
        super().__init__(theme, model, model.find, _key)
        self.draw_with(ConnectorDelegate(theme, self), alike=False)
        self.setAccessibleName(self.tr("Connectors"))


class ListPanel(ChoicePanel):
    """The list with what stands over it."""

    connect_wanted = Signal()

    def __init__(self, theme: Theme, model: ConnectorListModel) -> None:
        super().__init__()
        self.search = SearchField(theme, self.tr("Search connectors"), brief=self.tr("Search"))
        self.search.textChanged.connect(model.show_words)
        self.connect_button = Button(theme, self.tr("Connect"), "primary", "plus")
        self.connect_button.clicked.connect(self.connect_wanted)
        self.list = ConnectorList(theme, model)
        self.arrange(self.search, self.connect_button, self.list)

    def set_read_only(self, on: bool) -> None:
        """Nothing can be connected with a locked profile."""
        self.connect_button.setEnabled(not on)
        why = self.tr("This profile is read-only: no write leaves this program.") if on else ""
        self.connect_button.setToolTip(why)


def _key(index: QModelIndex) -> str | None:
    entry = index.data(ROW)
    return entry.connector.id if isinstance(entry, Row) else None
