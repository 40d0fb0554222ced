"""Names and explanations of a line's settings, and of what they can be. Knows only words."""

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.line import QUEUE

Words = tuple[str, str]


def name_of(field: str) -> str:
    """The name of a setting; the vendor's own where we have none."""
    return FieldWords().table().get(field, (field, ""))[0]


def hint_of(field: str) -> str:
    """The sentence below a setting, or ""."""
    return FieldWords().table().get(field, ("", ""))[1]


def choice_of(field: str, value: str) -> str:
    """One of the values of a choice; a value that nobody knows stays as it is."""
    table = ChoiceWords().table()
    return table.get(f"{field}.{value}") or table.get(value) or value


def day_of(code: str) -> str:
    """A day of the week in two letters."""
    translate = QCoreApplication.translate
    return {
        "MO": translate("WeekDays", "Mo"),
        "TU": translate("WeekDays", "Tu"),
        "WE": translate("WeekDays", "We"),
        "TH": translate("WeekDays", "Th"),
        "FR": translate("WeekDays", "Fr"),
        "SA": translate("WeekDays", "Sa"),
        "SU": translate("WeekDays", "Su"),
    }.get(code, code)


class FieldWords(QObject):
    """Made anew when it is asked for: it follows the language."""

    def table(self) -> dict[str, Words]:
        """Name and hint of every setting by the vendor's name."""
        return {
            **self._general(),
            **self._queue(),
            **self._hours(),
            **self._answers(),
            **self._crm(),
            **self._closing(),
        }

    def _general(self) -> dict[str, Words]:
        return {
            "LINE_NAME": (self.tr("Name"), ""),
            "ACTIVE": (self.tr("Line is on"), self.tr("A line that is off takes no dialogs.")),
            "OPERATOR_DATA": (
                self.tr("Customers see"),
                self.tr("Decides about the name before the texts that a connector gets."),
            ),
            "LANGUAGE_ID": (self.tr("Language"), self.tr("Two letters, as in en or ru.")),
            "WATCH_TYPING": (self.tr("Show that a customer types"), ""),
            "CONFIRM_CLOSE": (self.tr("Ask before closing a dialog"), ""),
            "TEMPORARY": (
                self.tr("Temporary line"),
                self.tr("The portal removes it after some 8 hours."),
            ),
        }

    def _queue(self) -> dict[str, Words]:
        return {
            QUEUE: (self.tr("Operators"), ""),
            "QUEUE_TYPE": (self.tr("Distribution"), ""),
            "QUEUE_TIME": (
                self.tr("Turn of an operator, s"),
                self.tr("Then the dialog goes to the next one."),
            ),
            "CHECK_AVAILABLE": (
                self.tr("Only to operators who are there"),
                self.tr("With nobody online a dialog waits."),
            ),
            "MAX_CHAT": (
                self.tr("Dialogs for one operator"),
                self.tr("At the same time; 0 is without limit."),
            ),
            "TYPE_MAX_CHAT": (self.tr("Dialogs count"), ""),
            "SEND_NOTIFICATION_EMPTY_QUEUE": (self.tr("Notify of an empty queue"), ""),
        }

    def _hours(self) -> dict[str, Words]:
        return {
            "WORKTIME_ENABLE": (self.tr("Working hours"), self.tr("Off means always open.")),
            "WORKTIME_FROM": (self.tr("From"), ""),
            "WORKTIME_TO": (self.tr("To"), ""),
            "WORKTIME_TIMEZONE": (self.tr("Time zone"), self.tr("As in Europe/Riga.")),
            "WORKTIME_DAYOFF": (self.tr("Days off"), ""),
            "WORKTIME_HOLIDAYS": (
                self.tr("Holidays"),
                self.tr("Day and month, as in 01.01, 25.12."),
            ),
            "WORKTIME_DAYOFF_RULE": (self.tr("When closed"), ""),
            "WORKTIME_DAYOFF_TEXT": (self.tr("Text when closed"), ""),
        }

    def _answers(self) -> dict[str, Words]:
        return {
            "WELCOME_MESSAGE": (self.tr("Greet customers"), ""),
            "WELCOME_MESSAGE_TEXT": (
                self.tr("Greeting"),
                self.tr("[br] begins a new line."),
            ),
            "SEND_WELCOME_EACH_SESSION": (
                self.tr("Greet in every session"),
                self.tr("Off: only in the first one of a chat."),
            ),
            "NO_ANSWER_TIME": (self.tr("No answer after, s"), ""),
            "NO_ANSWER_RULE": (self.tr("When nobody answers"), ""),
            "NO_ANSWER_TEXT": (self.tr("Text without answer"), ""),
            "WELCOME_BOT_ENABLE": (self.tr("A bot answers first"), ""),
            "WELCOME_BOT_ID": (self.tr("Bot, id"), ""),
            "WELCOME_BOT_JOIN": (self.tr("The bot comes"), ""),
            "WELCOME_BOT_TIME": (
                self.tr("Operators join after, s"),
                self.tr("0: the bot stays alone until it hands over."),
            ),
            "WELCOME_BOT_LEFT": (self.tr("When the bot leaves"), ""),
        }

    def _crm(self) -> dict[str, Words]:
        return {
            "CRM": (self.tr("Write into the CRM"), self.tr("Never for group chats.")),
            "CRM_CREATE": (self.tr("Unknown customers become"), ""),
            "CRM_CREATE_SECOND": (
                self.tr("Details of new records"),
                self.tr("As the portal has it: a pipeline of deals, or Y and N."),
            ),
            "CRM_CREATE_THIRD": (
                self.tr("New records for known clients"),
                self.tr("A client without an open lead or deal gets a new one."),
            ),
            "CRM_SOURCE": (
                self.tr("Source"),
                self.tr("A code of the CRM's sources; create makes one for each channel."),
            ),
            "CRM_CHAT_TRACKER": (
                self.tr("Collect phone numbers and e-mails"),
                self.tr("From what customers write."),
            ),
            "CRM_FORWARD": (
                self.tr("To the responsible one first"),
                self.tr("Known customers go to their employee."),
            ),
            "CRM_TRANSFER_CHANGE": (
                self.tr("Transfers change it"),
                self.tr("Whoever takes a dialog becomes responsible in the CRM."),
            ),
        }

    def _closing(self) -> dict[str, Words]:
        return {
            "CLOSE_RULE": (self.tr("When an operator closes"), ""),
            "CLOSE_TEXT": (self.tr("Last words"), ""),
            "FULL_CLOSE_TIME": (
                self.tr("Closed for good after, min"),
                self.tr("Until then the customer can go on or rate."),
            ),
            "AUTO_CLOSE_TIME": (
                self.tr("Close in silence after, s"),
                self.tr("When the customer does not answer; 0 is never."),
            ),
            "AUTO_CLOSE_RULE": (self.tr("When closed by itself"), ""),
            "AUTO_CLOSE_TEXT": (self.tr("Text then"), ""),
            "AUTO_EXPIRE_TIME": (
                self.tr("Forget after, s"),
                self.tr("Ends any dialog in which nothing happens, without a word; 0 is never."),
            ),
            "VOTE_MESSAGE": (self.tr("Ask for a rating"), ""),
            "VOTE_MESSAGE_2_TEXT": (self.tr("Question"), ""),
            "VOTE_MESSAGE_2_LIKE": (self.tr("Thanks for a good one"), ""),
            "VOTE_MESSAGE_2_DISLIKE": (self.tr("After a bad one"), ""),
            "VOTE_TIME_LIMIT": (
                self.tr("Rating possible for, s"),
                self.tr("0 is the portal's own limit."),
            ),
            "VOTE_BEFORE_FINISH": (self.tr("Ask before the end"), ""),
            "VOTE_CLOSING_DELAY": (self.tr("Close after the rating"), ""),
        }


