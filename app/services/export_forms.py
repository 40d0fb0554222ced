"""How a transcript looks in a file: what the four forms have in common, and where they are."""

from typing import Protocol

from app.domain.dialog import Message
from app.domain.transcript_export import About, Format, Talk


class Form(Protocol):
    """Answers text piece by piece, so that a file of any length needs no memory. Times are in the
    wished zone, everything masked is masked.
    """

    def begin(self, about: About) -> str:
        """The head of the file."""

    def open(self, talk: Talk) -> str:
        """The head of a dialog."""

    def message(self, message: Message) -> str:
        """One message of the dialog that is open."""

    def close(self) -> str:
        """The end of a dialog."""

    def end(self) -> str:
        """The end of the file."""


def form_of(wanted: Format) -> Form:
    """A form, loaded when it is asked for."""
    if wanted is Format.MARKDOWN:
        from app.services.export_markdown import MarkdownForm

        return MarkdownForm()
    if wanted is Format.HTML:
        from app.services.export_html import HtmlForm

        return HtmlForm()
    if wanted is Format.JSON:
        from app.services.export_json import JsonForm

        return JsonForm()
    from app.services.export_csv import CsvForm

    return CsvForm()
