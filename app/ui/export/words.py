"""What the export of transcripts says to people."""

from PySide6.QtCore import QLocale, QObject

from app.domain.masking import Mask
from app.domain.transcript_export import Format


class ExportWords(QObject):
    """Given values, nothing else."""

    def format(self, wanted: Format) -> str:
        """The name of a form."""
        return {
            Format.MARKDOWN: "Markdown",
            Format.HTML: "HTML",
            Format.JSON: "JSON",
            Format.CSV: "CSV",
        }[wanted]

    def about(self, wanted: Format) -> str:
        """What a form is good for."""
        return {
            Format.MARKDOWN: self.tr("For a ticket or a wiki. Nothing that was written is markup."),
            Format.HTML: self.tr("To read in a browser: one file, no script, nothing is loaded."),
            Format.JSON: self.tr("For programs: everything, with edits, deletions and deliveries."),
            Format.CSV: self.tr(
                "For spreadsheets. An apostrophe stands before what could be a formula."
            ),
        }[wanted]

    def mask(self, mask: Mask) -> str:
        """What is taken out."""
        return {
            Mask.PHONES: self.tr("Phone numbers"),
            Mask.EMAILS: self.tr("E-mail addresses"),
            Mask.NAMES: self.tr("Names"),
            Mask.LINKS: self.tr("Links"),
        }[mask]

    def progress(self, done: int, of: int) -> str:
        """How far it is."""
        here = QLocale()
        return self.tr("{done} of {all} messages").format(
            done=here.toString(done), all=here.toString(of)
        )

    def written(self, messages: int, dialogs: int, path: str) -> str:
        """What is in the file."""
        many = self.tr("%n message(s)", "", messages)
        of = self.tr("%n dialog(s)", "", dialogs)
        text = self.tr("{messages} of {dialogs} written to {path}.")
        return text.format(messages=many, dialogs=of, path=path)
