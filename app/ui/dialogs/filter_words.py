"""The words of tabs and conditions: what each is called, and what it hides."""

from PySide6.QtCore import QObject

from app.domain.dialog import DialogState
from app.domain.dialog_filter import CrmState, DialogFilter
from app.domain.links import neutral
from app.ui.dialogs.list_words import ListWords


class FilterWords(QObject):
    """Stateless but for the names of lines, which `ListWords` knows."""

    def __init__(self, words: ListWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def tab(self, tab: str, count: int) -> str:
        """A choice above the list, with its number of dialogs."""
        return {
            "all": self.tr("All {count}"),
            "waiting": self.tr("Waiting {count}"),
            "mine": self.tr("Mine {count}"),
            "closed": self.tr("Closed {count}"),
        }[tab].format(count=count)

    def line(self, number: int) -> str:
        """The name of an open line."""
        return self._words.line(number)

    def operator(self, name: str) -> str:
        """A name, or that nobody has the dialog."""
        return neutral(name) or self.tr("Nobody")

    def state(self, state: DialogState) -> str:
        """Whether a session is open."""
        return self._words.standing(state)

    def crm(self, crm: CrmState) -> str:
        """What is known of the CRM."""
        return {
            CrmState.LINKED: self.tr("Linked"),
            CrmState.NOT_LINKED: self.tr("Not linked"),
            CrmState.UNKNOWN: self.tr("Not asked yet"),
        }[crm]

    def waiting(self, seconds: int) -> str:
        """For how long at least."""
        return self.tr("over %n min", "", seconds // 60)

    def tab_part(self, tab: str) -> str:
        """A tab without its number."""
        return {
            "all": self.tr("All"),
            "waiting": self.tr("Waiting"),
            "mine": self.tr("Mine"),
            "closed": self.tr("Closed"),
        }[tab]

    def words_part(self, words: str) -> str:
        """What is searched for, as a part of what narrows the list."""
        return self._pair(self.tr("Search"), neutral(words))

    def condition(self, shown: DialogFilter, name: str) -> str:
        """A condition with its value, for example "Line: Shop"."""
        if name == "unread":
            return self.tr("With new messages")
        if name == "waiting":
            return self._pair(self.tr("Waiting"), self.waiting(shown.waiting))
        if name == "several" and shown.several is not None:
            return self._pair(self.shown(len(shown.several.dialogs)), shown.several.title)
        title, values = {
            "lines": (self.tr("Line"), [self.line(each) for each in shown.lines]),
            "connectors": (self.tr("Connector"), [neutral(each) for each in shown.connectors]),
            "operators": (self.tr("Operator"), [self.operator(each) for each in shown.operators]),
            "state": (self.tr("State"), [self.state(shown.state)] if shown.state else []),
            "crm": (self.tr("CRM"), [self.crm(shown.crm)] if shown.crm else []),
        }[name]
        return self._pair(title, ", ".join(sorted(values, key=str.casefold)))

    def without(self, count: int) -> str:
        """What would be shown without one condition."""
        if not count:
            return self.tr("without it there is still none")
        return self.tr("without it: %n dialog(s)", "", count)

    def shown(self, count: int) -> str:
        """How many pass."""
        return self.tr("%n dialog(s)", "", count)

    def _pair(self, name: str, value: str) -> str:
        return self.tr("{name}: {value}").format(name=name, value=value)
