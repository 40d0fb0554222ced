"""The middle pane: an open dialog, the form for a new customer, or an invitation to write."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState


class Middle(QStackedWidget):
    """Shows one of four things."""

    def __init__(
        self,
        conversation: QWidget,
        form: QWidget,
        theme: Theme,
        write: Callable[[], None],
        connect: Callable[[], None],
    ) -> None:
        super().__init__()
        writing = Action(self.tr("Write as a customer"), write, "user")
        self.conversation, self.form = conversation, form
        self.nothing_yet = EmptyState(
            theme,
            "dialogs",
            self.tr("No dialogs yet"),
            self.tr(
                "When a customer writes through one of your connectors, the dialog appears here. "
                "You can be that customer. Dialogs that are open already appear at once if they "
                "are in your list at the portal, and those of other operators when somebody "
                "writes in them."
            ),
            [writing, Action(self.tr("Open connectors"), connect, "plug")],
        )
        self.nothing_open = EmptyState(
            theme,
            "dialogs",
            self.tr("No dialog is open"),
            self.tr("Choose one in the list; Alt+Down opens the next one."),
            [writing],
        )
        for part in (self.nothing_yet, self.nothing_open, conversation, form):
            self.addWidget(part)

    def set_read_only(self, read_only: bool) -> None:
        """Nobody is invited to what would be refused."""
        why = self.tr("This portal is read-only here: nothing can be sent.") if read_only else ""
        for place in (self.nothing_yet, self.nothing_open):
            place.buttons[0].setEnabled(not read_only)
            place.buttons[0].setToolTip(why)

    def show_what_is(self, *, writing: bool, is_open: bool, any_dialogs: bool) -> None:
        """The form before all, then the open dialog, then an invitation."""
        if writing:
            self.setCurrentWidget(self.form)
        elif is_open:
            self.setCurrentWidget(self.conversation)
        else:
            self.setCurrentWidget(self.nothing_open if any_dialogs else self.nothing_yet)
