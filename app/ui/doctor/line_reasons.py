"""Why the line, or the connector on it, is not in order. Knows only words.

See `portal_reasons` for how they are written.
"""

from PySide6.QtCore import QObject

from app.domain.doctor import Reason
from app.ui.doctor.portal_reasons import Case, ReasonWords


class LineReasons(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def table(self, n: int) -> dict[Case, ReasonWords]:
        """Every reason of this kind; `n` is the number that its words count with."""
        return self._line() | self._operators() | self._hours(n) | self._link() | self._page()

    def _line(self) -> dict[Case, ReasonWords]:
        return {
            Reason.NO_SUCH_LINE: ReasonWords(
                self.tr("The line does not exist"),
                self.tr("The portal has no open line with the id `{line}`."),
                self.tr("somebody deleted it."),
                self.tr("Connect the connector to another line: {others}."),
            ),
            (Reason.NO_SUCH_LINE, "others", ""): ReasonWords(
                self.tr("The line does not exist"),
                self.tr("The portal has no open line with the id `{line}`."),
                self.tr("somebody deleted it."),
                self.tr("Connect the connector to another line."),
            ),
            Reason.LINE_OFF: ReasonWords(
                self.tr("Line {name} is switched off"),
                self.tr("Customers can write, but **no operator sees it**: the line is off."),
                self.tr("somebody switched it off in the contact centre."),
            ),
            Reason.TRACKING_OFF: ReasonWords(
                self.tr("Customers may not reach the CRM"),
                self.tr("These settings keep the tracker from working: `{settings}`."),
                advice=self.tr("Change them in the line's settings, if leads are wanted."),
            ),
        }

    def _operators(self) -> dict[Case, ReasonWords]:
        return {
            Reason.QUEUE_EMPTY: ReasonWords(
                self.tr("Nobody is in the queue of {name}"),
                self.tr("Messages arrive, but **no operator gets them**."),
                self.tr("the line was made by a program and its queue was never filled."),
                self.tr("Put operators into the queue, or yourself to begin with."),
            ),
            Reason.OPERATORS_DISMISSED: ReasonWords(
                self.tr("All operators of {name} are dismissed"),
                self.tr("Only people who left the company are in the queue: {operators}."),
                advice=self.tr("Put people into the queue who still work there."),
            ),
            Reason.SOME_DISMISSED: ReasonWords(
                self.tr("Some operators of {name} are dismissed"),
                self.tr("Messages can be given to people who left: {operators}."),
                advice=self.tr("Take them out of the queue."),
            ),
        }

    def _hours(self, n: int) -> dict[Case, ReasonWords]:
        return {
            Reason.OUT_OF_HOURS: ReasonWords(
                self.tr("Working hours: closed now"),
                self.tr(
                    "{name} works {hours} ({zone}). Now messages get the line's automatic "
                    "answer and wait for an operator."
                ),
                advice=self.tr("Nothing is broken. Change the hours for a test."),
            ),
            (Reason.OUT_OF_HOURS, "rule", "none"): ReasonWords(
                self.tr("Working hours: closed now"),
                self.tr(
                    "{name} works {hours} ({zone}). Now messages wait for an operator, and the "
                    "customer hears nothing."
                ),
                advice=self.tr("Nothing is broken. Change the hours for a test."),
            ),
            Reason.CLOSES_SOON: ReasonWords(
                self.tr("Working hours: closes in %n min", "", n),
                self.tr("After that customers of {name} wait until it opens."),
            ),
        }

    def _link(self) -> dict[Case, ReasonWords]:
        flag = self.tr(
            "The connector is configured on this line, but its **error flag is set**. Until it is "
            "cleared, customer messages are refused with `NOT_ACTIVE_LINE` and operators see a "
            "broken channel."
        )
        title = self.tr("Error flag is set on line {name}")
        return {
            Reason.NOT_ACTIVE: ReasonWords(
                self.tr("The connector is not switched on for {name}"),
                self.tr(
                    "`{connector}` is registered, but not active on line `{line}`. Customer "
                    "messages are refused with `NOT_ACTIVE_LINE`."
                ),
                self.tr("somebody pressed Disconnect in the contact centre, or it was never on."),
            ),
            Reason.ERROR_SET: ReasonWords(
                title,
                flag,
                self.tr("this console called `imconnector.set.error` at {at}."),
            ),
            (Reason.ERROR_SET, "at", ""): ReasonWords(
                title,
                flag,
                self.tr("a program of this application called `imconnector.set.error`."),
            ),
            Reason.DATA_NEVER_WRITTEN: ReasonWords(
                self.tr("Channel data was never written from here"),
                self.tr(
                    "This console has not described `{connector}` on line `{line}`, and the portal "
                    "cannot be asked. Without a description the contact centre shows an empty "
                    "channel."
                ),
                self.tr("the set-up stopped before `imconnector.connector.data.set`."),
                self.tr("Describe the channel on the connector's Lines tab."),
            ),
            Reason.DATA_LOST: ReasonWords(
                self.tr("Channel data went when the connector was disconnected"),
                self.tr(
                    "It was written for line `{line}` at {at}; at {lost_at} `{connector}` was "
                    "disconnected there, and the portal drops it then."
                ),
                self.tr("it was connected again in the portal, or by another program."),
            ),
        }

    def _page(self) -> dict[Case, ReasonWords]:
        return {
            Reason.PAGE_MISSING: ReasonWords(
                self.tr("The settings page is not bound"),
                self.tr("The portal has no `SETTING_CONNECTOR` page for `{handler}`."),
                self.tr("it was unbound, or the connector was registered elsewhere."),
                self.tr("Register again: that binds the page."),
            ),
            Reason.PAGE_TWICE: ReasonWords(
                self.tr("Settings pages of earlier addresses are left"),
                self.tr("The portal can open an old one of these: {handlers}."),
                self.tr("the connector was registered again with another address."),
            ),
        }
