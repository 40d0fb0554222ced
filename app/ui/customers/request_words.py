"""Words for what is wrong with a request. Knows no widget."""

from PySide6.QtCore import QObject

from app.domain.links import neutral
from app.domain.message_schema import Flaw, shown
from app.ui.customers.field_words import FieldWords


class RequestWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def told(self, line: int, flaw: Flaw) -> str:
        """Line, path and what is wrong there."""
        where = self.tr("Line {line}").format(line=line + 1)
        path = shown(flaw.path)
        words = self._words(flaw)
        text = f"{where} · {path}: {words}" if path else f"{where}: {words}"
        return (
            neutral(self.tr("{problem} (can be sent)").format(problem=text))
            if flaw.remark
            else neutral(text)
        )

    def _words(self, flaw: Flaw) -> str:
        if flaw.code == "UNREADABLE":
            return self._unreadable(str(flaw.value))
        words = self._structure() | self._kinds()
        if flaw.code in words:
            return words[flaw.code].format(value=flaw.value)
        return FieldWords().problem(flaw.code)

    def _unreadable(self, reason: str) -> str:
        """What a reader of JSON says of itself helps nobody: something is missing, about there."""
        return {
            "KEY[SUB]=value": self.tr("this is no KEY[SUB]=value"),
            "two values in one place": self.tr("there are two values in one place"),
            "too long": self.tr("this is too long"),
            "nested too deeply": self.tr("this is nested too deeply"),
        }.get(
            reason, self.tr("this is no JSON: a quote, a comma or a bracket is missing near here")
        )

    def _structure(self) -> dict[str, str]:
        return {
            "MISSING": self.tr("this is required and missing"),
            "FIXED": self.tr("this is fixed here: it stays {value}"),
            "COUNT": self.tr("the number of messages is fixed here: it stays {value}"),
            "UNKNOWN": self.tr("the portal does not know this field"),
            "UNDOCUMENTED": self.tr("the vendor does not document this field"),
            "NO_CONTENT": self.tr("a message needs a text or a file"),
            "TOO_LONG": self.tr("the portal cuts a text after {value} characters"),
        }

    def _kinds(self) -> dict[str, str]:
        return {
            "NOT_MAP": self.tr("an object in braces is needed here"),
            "NOT_LIST": self.tr("a list in brackets is needed here"),
            "NOT_TEXT": self.tr("a text in quotes is needed here"),
            "NOT_WHOLE": self.tr("a whole number is needed here"),
            "NOT_YES": self.tr("only the letter Y is taken here"),
            "NOT_GENDER": self.tr("the portal knows male and female"),
            "NOT_ADDRESS": self.tr("an address with http or https is needed here"),
        }