class ChoiceWords(QObject):
    """Made anew when it is asked for: it follows the language."""

    def table(self) -> dict[str, str]:
        """By value, or by field and value where one word means two things."""
        return {
            "evenly": self.tr("In turn"),
            "strictly": self.tr("From the top of the queue"),
            "all": self.tr("To everybody at once"),
            "none": self.tr("Say nothing"),
            "text": self.tr("Send a text"),
            "CRM_CREATE.none": self.tr("Nothing"),
            "lead": self.tr("A lead"),
            "deal": self.tr("A contact with a deal"),
            "profile": self.tr("The operator's own name"),
            "OPERATOR_DATA.queue": self.tr("The name in the queue"),
            "hide": self.tr("No name"),
            "answered_new": self.tr("Until the last message is answered"),
            "answered": self.tr("Until they are answered"),
            "closed": self.tr("Until they are closed"),
            "first": self.tr("To the first dialog only"),
            "always": self.tr("To every dialog"),
            "WELCOME_BOT_LEFT.queue": self.tr("The queue takes over"),
            "close": self.tr("The dialog is closed"),
        }


class RuleWords(QObject):
    """Why a setting cannot be saved."""

    def table(self) -> dict[str, str]:
        """Every code of a rule."""
        return {
            "NAME_EMPTY": self.tr("The name is missing."),
            "NAME_TOO_LONG": self.tr("At most 255 characters."),
            "NUMBER": self.tr("A whole number is needed."),
            "NUMBER_TOO_LARGE": self.tr("The portal cannot store so large a number."),
            "CLOCK": self.tr("A time from 00:00 to 24:00 is needed, as in 09:30."),
            "HOLIDAYS": self.tr("Days and months are needed, as in 01.01, 25.12."),
            "ZONE_UNKNOWN": self.tr("No time zone has this name. Write it as in Europe/Riga."),
            "CODE_CHARACTERS": self.tr("Only letters, digits and . : _ - are allowed here."),
            "TEXT_TOO_LONG": self.tr("At most 10 000 characters."),
            "TEXT_EMPTY": self.tr("The text is missing: customers would get nothing."),
            "HOURS_EMPTY": self.tr("The line would never be open: both times are the same."),
        }
