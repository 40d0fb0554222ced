"""What the window does at a word from a menu, a key or a page. Knows the open desk only by the
window's watch.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
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
        """Show every shortcut."""
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
