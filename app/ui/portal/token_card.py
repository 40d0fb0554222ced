"""How old the tokens are, who renewed them last, and the two things that a person may do by hand.

The tokens themselves are never shown.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal

from app.domain.portal import REFRESH_LIFETIME, REFRESH_OLD, TokenInfo
from app.ui.errors import Explained
from app.ui.portal.card import Card, FactRows
from app.ui.portal.clipboard import SecretClipboard
from app.ui.portal.times import countdown, day_of, moment_of
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, Meter, Note, label

#: Age of a refresh token at which it is time to worry.
_DAY = timedelta(days=1)


class TokenCard(Card):
    """`unlock_wanted` asks for the right to copy; `copy_wanted` comes only after `unlock`."""

    refresh_wanted = Signal()
    unlock_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = FactRows(
            {
                "access": self.tr("Access token"),
                "renewed": self.tr("Last renewed"),
                "refresh": self.tr("Refresh token"),
            }
        )
        self.meter = Meter(theme, self.tr("Age of the refresh token in days"), 160)
        self.warning = Note(theme)
        self.error = ErrorPanel(theme, dismissable=True)
        self.refresh = Button(theme, self.tr("Refresh now…"), "normal", "refresh")
        self.copy = Button(theme, self.tr("Copy token…"), "normal", "lock")
        self.copied = label("", "small", "text2", wrap=True)
        self.clipboard = SecretClipboard(self)
        self._unlocked = False
        self._arrange()
        self.refresh.clicked.connect(self.refresh_wanted)
        self.copy.clicked.connect(self._on_copy)
        self.clipboard.changed.connect(self._show_clipboard)

    def show_tokens(self, tokens: TokenInfo, now: datetime) -> None:
        """Say how old they are now."""
        self._say_access(tokens, now)
        self._say_renewed(tokens, now)
        age = now - tokens.obtained_at
        days = max(0, age // _DAY)
        self.meter.set(days, REFRESH_LIFETIME.days)
        self.rows.say(
            "refresh",
            self.tr("%n day(s) old of {whole}, good until {day}", "", days).format(
                whole=REFRESH_LIFETIME.days, day=day_of(tokens.refresh_expires_at)
            ),
            "danger" if age >= REFRESH_LIFETIME else "warning" if age >= REFRESH_OLD else "",
        )
        self.warning.setVisible(age >= REFRESH_OLD)

    def unlock(self) -> None:
        """From now on the token can be copied, until another portal is shown."""
        self._unlocked = True
        self.copy.setText(self.tr("Copy token"))
        self.copy.set_icon("copy")

    def lock(self) -> None:
        """Another portal: its token has to be unlocked anew, and none stays on the clipboard."""
        self._unlocked = False
        self.copy.setText(self.tr("Copy token…"))
        self.copy.set_icon("lock")
        self.error.clear()
        self.clipboard.clear()

    def put(self, token: str) -> None:
        """Copy it for a short while."""
        self.clipboard.put(token)

    def show_error(self, explained: Explained, action: str = "") -> None:
        """The refresh, or the copying, has failed, or the sign-in has ended."""
        self.error.show_error(explained, action)

    def _say_access(self, tokens: TokenInfo, now: datetime) -> None:
        left = (tokens.access_expires_at - now).total_seconds()
        if left > 0:
            self.rows.say("access", self.tr("good for {time}").format(time=countdown(left)))
        else:
            self.rows.say("access", self.tr("over; the next call renews it"))

    def _say_renewed(self, tokens: TokenInfo, now: datetime) -> None:
        if tokens.last_refresh_at is None:
            got = moment_of(tokens.obtained_at, now)
            text = self.tr("not since the start; received {time}").format(time=got)
        elif tokens.by == "another process":
            text = self.tr("{time}, by another window or command of this program")
        else:
            text = self.tr("{time}, by this window")
        if tokens.last_refresh_at is not None:
            text = text.format(time=moment_of(tokens.last_refresh_at, now))
        self.rows.say("renewed", text)

    def _on_copy(self) -> None:
        (self.copy_wanted if self._unlocked else self.unlock_wanted).emit()

    def _show_clipboard(self) -> None:
        left = self.clipboard.left
        self.copied.setVisible(left > 0)
        text = self.tr("Copied. It is taken off the clipboard in %n second(s).", "", left)
        self.copied.setText(text if left else "")

    def _arrange(self) -> None:
        self.begin(self.tr("Tokens"))
        self.warning.text.setText(
            self.tr(
                "After 180 days without use the refresh token is dead, and somebody has to sign in "
                "again. Any call that needs a new access token renews both."
            )
        )
        why = self.tr(
            "Tokens are renewed when the portal asks for it, never by the clock: the vendor blocks "
            "applications that do that. They are never shown and never written to a log."
        )
        self.body.addWidget(self.rows)
        self.body.addWidget(self.meter)
        self.body.addWidget(label(why, "small", "text3", wrap=True))
        for part in (self.warning, self.error, self.copied):
            self.body.addWidget(part)
            part.hide()
        self.add_buttons(self.refresh, self.copy)
