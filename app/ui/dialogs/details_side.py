"""The right pane of the Dialogs page: what it shows of the open dialog, and when it is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import Dialog, Message

if TYPE_CHECKING:
    from app.services.dialogs import Dialogs
    from app.ui.dialogs.page import DialogsPage


class DetailsSide(QObject):
    """Belongs to the page; remembers whether the person likes the details."""

    def __init__(self, page: "DialogsPage", dialogs: "Dialogs") -> None:
        super().__init__(page)
        self._page, self._dialogs = page, dialogs
        self._is_liked = True
        self._wire()

    def toggle(self) -> None:
        """Open or close the pane; where there is room for it, the choice is remembered."""
        panes = self._page.panes_box
        shown = not panes.shows_details
        if not panes.is_narrow:
            self._is_liked = shown
        panes.show_details(shown)

    def show_dialog(self, dialog: Dialog) -> None:
        """Who is in it, its facts, and its objects of the CRM."""
        self._show_people(dialog)
        self._page.crm.show_dialog(dialog)

    def follow(self) -> None:
        """Something else stands in the middle."""
        panes, wanted = self._page.panes_box, self._is_wanted()
        if panes.shows_details != wanted:
            panes.show_details(wanted)

    def _show_people(self, dialog: Dialog) -> None:
        customer = self._dialogs.customer(dialog.id)
        writers = self._page.composer.content.writers(dialog)
        others = [each for each in writers if customer is None or each.id != customer.id]
        self._page.details.show_dialog(dialog, customer, others)

    def _is_wanted(self) -> bool:
        """Beside an open dialog where there is room; over it only as long as somebody wants."""
        page = self._page
        if page.middle.currentWidget() is not page.conversation:
            return False
        panes = page.panes_box
        return panes.shows_details if panes.is_narrow else self._is_liked

    def _show_trace(self, message: Message) -> None:
        """Its way, in the details, wherever they are."""
        if not self._page.panes_box.shows_details:
            self.toggle()
        self._page.trace.reveal(message)

    def _on_narrow(self, narrow: bool) -> None:
        self._page.panes_box.show_details(not narrow and self._is_wanted())

    def _on_writers(self) -> None:
        dialog = self._page.presenter.dialog
        if dialog is not None:
            self._show_people(dialog)

    def _wire(self) -> None:
        page, heading, panes = self._page, self._page.conversation.heading, self._page.panes_box
        heading.details_asked.connect(self.toggle)
        page.details.closed.connect(self.toggle)
        panes.details_shown.connect(heading.set_details_shown)
        panes.details_shown.connect(lambda _: page.trace.tick())
        panes.narrow_changed.connect(self._on_narrow)
        page.composer.content.changed.connect(self._on_writers)
        page.message_actions.trace_asked.connect(self._show_trace)
        page.message_actions.raw_asked.connect(page.trace.open_raw)
        page.view.focus_moved.connect(page.trace.follow)
        page.details.payloads_asked.connect(page.trace.open_raw_of_shown)
        page.trace.ready.connect(lambda: page.details.show_section(page.trace.view))
        page.trace.call_wanted.connect(lambda call: page.go.emit("calls", call))
