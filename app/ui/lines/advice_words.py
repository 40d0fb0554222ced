"""What the adviser says, in words: what it is, why it matters, what to change. Knows only words."""

from PySide6.QtCore import QObject

from app.domain.line_advice import Advice, Severity
from app.ui.lines.field_words import name_of

Said = tuple[str, str, str]


def said(advice: Advice) -> Said:
    """Title, reason and remedy of a piece of advice."""
    title, why, remedy = AdviceWords().table()[advice.code]
    facts = {**advice.facts, "field": name_of(advice.fields[0])}
    return (title.format(**facts), why.format(**facts), remedy.format(**facts))


def look_of(severity: Severity) -> tuple[str, str]:
    """Icon and colour token of a severity."""
    return {
        Severity.DANGER: ("alert", "danger"),
        Severity.WARNING: ("warn", "warning"),
        Severity.NOTE: ("info", "accent"),
    }[severity]


class AdviceWords(QObject):
    """Made anew when it is asked for: it follows the language."""

    def table(self) -> dict[str, Said]:
        """Every code of the adviser."""
        groups = (self._channels, self._people, self._silence, self._texts, self._crm)
        more = (self._closing, self._rating)
        return {code: words for group in (*groups, *more) for code, words in group().items()}

    def severity(self, severity: Severity) -> str:
        """The word beside the icon."""
        return {
            Severity.DANGER: self.tr("Customers are lost"),
            Severity.WARNING: self.tr("Trouble"),
            Severity.NOTE: self.tr("Good to know"),
        }[severity]

    def _channels(self) -> dict[str, Said]:
        return {
            "LINE_OFF": (
                self.tr("The line is off, its channels are on"),
                self.tr("Customers of {connectors} write, and nobody gets it."),
                self.tr("Switch the line on, or the channels off."),
            ),
            "TEMPORARY": (
                self.tr("The line is temporary"),
                self.tr("The portal removes it with its dialogs after some 8 hours."),
                self.tr("Switch “Temporary line” off to keep it."),
            ),
            "GROUP_UNTRACKED": (
                self.tr("Group chats leave no trace in the CRM"),
                self.tr(
                    "{connectors} is registered with CHAT_GROUP: the CRM tracker does not run for "
                    "it, so no leads are made although the CRM is on."
                ),
                self.tr("Register the connector without CHAT_GROUP, or make the leads by a call."),
            ),
            "NAMES_HIDDEN": (
                self.tr("The signature of the connector does nothing"),
                self.tr(
                    "{connectors} asks for the operator's name before each text, but the line "
                    "hides names."
                ),
                self.tr("Let customers see a name, or register the connector without signature."),
            ),
        }

    def _people(self) -> dict[str, Said]:
        return {
            "QUEUE_EMPTY": (
                self.tr("Nobody gets the dialogs"),
                self.tr("The queue is empty: whatever customers write waits for ever."),
                self.tr("Add at least one operator."),
            ),
            "QUEUE_OF_ONE": (
                self.tr("One operator alone"),
                self.tr("When he is away, busy or on a break, nobody answers."),
                self.tr("Add a second operator."),
            ),
            "ALL_WITH_LIMIT": (
                self.tr("A limit where everybody is asked"),
                self.tr(
                    "Dialogs go to all at once, but operators who have reached their limit are "
                    "left out of it."
                ),
                self.tr("Set the limit to 0, or give dialogs out in turn."),
            ),
            "LIMIT_OF_ONE": (
                self.tr("One dialog at a time"),
                self.tr("The only operator takes one dialog; every other customer waits."),
                self.tr("Raise the limit, or add operators."),
            ),
            "AVAILABLE_WITHOUT_HOURS": (
                self.tr("Always open, but only for operators who are there"),
                self.tr("At night nobody is online, and customers are not told."),
                self.tr("Set working hours with a text for when the line is closed."),
            ),
            "AVAILABLE_IN_HOURS": (
                self.tr("Within the hours somebody has to be online"),
                self.tr("With everybody away, dialogs wait although the line is open."),
                self.tr("Switch “{field}” off if dialogs may be given to people who are away."),
            ),
        }

    def _silence(self) -> dict[str, Said]:
        return {
            "CLOSED_IN_SILENCE": (
                self.tr("Nothing is said when the line is closed"),
                self.tr("Customers who write outside the hours get no answer at all."),
                self.tr("Choose “Send a text” and write one."),
            ),
            "NEVER_OPEN": (
                self.tr("Every day is a day off"),
                self.tr("The hours never begin."),
                self.tr("Take the working days out of the days off."),
            ),
            "NO_ANSWER_IN_SILENCE": (
                self.tr("Nothing is said when nobody answers"),
                self.tr("Customers do not learn whether they were heard."),
                self.tr("Choose “Send a text” and write one."),
            ),
            "NO_ANSWER_TOO_EARLY": (
                self.tr("“Nobody answers” comes before the next turn"),
                self.tr(
                    "It is said after {patience} s; the first operator still has his {turn} s."
                ),
                self.tr("Let “{field}” be longer than the turn of an operator."),
            ),
        }

    def _texts(self) -> dict[str, Said]:
        return {
            "TEXT_MISSING": (
                self.tr("“{field}” is empty"),
                self.tr("The portal is to send a text, and there is none."),
                self.tr("Write the text, or choose to say nothing."),
            ),
            "BBCODE": (
                self.tr("Marks in “{field}”"),
                self.tr(
                    "The channel gets {mark} as it stands. A messenger that knows no such marks "
                    "shows them."
                ),
                self.tr("Use plain words, or let the connector translate the marks."),
            ),
            "BOT_MISSING": (
                self.tr("A bot is to answer, but none is chosen"),
                self.tr("The bot's id is 0, so customers go straight to the queue."),
                self.tr("Give the id of a bot, or switch the bot off."),
            ),
        }

    def _crm(self) -> dict[str, Said]:
        return {
            "CRM_OFF": (
                self.tr("The CRM hears nothing"),
                self.tr("No leads, no deals, no history of this line's customers."),
                self.tr("Switch “{field}” on to keep track of customers."),
            ),
            "TRACKER_OFF": (
                self.tr("Phones and mails are not collected"),
                self.tr(
                    "The CRM cannot recognise a customer by what he writes: in another channel he "
                    "becomes a second lead."
                ),
                self.tr("Switch “{field}” on."),
            ),
            "NO_RECORDS": (
                self.tr("Unknown customers leave no record"),
                self.tr("The CRM is on, but it makes neither leads nor deals."),
                self.tr("Choose a lead or a deal if new customers are to be followed."),
            ),
            "DUPLICATES": (
                self.tr("Duplicate leads are likely"),
                self.tr(
                    "Dialogs are closed early, each later message begins a new session, and "
                    "clients whose lead is closed get a new one each time."
                ),
                self.tr("Switch “{field}” off, or close dialogs later."),
            ),
            "SECOND_RECORD": (
                self.tr("A second record for one customer"),
                self.tr("The line makes another record beside the first one."),
                self.tr("Set “{field}” to N unless two are wanted."),
            ),
            "NEW_RECORD_AGAIN": (
                self.tr("Old clients come back as new leads"),
                self.tr("A client whose lead or deal is closed gets a new one when he writes."),
                self.tr("Switch “{field}” off if one client is to stay one record."),
            ),
            "SOURCE_OF_ITS_OWN": (
                self.tr("Each channel makes its own source"),
                self.tr("Leads of one line are spread over several sources in reports."),
                self.tr("Give the code of one source of the CRM."),
            ),
        }

    def _closing(self) -> dict[str, Said]:
        return {
            "CLOSES_EARLY": (
                self.tr("Dialogs are closed after {time} s"),
                self.tr("A customer who thinks for a moment finds a new session and a new queue."),
                self.tr("Give customers at least ten minutes; a day is usual."),
            ),
            "CLOSES_LATE": (
                self.tr("Dialogs hardly ever close by themselves"),
                self.tr("They stay with their operators and fill their limit."),
                self.tr("Let “{field}” be a day or a few."),
            ),
            "WAITS_LONGER": (
                self.tr("A closed dialog waits longer than an open one"),
                self.tr("It waits {full} min for its end; in silence it would end after {auto} s."),
                self.tr("Make “{field}” shorter."),
            ),
            "ENDS_UNANSWERED": (
                self.tr("Dialogs end before anybody says so"),
                self.tr("After {time} s a dialog ends without a word, also if nobody answered."),
                self.tr("Let “{field}” be much longer."),
            ),
        }

    def _rating(self) -> dict[str, Said]:
        return {
            "VOTE_UNEXPLAINED": (
                self.tr("Customers are not told how to rate"),
                self.tr("The answer has to be 1 or 0, and the question does not say so."),
                self.tr("Name both digits in the question."),
            ),
            "VOTE_TRAP": (
                self.tr("1 and 0 are ratings now"),
                self.tr(
                    "While a rating is waited for, a text that is 1 or 0, or begins with it and a "
                    "blank, never reaches the operator as a message."
                ),
                self.tr("Do not ask customers for numbers in the last words of a dialog."),
            ),
            "VOTE_AFTER_THE_END": (
                self.tr("The rating comes after the end"),
                self.tr(
                    "Dialogs close at once: the event of the end comes before the customer rates."
                ),
                self.tr("Give “{field}” some minutes."),
            ),
        }
