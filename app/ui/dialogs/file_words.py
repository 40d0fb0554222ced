"""The words on the cards of files. Knows no download but its figures."""

from PySide6.QtCore import QLocale, QObject

from app.domain.dialog import Attachment
from app.domain.file_names import NameDoubt
from app.services.downloads import Download

_KILO = 1024


class FileWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def load(self) -> str:
        """The link that loads."""
        return self.tr("Load")

    def cancel(self) -> str:
        """The link that stops."""
        return self.tr("Cancel")

    def again(self) -> str:
        """The link that tries once more."""
        return self.tr("Try again")

    def save(self) -> str:
        """The link that saves."""
        return self.tr("Save as…")

    def failed(self) -> str:
        """When nothing better is known."""
        return self.tr("Not loaded")

    def not_loaded(self, attachment: Attachment, doubt: NameDoubt | None) -> str:
        """The size as it was told, that nothing was loaded, and what is odd about the name."""
        return self._joined(self._size(attachment), self.tr("not loaded"), self.doubt(doubt))

    def no_address(self, attachment: Attachment, doubt: NameDoubt | None) -> str:
        """A file that nobody can load."""
        said = self.tr("has no address that can be loaded")
        return self._joined(self._size(attachment), said, self.doubt(doubt))

    def progress(self, download: Download) -> str:
        """How much has come."""
        came = self.bytes(download.size)
        if download.whole is None:
            return self.tr("{size} so far").format(size=came)
        whole = self.bytes(download.whole)
        return self.tr("{size} of {whole}").format(size=came, whole=whole)

    def loaded(self, size: int, told: int | None) -> str:
        """The real size, and the one that was told if that was another."""
        if told is None:
            return self.tr("{size} · loaded").format(size=self.bytes(size))
        said = self.tr("{size}, was said to be {told} · loaded")
        return said.format(size=self.bytes(size), told=self.bytes(told))

    def no_picture(self, reason: str) -> str:
        """Why there is no preview."""
        return {
            "type": self.tr("is no picture inside"),
            "pixels": self.tr("has too many pixels to be shown"),
            "broken": self.tr("the picture cannot be read"),
        }.get(reason, "")

    def doubt(self, doubt: NameDoubt | None) -> str:
        """What is odd about a name, or ""."""
        if doubt is None:
            return ""
        return {
            NameDoubt.DOUBLE: self.tr("a program that looks like a document"),
            NameDoubt.PROGRAM: self.tr("a program"),
            NameDoubt.HIDDEN: self.tr("hidden characters in its name"),
            NameDoubt.PLACE: self.tr("its name holds a folder"),
            NameDoubt.KIND: self.tr("its ending does not fit its kind"),
        }[doubt]

    def bytes(self, size: int) -> str:
        """A size for people."""
        value, unit = float(max(0, size)), self.tr("B")
        for bigger in (self.tr("KB"), self.tr("MB"), self.tr("GB")):
            if value < _KILO:
                break
            value, unit = value / _KILO, bigger
        digits = 0 if value >= 10 or unit == self.tr("B") else 1
        return f"{QLocale().toString(value, 'f', digits)} {unit}"

    def _size(self, attachment: Attachment) -> str:
        told = attachment.size
        return self.bytes(told) if told is not None and told >= 0 else ""

    @staticmethod
    def _joined(*parts: str) -> str:
        return " · ".join(part for part in parts if part)
