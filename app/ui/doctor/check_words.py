"""What each check is called before it is looked at and when all is well. Knows only words.

Places in braces are facts of the finding; a name without them stands in for a fact that is missing.
"""

from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.doctor import Group


class CheckWords(NamedTuple):
    """`name` is what is looked at, as a claim; `passed` is the claim with its facts."""

    name: str
    passed: str


class Checks(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def table(self, n: int = 0) -> dict[str, CheckWords]:
        """Every check by its key; `n` is the number that its words count with."""
        groups = (self._sign_in(n), self._application(), self._connector(), self._line(n))
        found = {key: words for group in groups for key, words in group.items()}
        return found | self._link() | self._events()

    def groups(self) -> dict[Group, str]:
        """The stations of a message's way."""
        return {
            Group.SIGN_IN: self.tr("Sign-in"),
            Group.APPLICATION: self.tr("Application"),
            Group.CONNECTOR: self.tr("Connector"),
            Group.LINE: self.tr("Line"),
            Group.LINK: self.tr("Link"),
            Group.EVENTS: self.tr("Events"),
        }

    def _sign_in(self, n: int) -> dict[str, CheckWords]:
        return {
            "portal_answers": _same(self.tr("Portal answers")),
            "address_unchanged": _same(self.tr("Address is unchanged")),
            "access_valid": _same(self.tr("Access token is valid")),
            "refresh_age": CheckWords(
                self.tr("Refresh token is young enough"),
                self.tr("Refresh token is %n days old of {of}", "", n),
            ),
            "clock": CheckWords(
                self.tr("Clocks agree"), self.tr("Server clock differs by {seconds} s")
            ),
        }

    def _application(self) -> dict[str, CheckWords]:
        return {
            "plan": _same(self.tr("Plan allows applications")),
            "installed": _same(self.tr("Installation is finished")),
            "scopes": _same(self.tr("Permissions are complete")),
            "events_offered": _same(self.tr("Connector events are offered")),
            "administrator": CheckWords(
                self.tr("Signed-in user is an administrator"),
                self.tr("{user} is an administrator"),
            ),
            "offline_confirm": _same(self.tr("Offline events with confirm")),
            "auth_connector": _same(self.tr("Connector filter of events")),
            "operating_time": _same(self.tr("No method has used up its time")),
        }

    def _connector(self) -> dict[str, CheckWords]:
        return {
            "registered": _same(self.tr("Registered under this id")),
            "owned": _same(self.tr("No sign of another owner")),
            "handler": _same(self.tr("Address of the settings page is sound")),
            "looks": _same(self.tr("Icon and flags are sound")),
        }

    def _line(self, n: int) -> dict[str, CheckWords]:
        return {
            "line_exists": CheckWords(self.tr("Line exists"), self.tr("Line {name} exists")),
            "line_on": _same(self.tr("Line is switched on")),
            "operators": CheckWords(
                self.tr("Queue has operators"), self.tr("Queue has %n operators", "", n)
            ),
            "hours": _same(self.tr("Within working hours")),
            "tracking": _same(self.tr("Customers reach the CRM")),
        }

    def _link(self) -> dict[str, CheckWords]:
        return {
            "active": _same(self.tr("Connector is switched on for the line")),
            "no_error": CheckWords(
                self.tr("No error flag on the line"), self.tr("Connector works on line {name}")
            ),
            "channel_data": _same(self.tr("Channel data was written")),
            "settings_page": _same(self.tr("Settings page is bound once")),
        }

    def _events(self) -> dict[str, CheckWords]:
        return {
            "events_bound": _same(self.tr("Seven events are bound")),
            "no_twins": _same(self.tr("No stale or twin handlers")),
            "queue_answers": _same(self.tr("Offline queue answers")),
            "queue_reserved": _same(self.tr("No events are held back")),
            "queue_aside": _same(self.tr("No events are put aside")),
            "queue_age": _same(self.tr("Events are fetched in time")),
            "one_receiver": _same(self.tr("One receiver for the queue")),
            "canary": _same(self.tr("Live canary: a test event arrives")),
            "message_canary": _same(self.tr("A message goes round")),
        }


def _same(name: str) -> CheckWords:
    return CheckWords(name, name)
