"""The words for a failure of a call that only looks: it has left nothing to be doubted. Knows only
words.
"""

from PySide6.QtCore import QObject


class ReadingErrors(QObject):
    """What it means and what to do, where the words of any other call speak of what was done."""

    def table(self) -> dict[str, tuple[str, str]]:
        """Some codes in upper case with their words."""
        again = self.tr("Try again in a minute.")
        mistake = self.tr("The mistake is on the portal's side.")
        return {
            "INTERNAL_SERVER_ERROR": (mistake, again),
            "ERROR_UNEXPECTED_ANSWER": (mistake, again),
            "CONNECTION_ERROR": (self.tr("It cannot check sign-ins at the moment."), again),
            "GARBLED": (
                self.tr("Something other than the portal's data came back, for example a page."),
                self.tr("Look at the call: a proxy or a maintenance page may stand between."),
            ),
            "UNREACHABLE_TIMEOUT": (self.tr("No answer came in time."), again),
            "UNREACHABLE_CUT": (self.tr("The answer did not arrive whole."), again),
        }
