"""What the parts of a text are called, and what is said of a signature. Knows no widget."""

from PySide6.QtCore import QObject

from app.domain.links import neutral
from app.domain.round_trip import Kind, Part, RoundTrip, ShownLink
from app.domain.signature import Signature


class RoundTripWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def part(self, part: Part) -> str:
        """What a part is."""
        return self._formats().get(part.tag) or self._kinds()[part.kind]

    def signature(self, trip: RoundTrip) -> str:
        """What became of the words in front; "" when there are none."""
        return {
            Signature.NONE: "",
            Signature.REAL: self.tr("Signature of {name}: taken off."),
            Signature.ANOTHER: self.tr(
                "“{name}:” looks like a signature, but is not the author's name: it stays."
            ),
            Signature.UNJUDGED: self.tr(
                "“{name}:” looks like a signature. Name the author to have it taken off."
            ),
        }[trip.signature].format(name=neutral(trip.name))

    def link(self, link: ShownLink) -> str:
        """Where a link really leads."""
        caption, host = neutral(link.caption.strip()), link.link.host
        if link.misleading:
            return self.tr("“{caption}” leads to {host}, which is another host").format(
                caption=caption, host=host
            )
        if link.link.international:
            return self.tr("“{caption}” leads to {host}: letters of other alphabets").format(
                caption=caption, host=host
            )
        return self.tr("“{caption}” leads to {host}").format(caption=caption, host=host)

    def _kinds(self) -> dict[Kind, str]:
        return {
            Kind.TEXT: self.tr("Text"),
            Kind.BREAK: self.tr("Line break"),
            Kind.FORMAT: self.tr("Format"),
            Kind.LINK: self.tr("Link"),
            Kind.PICTURE: self.tr("Picture"),
            Kind.SMILE: self.tr("Smile image"),
            Kind.MENTION: self.tr("Mention"),
            Kind.CODE: self.tr("Code"),
            Kind.COMMAND: self.tr("Command"),
            Kind.TIME: self.tr("Time"),
            Kind.FILE: self.tr("File of the drive"),
            Kind.RATING: self.tr("Rating"),
            Kind.QUOTED_LINE: self.tr("Quoted line"),
            Kind.QUOTE_EDGE: self.tr("Edge of a quotation"),
            Kind.KEPT: self.tr("Kept as typed"),
            Kind.END: self.tr("End"),
        }

    def _formats(self) -> dict[str, str]:
        return {
            "b": self.tr("Bold"),
            "i": self.tr("Italic"),
            "u": self.tr("Underlined"),
            "s": self.tr("Struck out"),
            "size": self.tr("Size"),
            "color": self.tr("Colour"),
            "quote": self.tr("Quotation"),
            "put": self.tr("Puts into the field"),
            "send": self.tr("Sends"),
            "call": self.tr("Phone number"),
        }
