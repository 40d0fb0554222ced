"""The words of quick answers: greetings, what fills their gaps, what is wrong with one."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.connector import FieldProblem
from app.domain.links import neutral
from app.domain.markup import escape
from app.domain.quick_answers import LONGEST_TEXT, LONGEST_TITLE, PartOfDay, part_of_day
from app.ui.sign_in_words import Words

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.composer_presenter import ComposerPresenter


class QuickWords(QObject):
    """Knows only words."""

    def greeting(self, hour: int) -> str:
        """How people greet at an hour of the clock on the wall."""
        return {
            PartOfDay.MORNING: self.tr("Good morning"),
            PartOfDay.DAY: self.tr("Good afternoon"),
            PartOfDay.EVENING: self.tr("Good evening"),
            PartOfDay.NIGHT: self.tr("Hello"),
        }[part_of_day(hour)]

    def values(
        self,
        desk: "Desk",
        composer: "ComposerPresenter",
        clock: Callable[[], datetime] = datetime.now,
    ) -> dict[str, str]:
        """What fills the gaps in the open dialog. Names are foreign: no mark in them counts."""
        dialog, customer = composer.dialog, composer.customer
        lines = (each for each in desk.connectors.lines() if dialog and each.id == dialog.line)
        line = next(lines, None)
        names = {
            "customer_name": customer.full_name if customer else dialog.name if dialog else "",
            "operator_name": desk.session.capabilities.user.name,
            "line_name": line.name if line is not None else "",
        }
        told = {name: escape(neutral(value)) for name, value in names.items()}
        return {**told, "greeting": self.greeting(clock().hour)}

    def variables(self) -> dict[str, str]:
        """What each variable stands for."""
        return {
            "customer_name": self.tr("the customer's name"),
            "operator_name": self.tr("your name"),
            "line_name": self.tr("the open line"),
            "greeting": self.tr("a greeting by the time of day"),
        }

    def problem(self, problem: FieldProblem) -> str:
        """What is wrong with a field."""
        if problem.code == "TOO_LONG":
            most = LONGEST_TITLE if problem.field == "title" else LONGEST_TEXT
            return self.tr("Up to %Ln sign(s) fit here.", "", most)
        if problem.field == "title":
            return self.tr("Give it a title: it is found by it.")
        return self.tr("Write the text to be inserted.")


class QuickErrors(QObject):
    """What goes wrong with the file of quick answers."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return {
            "QUICK_ANSWERS_UNREADABLE": (
                self.tr("The quick answers cannot be read"),
                self.tr("Their file is damaged, or a newer program wrote it. It is left alone."),
                self.tr("Repair quick_answers.json in the data folder, or move it away."),
            ),
            "QUICK_ANSWERS_UNWRITABLE": (
                self.tr("The quick answers could not be kept"),
                self.tr("The disk is full, or the data folder may not be written to."),
                self.tr("What you typed is still here: make room, then save again."),
            ),
            "QUICK_ANSWERS_MANY": (
                self.tr("There are as many quick answers as there can be"),
                "",
                self.tr("Delete some that nobody uses."),
            ),
            "QUICK_ANSWER_WRONG": (
                self.tr("The quick answer cannot be kept like this"),
                self.tr("It needs a title and a text, and neither may be too long."),
                self.tr("Correct what is marked."),
            ),
        }
