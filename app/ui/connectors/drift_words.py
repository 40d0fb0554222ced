"""Words for what happened to a connector elsewhere."""

from PySide6.QtCore import QObject

from app.domain.drift import DriftKind, Notice


class DriftWords(QObject):
    """Made anew when it is asked: it follows the language."""

    def happened(self, notice: Notice, connector: str, line: str) -> str:
        """One sentence."""
        texts = {
            DriftKind.DISCONNECTED: self.tr("{connector} was switched off on {line}."),
            DriftKind.GONE: self.tr(
                "{line} does not know {connector} any more: it was unregistered, or the "
                "application's installation is not finished."
            ),
            DriftKind.ERROR: self.tr("{connector} has its error flag set on {line}."),
            DriftKind.DATA_LOST: self.tr("{connector} lost its channel data on {line}."),
            DriftKind.LINE_DELETED: self.tr("{line}, which {connector} was on, was deleted."),
            DriftKind.TAKEN_OVER: self.tr(
                "Another program registered {connector} under the name {name}."
            ),
        }
        return texts[notice.kind].format(connector=connector, line=line, name=notice.detail)

    def means(self, kind: DriftKind) -> str:
        """What follows from it."""
        refused = self.tr("Customer messages are refused there.")
        return {
            DriftKind.DISCONNECTED: refused,
            DriftKind.GONE: refused,
            DriftKind.ERROR: refused,
            DriftKind.DATA_LOST: self.tr(
                "It was switched off and on again elsewhere. Widgets and links show no channel."
            ),
            DriftKind.LINE_DELETED: self.tr(
                "Or you may not see the line any more. Nothing can be mended from here."
            ),
            DriftKind.TAKEN_OVER: self.tr(
                "If it uses another application, that one gets the events now."
            ),
        }[kind]

    def mend(self, kind: DriftKind) -> str:
        """What the button does, "" where nothing can be done."""
        return {
            DriftKind.DISCONNECTED: self.tr("Activate again"),
            DriftKind.GONE: self.tr("Register again"),
            DriftKind.ERROR: self.tr("Activate again"),
            DriftKind.DATA_LOST: self.tr("Write the data again"),
            DriftKind.TAKEN_OVER: self.tr("Take it back…"),
        }.get(kind, "")
