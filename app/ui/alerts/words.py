"""The words of alerts: what is wrong, what to do, where. Given values, nothing else."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, QTime

from app.domain.alerts import Alert, AlertKind, Way
from app.domain.links import neutral
from app.ui.dialogs.words import local, short_date

_ICONS = {
    AlertKind.TOKEN: "key",
    AlertKind.SOURCE: "globe",
    AlertKind.CONNECTOR: "plug",
    AlertKind.BOT: "bot",
    AlertKind.LIMIT: "bolt",
    AlertKind.UNDELIVERED: "send",
    AlertKind.BREACH: "clock",
    AlertKind.LAG: "clock",
    AlertKind.SILENCE: "info",
    AlertKind.WARNING: "clock",
}


class Said(NamedTuple):
    """One sentence, what to do about it, and what the button says."""

    title: str
    advice: str
    action: str


class AlertWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def said(self, alert: Alert, place: str) -> Said:
        """The words of an alert; `place` is what it is about: a customer, a connector, a method."""
        title, advice = (self._health(alert.amount) | self._connectors() | self._levels())[
            alert.code
        ]
        shown = {"place": place, "amount": alert.amount, "target": self.span(alert.amount)}
        if alert.over_at is not None:
            advice = ""  # there is nothing to do any more
        return Said(title.format(**shown), advice.format(**shown), self.action(alert))

    def gathered(self, alert: Alert, count: int) -> Said:
        """Many dialogs with the same trouble in one sentence."""
        title = {
            "breach_first_answer": self.tr(
                "%n customer(s) have waited too long for the first answer", "", count
            ),
            "breach_next_answer": self.tr(
                "%n customer(s) have waited too long for an answer", "", count
            ),
            "breach_resolution": self.tr("%n dialog(s) are open for too long", "", count),
            "warning_first_answer": self.tr(
                "%n customer(s) soon wait too long for the first answer", "", count
            ),
            "warning_next_answer": self.tr(
                "%n customer(s) soon wait too long for an answer", "", count
            ),
            "warning_resolution": self.tr("%n dialog(s) will soon be open for too long", "", count),
        }[alert.code]
        advice = "" if alert.over_at is not None else self._levels()[alert.code][1]
        return Said(title, advice, self.tr("Show the dialogs"))

    def titled(self, alert: Alert) -> str:
        """What the list of such dialogs is called."""
        return {
            "breach_first_answer": self.tr("first answer is late"),
            "breach_next_answer": self.tr("answer is late"),
            "breach_resolution": self.tr("open for too long"),
            "warning_first_answer": self.tr("first answer soon late"),
            "warning_next_answer": self.tr("answer soon late"),
            "warning_resolution": self.tr("soon open for too long"),
        }[alert.code]

    def tone(self, alert: Alert) -> str:
        """How bad it is: danger, warning, or success for what is over."""
        if alert.over_at is not None:
            return "success"
        return "danger" if alert.urgent else "warning"

    def icon(self, alert: Alert) -> str:
        """The icon before it."""
        return "check-circle" if alert.over_at is not None else _ICONS[alert.kind]

    def grade(self, alert: Alert) -> str:
        """The same as its colour, in a word."""
        return {
            "danger": self.tr("Urgent"),
            "warning": self.tr("Warning"),
            "success": self.tr("Over"),
        }[self.tone(alert)]

    def lasted(self, alert: Alert, now: datetime) -> str:
        """Since when, and of what is over, until when."""
        if alert.over_at is None:
            return self.tr("since {time}").format(time=self.moment(alert.since, now))
        begin, end = self.moment(alert.since, now), self.moment(alert.over_at, now)
        return self.tr("{begin} to {end}").format(begin=begin, end=end)

    def moment(self, at: datetime, now: datetime) -> str:
        """The time, with the day unless it is today."""
        here = local(at)
        clock = QTime(here.hour, here.minute)
        time = QLocale().toString(clock, QLocale.FormatType.ShortFormat)
        today = here.date() == local(now).date()
        return time if today else f"{short_date(here.date())} {time}"

    def span(self, seconds: int) -> str:
        """A length of time in its largest whole unit."""
        if seconds and seconds % 3600 == 0:
            return self.tr("%n hour(s)", "", seconds // 3600)
        if seconds and seconds % 60 == 0:
            return self.tr("%n minute(s)", "", seconds // 60)
        return self.tr("%n second(s)", "", seconds)

    def action(self, alert: Alert) -> str:
        """What the button that leads there says; "" where nothing is to be mended any more."""
        if alert.over_at is not None and alert.way is not Way.DIALOG:
            return ""
        return {
            Way.SIGN_IN: self.tr("Sign in again"),
            Way.DOCTOR: self.tr("Open the Doctor"),
            Way.CONNECTORS: self.tr("Open the connector"),
            Way.BOTS: self.tr("Open the bot"),
            Way.CALLS: self.tr("Open the calls"),
            Way.QUEUE: self.tr("Show the dialogs"),
            Way.DIALOG: self.tr("Open the dialog"),
        }[alert.way]

    def several(self, count: int) -> str:
        """Many at once, in one notification."""
        return self.tr("%n new alert(s)", "", count)

    def over(self, title: str) -> str:
        """That something told before is over."""
        return self.tr("Over: {title}").format(title=title)

    def _health(self, n: int) -> dict[str, tuple[str, str]]:
        return {
            "token_ended": (
                self.tr("The sign-in has ended"),
                self.tr("Nothing is received or sent until you sign in again."),
            ),
            "token_old": (
                self.tr("The sign-in dies in %n day(s) unless it is used", "", n),
                self.tr("Keep this portal open once: any call renews the token for 180 days."),
            ),
            "source_unreachable": (
                self.tr("The portal cannot be reached"),
                self.tr("Check the network. The console tries again by itself and loses nothing."),
            ),
            "source_unavailable": (
                self.tr("The portal refuses to give its events"),
                self.tr("The Doctor says which right or which plan is missing."),
            ),
            "bot_elsewhere": (
                self.tr("{place} says nothing here: another console may answer for it"),
                self.tr("Customers may go unanswered. Decide on its page who answers."),
            ),
            "limit_overload": (
                self.tr("The portal has blocked this application because of overload"),
                self.tr("Nothing is sent any more. Poll by hand when the vendor has lifted it."),
            ),
            "limit_blocked": (
                self.tr("The portal blocks {place} for a while: its time is used up"),
                self.tr("Calls of this method wait. It works again within 10 minutes."),
            ),
            "limit_near": (
                self.tr("{place} has used {amount} of 480 seconds in 10 minutes"),
                self.tr("At 480 the portal blocks it. Send less at once, or wait."),
            ),
            "undelivered": (
                self.tr("{amount} % of {place}'s messages reached no customer in the last hour"),
                self.tr("The failed messages tell why. Check the connector with the Doctor."),
            ),
            "lag": (
                self.tr("Events come %n second(s) late", "", n),
                self.tr("The portal or the network is slow: what you see is older than it looks."),
            ),
            "silence": (
                self.tr("No event for %n minute(s), although a line is open", "", n),
                self.tr("It may be quiet, or events may go elsewhere: the Doctor sends a probe."),
            ),
        }

    def _connectors(self) -> dict[str, tuple[str, str]]:
        heal = self.tr("It can be mended on its page with one press.")
        return {
            "connector_disconnected": (self.tr("{place} was switched off"), heal),
            "connector_gone": (self.tr("{place} is not registered any more"), heal),
            "connector_error": (self.tr("{place} has its error flag set"), heal),
            "connector_data_lost": (self.tr("{place} lost its channel data"), heal),
            "connector_line_deleted": (
                self.tr("The line of {place} was deleted"),
                self.tr("Its dialogs are closed. Connect it to another line."),
            ),
            "connector_taken_over": (
                self.tr("Another program registered {place}"),
                self.tr("Its messages go there now. Take it back on its page."),
            ),
        }

    def _levels(self) -> dict[str, tuple[str, str]]:
        answer = self.tr("Answer, or hand the dialog to somebody who can.")
        close = self.tr("Finish the dialog, or find out what it waits for.")
        return {
            "breach_first_answer": (
                self.tr("{place} has waited longer than {target} for the first answer"),
                answer,
            ),
            "breach_next_answer": (
                self.tr("{place} has waited longer than {target} for an answer"),
                answer,
            ),
            "breach_resolution": (
                self.tr("The dialog of {place} is open for longer than {target}"),
                close,
            ),
            "warning_first_answer": (
                self.tr("{place} soon waits longer than {target} for the first answer"),
                answer,
            ),
            "warning_next_answer": (
                self.tr("{place} soon waits longer than {target} for an answer"),
                answer,
            ),
            "warning_resolution": (
                self.tr("The dialog of {place} will soon be open for longer than {target}"),
                close,
            ),
        }


def place_of(alert: Alert, customer: str) -> str:
    """What an alert is about, as a person knows it."""
    if alert.of_dialog:
        return neutral(customer)
    return neutral(alert.connector or alert.place)
