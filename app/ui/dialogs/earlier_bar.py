"""Over the transcript: that older messages may be at the portal, and a way to read them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics

from app.domain.earlier import Reach
from app.ui.dialogs.notice_line import NoticeLine
from app.ui.style import Theme
from app.ui.widgets import Button


class EarlierBar(NoticeLine):
    """Asks by a signal; hidden where there is nothing to say."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        button = Button(theme, "", "link", "refresh")
        super().__init__(theme, "clock", button)
        self.button = button
        self.button.setText(self.tr("Read them"))
        self.button.setAccessibleName(self.tr("Read earlier messages from the portal"))
        self.button.clicked.connect(self.asked)
        self.setFixedHeight(max(32, QFontMetrics(theme.font("small")).height() + 16))
        self.hide()

    def show_reach(self, reach: Reach, read: int | None) -> None:
        """How far back the dialog is known; `read` is how many messages were read just now."""
        if reach is Reach.SESSION:
            self.say(
                self.tr("Earlier sessions are told by the portal only to members of the chat."),
                self.tr("Earlier sessions: only for members of the chat."),
            )
            self.button.setText(self.tr("Ask again"))
        elif read is None:
            self.say(
                self.tr("What was said before is not here; the portal may have it."),
                self.tr("Earlier messages are not here."),
            )
            self.button.setText(self.tr("Read earlier messages"))
        else:
            count = self.tr("%n earlier message(s) read.", "", read)
            self.say(self.tr("{count} There may be more.").format(count=count), count)
            self.button.setText(self.tr("Read more"))
        self.setVisible(reach in (Reach.MAYBE, Reach.SESSION))

    def set_busy(self, busy: bool) -> None:
        """The portal is being asked."""
        self.button.set_busy(busy)
