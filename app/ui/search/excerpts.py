"""A message in one line of a list of results: who, and the words around what was found."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.dialog import Message
from app.domain.links import neutral
from app.domain.query import Term, find_terms, fold
from app.ui.dialogs.texts import shown_text
from app.ui.dialogs.words import Words

_LONGEST = 400
#: Characters before the first place, and of a name: what is found has to stand in a narrow list.
_BEFORE, _NAME = 14, 14
_WHOLE = 32  # a text or an end as short as this stands there whole


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of text and where the words that were asked for stand in it."""

    text: str
    places: tuple[tuple[int, int], ...] = ()


NOTHING = Excerpt("")


class Excerpts(QObject):
    """Makes lines; their words come from the Dialogs page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = Words(self)

    def of(self, message: Message, terms: tuple[Term, ...] = ()) -> Excerpt:
        """The author and the words, from shortly before the first place on."""
        text = self._text(message)
        places = places_in(text, terms)
        cut = 0
        if places and places[0][0] > _BEFORE:
            cut = text.rfind(" ", 0, places[0][0] - _BEFORE // 2) + 1
            cut = min(max(cut, places[0][0] - _BEFORE), max(0, len(text) - _WHOLE))
        head = f"{self._name(message)}: " + ("…" if cut else "")
        moved = [
            (max(start, cut) - cut + len(head), end - cut + len(head)) for start, end in places
        ]
        whole = head + text[cut : cut + _LONGEST]
        return Excerpt(whole, tuple((a, min(b, len(whole))) for a, b in moved if a < len(whole)))

    def around(self, message: Message | None) -> str:
        """What was said before or after it."""
        if message is None:
            return ""
        note = self._words.note(message) if is_note(message) else ""
        return " ".join(note.split()) or self.of(message).text

    def _name(self, message: Message) -> str:
        name = self._words.author(message).partition(" ")[0].rstrip(",")
        return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"

    def _text(self, message: Message) -> str:
        names = [neutral(each.name) for each in message.attachments]
        return " ".join(" ".join([shown_text(message).text, *names]).split())


def marked(text: str, terms: tuple[Term, ...]) -> Excerpt:
    """A whole line with the places of the words in it."""
    return Excerpt(text, tuple(places_in(text, terms)))


def is_note(message: Message) -> bool:
    """Whether nobody wrote it."""
    return message.author == "system" and message.delivery == "none"


def places_in(text: str, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Where the words stand in a text as it is shown. One spelling may be longer than another: then
    it is made letter by letter.
    """
    folded = fold(text)
    if len(folded) != len(text):
        folded = "".join((fold(each) or each)[0] for each in text)
    return find_terms(folded, terms)
