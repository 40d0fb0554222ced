"""Where other pages, the palette and alerts lead on the Dialogs page: a dialog, a message, several
dialogs, a new customer, an id. Decides nothing else.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.domain.dialog import DialogId
from app.domain.dialog_filter import DialogFilter, Several
from app.services.views import View

if TYPE_CHECKING:
    from app.ui.dialogs.page import DialogsPage

_OTHER = Qt.FocusReason.OtherFocusReason


class Arrivals(QObject):
    """Belongs to the page."""

    def __init__(self, page: "DialogsPage") -> None:
        super().__init__(page)
        self._page = page

    def take(self, payload: object) -> None:
        """Open a dialog, one taken over now: ("taken", dialog), one of its messages: ("message",
        dialog, position), or the form for a new customer: ("new", connector, line); or show only
        these: ("dialogs", their ids, a title); or find what an id belongs to: ("find", text or "").
        """
        page = self._page
        if isinstance(payload, int):
            page.presenter.open(DialogId(payload))
            page.conversation.composer.field.setFocus(_OTHER)
        elif isinstance(payload, tuple) and payload[:1] == ("taken",):
            page.composer.write_as_operator(payload[1])
            self.take(payload[1])
        elif isinstance(payload, tuple) and payload[:1] == ("new",):
            page.flow.begin(*payload[1:])
        elif isinstance(payload, tuple) and payload[:1] == ("dialogs",):
            self._show_several(*payload[1:])
        elif isinstance(payload, tuple) and payload[:1] == ("find",):
            page.resolver.open(*payload[1:])
        elif isinstance(payload, tuple) and payload[:1] == ("message",):
            self._show_message(*payload[1:])

    def _show_message(self, number: int, position: int) -> None:
        page, dialog = self._page, DialogId(number)
        page.view.jump.to(dialog, position)
        page.flow.leave()
        page.presenter.open(dialog)
        page.view.setFocus(_OTHER)

    def _show_several(self, dialogs: Iterable[DialogId], title: str) -> None:
        """In the list, until the person takes the chip away; one that is open and not among them
        is closed.
        """
        page, several = self._page, Several(frozenset(dialogs), title)
        by_wait = page.pane.shown.view.by_wait
        page.finder.show_list()
        page.pane.show_view(View("", conditions=DialogFilter(several=several), by_wait=by_wait))
        if len(several.dialogs) == 1:
            page.presenter.open(next(iter(several.dialogs)))
        elif page.open_dialog not in several.dialogs:
            page.presenter.open(None)
        page.pane.list.setFocus(_OTHER)
