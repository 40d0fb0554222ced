"""How the portal stands, on the Dialogs page: what is heard of it, what failed, what is locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.feed import FeedHealth
from app.ui.errors import Explained

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage


class Standing(QObject):
    """Belongs to the page."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._wire()
        self._show_lock()

    def show_half(self) -> None:
        """Where nobody plays the customer here, and nothing tells what he writes."""
        page, health = self._page, self._desk.feed.health
        dialog = page.presenter.dialog_id
        played = dialog is None or self._desk.dialogs.customer(dialog) is not None
        page.conversation.half.setVisible(not played and not health.tells_customers)

    def _show_notice(self, explained: Explained | None, health: FeedHealth) -> None:
        read_only = self._desk.profile.read_only
        self._page.notice.show_notice(explained, health, read_only=read_only)
        self.show_half()

    def _show_lock(self) -> None:
        page, locked = self._page, self._desk.profile.read_only
        page.flow.form.set_read_only(locked)
        page.middle.set_read_only(locked)
        page.conversation.heading.set_read_only(locked)

    def _show_delivery(self, automatic: bool) -> None:
        view = self._page.view
        if view.builder.by_hand == automatic:
            view.builder.by_hand = not automatic
            view.redo()

    def _on_failed(self, explained: Explained) -> None:
        page = self._page
        if page.flow.is_open:
            page.flow.form.show_error(explained)
        else:
            page.conversation.error.show_error(explained)

    def _on_busy(self, name: str, busy: bool) -> None:
        self._page.conversation.heading.set_busy(name, busy)
        if name == "write":
            self._page.flow.form.set_busy(busy)

    def _wire(self) -> None:
        page, presenter = self._page, self._page.presenter
        presenter.failed.connect(self._on_failed)
        presenter.notice_changed.connect(self._show_notice)
        presenter.delivery_changed.connect(self._show_delivery)
        page.tasks.busy_changed.connect(self._on_busy)
        page.notice.try_again.connect(presenter.try_again)
        page.notice.gap_noted.connect(presenter.note_gap)
        page.notice.sign_in_wanted.connect(lambda: page.go.emit("sign in", None))
        self.destroyed.connect(self._desk.session.changed.connect(lambda _: self._show_lock()))
