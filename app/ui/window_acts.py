"""What the window does at a word from a menu, a key or a page. Knows the open desk only by the
window's watch.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.domain.portal import PortalKind

if TYPE_CHECKING:
    from app.domain.portal import Profile
    from app.services.feed import Feed
    from app.ui.window import MainWindow


class WindowActs(QObject):
    """Small acts on the open desk and on the window itself."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def pause_feed(self, pause: bool) -> None:
        """Pause or resume the feed of the open desk."""
        feed = self._feed()
        if feed is not None:
            (feed.pause if pause else feed.resume)()

    def poll_now(self) -> None:
        """Ask the portal at once."""
        feed = self._feed()
        if feed is not None:
            feed.poll_now()

    def open_cheat_sheet(self) -> None:
        """Show every shortcut, those of pages that are still to be made too."""
        self._window.pages.make_rest(self._show_cheat_sheet)

    def _show_cheat_sheet(self) -> None:
        from app.ui.cheat_sheet import CheatSheet

        CheatSheet(self._window, self._window.commands()).show()

    def next_pane(self, step: int) -> None:
        """Move the keyboard one pane on."""
        self._window.pages.move_focus(step, self._window.rail)

    def sign_out(self, forget: bool) -> None:
        """Ask to be signed out; whether to forget the keys too is asked back first."""
        if forget:
            self._ask_to_forget()
        else:
            self._window.sign_out_requested.emit(False)

    def keep_messages(self, days: int) -> None:
        """Keep messages so many days; who keeps fewer has agreed to the deletion."""
        desk = self._window.watch.desk
        if desk is None:
            return
        before = desk.upkeep.retention.days
        if days == 0 or (before and days > before):
            self._window.keep_requested.emit(days)
        else:
            self._ask_to_delete(days, desk.profile)

    def _ask_to_delete(self, days: int, profile: "Profile") -> None:
        from app.domain.links import neutral
        from app.ui.prompts import Prompt

        text = self.tr(
            "They go from the journal of {name} on this machine, with their raw events and "
            "traces, now and from then on. The portal keeps its own. This cannot be undone."
        ).format(name=neutral(profile.name))
        is_real = profile.kind is PortalKind.PRODUCTION
        told = self.tr("Type {word} to confirm.").format(word=profile.host)
        prompt = Prompt(
            self._window,
            self.tr("Delete messages older than %n day(s)?", "", days),
            f"{text}\n\n{told}" if is_real else text,
            self.tr("Delete"),
            danger=True,
        )
        if is_real:
            prompt.ask_for(told, profile.host)
        prompt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        prompt.setWindowModality(Qt.WindowModality.WindowModal)
        prompt.accepted.connect(partial(self._window.keep_requested.emit, days))
        prompt.open()

    def _ask_to_forget(self) -> None:
        """Sign out and forget the keys once the person has agreed: typing them again is work."""
        from app.ui.prompts import Prompt

        prompt = Prompt(
            self._window,
            self.tr("Sign out and forget the keys?"),
            self.tr(
                "The client secret leaves this computer: to sign in again you need it from the "
                "application's card. The journal with the customers' messages stays."
            ),
            self.tr("Forget the keys"),
            danger=True,
        )
        prompt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        prompt.setWindowModality(Qt.WindowModality.WindowModal)
        prompt.accepted.connect(partial(self._window.sign_out_requested.emit, True))
        prompt.open()

    def _feed(self) -> "Feed | None":
        if self._window.facts is None or self._window.watch.desk is None:
            return None
        return self._window.watch.desk.feed
