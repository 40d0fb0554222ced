"""What a pasted id was taken for, and what was found: in words."""

from PySide6.QtCore import QObject

from app.domain.linked import RecordKind
from app.domain.links import neutral
from app.domain.resolving import Clue, ClueKind, Graph
from app.ui.linked.words import LinkedWords


class ResolverWords(QObject):
    """Knows only words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._linked = LinkedWords(self)

    def clue(self, clue: Clue) -> str:
        """How a graph was found."""
        value = neutral(clue.value)
        if clue.record is not None:
            return f"{self._linked.kind(clue.record)} {value}"
        return {
            ClueKind.USER_CODE: self.tr("User code {id}"),
            ClueKind.CHAT: self.tr("Chat {id}"),
            ClueKind.SESSION: self.tr("Session {id}"),
            ClueKind.RECORD: self.tr("Record {id}"),
            ClueKind.USER: self.tr("User {id}"),
            ClueKind.MESSAGE: self.tr("Message {id}"),
            ClueKind.EMAIL: self.tr("E-mail {id}"),
            ClueKind.PHONE: self.tr("Phone {id}"),
            ClueKind.EXTERNAL: self.tr("External id {id}"),
        }[clue.kind].format(id=value)

    def read_as(self, clues: tuple[Clue, ...]) -> str:
        """What the text may name, so that nobody wonders why something else was found."""
        kinds = list(dict.fromkeys(map(self._sort, clues)))
        if not kinds:
            return ""
        return self.tr("Read as: {kinds}.").format(kinds=", ".join(kinds))

    def found(self, graphs: tuple[Graph, ...], *, cut: bool) -> str:
        """How many, and that one has to choose."""
        count = len(graphs)
        if cut:
            return self.tr("More than %n dialogs and records; these are the first.", "", count)
        if count > 1:
            return self.tr("%n possible answers: the id is not unambiguous.", "", count)
        return ""

    def nothing(self, clues: tuple[Clue, ...]) -> str:
        """Neither here nor there, and why that may be."""
        if any(clue.kind in (ClueKind.CHAT, ClueKind.SESSION) for clue in clues):
            return self.tr(
                "Neither the journal nor the portal knows it. The portal says the same of a chat "
                "that is not there and of one that you may not see."
            )
        if all(clue.kind is ClueKind.EXTERNAL for clue in clues):
            return self.tr(
                "The journal knows no customer, no chat and no message with this external id, and "
                "the portal cannot be asked for one: it needs the connector and the line, too."
            )
        return self.tr("Neither the journal nor the portal knows it.")

    def _sort(self, clue: Clue) -> str:
        if clue.kind is ClueKind.RECORD:
            return self._linked.kind(clue.record or RecordKind.LEAD).lower()
        return {
            ClueKind.USER_CODE: self.tr("user code"),
            ClueKind.CHAT: self.tr("chat"),
            ClueKind.SESSION: self.tr("session"),
            ClueKind.RECORD: "",
            ClueKind.USER: self.tr("user"),
            ClueKind.MESSAGE: self.tr("message"),
            ClueKind.EMAIL: self.tr("e-mail"),
            ClueKind.PHONE: self.tr("phone"),
            ClueKind.EXTERNAL: self.tr("external id"),
        }[clue.kind]
