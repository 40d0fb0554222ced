"""The rows of the transcript with their heights: guessed first, exact when they were laid out.

Keeps the 300 layouts used last. Knows no scrolling and paints nothing.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable

from app.domain.dialog import Message
from app.services.dialogs import GONE
from app.services.notes import read_note
from app.ui.dialogs.heights import Heights
from app.ui.dialogs.row_builder import RowBuilder
from app.ui.dialogs.row_layout import Facts, RowLayout
from app.ui.dialogs.transcript_model import NOWHERE, TranscriptModel
from app.ui.dialogs.words import local

_LAYOUTS_KEPT = 300
_LONGEST = 2000  # longer texts are taken for that long until they are laid out
_NONE = _LONGEST + 1  # the length that stands for a row without height


class Rows:
    """Adapts the model to places on the screen."""

    def __init__(self, model: TranscriptModel, builder: RowBuilder) -> None:
        self.model = model
        self.heights = Heights()
        self.first_unread = NOWHERE
        self.unread = 0
        self._builder = builder
        self._width = 0
        self._lengths: array[int] = array("H")
        self._guess: list[int] = []  # by length of the text
        self._layouts: OrderedDict[int, RowLayout] = OrderedDict()
        self._shows_edits: set[int] = set()
        self._shows_deleted: set[int] = set()
        self.redo()

    def __len__(self) -> int:
        """The position behind the last row."""
        return self.heights.start + len(self.heights)

    @property
    def first(self) -> int:
        """The first row that is still there."""
        return self.model.first

    def start(self) -> None:
        """Begin again with the rows of the model."""
        self._layouts.clear()
        self._shows_edits.clear()
        self._shows_deleted.clear()
        self.first_unread, self.unread = NOWHERE, 0
        lengths = (_NONE if each == GONE else min(each, _LONGEST) for each in self.model.lengths)
        self._lengths = array("H", lengths)
        self.heights = Heights(self._guesses(), self.model.start)

    def set_width(self, width: int) -> None:
        """Lay out for another width."""
        if width != self._width:
            self._width = width
            self.redo()

    def redo(self) -> None:
        """Every layout is out of date: another width, theme or language."""
        self._builder.set_width(self._width)
        self._guess = [*(self._builder.guess(length) for length in range(_NONE)), 0]
        self._layouts.clear()
        self.heights.guess_again(self._guesses())

    def append(self, message: Message) -> None:
        """One more row at the end."""
        length = min(len(message.text), _LONGEST)
        self._lengths.append(length)
        self.heights.append(self._guess[length])

    def doubt(self, position: int) -> None:
        """This row has changed."""
        self._layouts.pop(position, None)
        if self.heights.start <= position < len(self):
            self.heights.doubt(position)

    def doubt_file(self, url: str) -> bool:
        """Rows with this file have changed; whether there are any."""
        found = [
            position
            for position, row in self._layouts.items()
            if any(card.attachment.url == url for card in row.cards)
        ]
        for position in found:
            self.doubt(position)
        return bool(found)

    def set_unread(self, first: int, count: int) -> None:
        """Draw the line of new messages before that row; NOWHERE draws none."""
        old, self.first_unread, self.unread = self.first_unread, first, count
        for position in {old, first} - {NOWHERE}:
            self.doubt(position)

    def toggle_edits(self, position: int) -> None:
        """Show or hide what stood before the edits."""
        self._shows_edits ^= {position}
        self.doubt(position)

    def toggle_deleted(self, position: int) -> None:
        """Show or hide the text of a deleted message."""
        self._shows_deleted ^= {position}
        self.doubt(position)

    def layout(self, position: int) -> RowLayout | None:
        """The layout of a row, made when it is asked for; None if the message is not read yet."""
        row = self._layouts.get(position)
        if row is not None:
            self._layouts.move_to_end(position)
            return row
        if not self.model.is_ready(position):
            return None
        row = self._builder.build(self._facts(position))
        self.heights.measure(position, row.height)
        self._layouts[position] = row
        if len(self._layouts) > _LAYOUTS_KEPT:
            self._layouts.popitem(last=False)
        return row

    def height(self, position: int) -> int:
        """The exact height if the row can be laid out, else a guess."""
        if not self.heights.is_exact(position):
            self.layout(position)
        return self.heights.height(position)

    def closes_run(self, position: int) -> bool:
        """Whether the avatar stands here: the next bubble is somebody else's."""
        message, following = self.model.message(position), self.model.message(position + 1)
        if message is None:
            return False
        if following is None:
            return position + 1 >= self.model.count()
        return opens_run(message, following) or position + 1 == self.first_unread

    def _facts(self, position: int) -> Facts:
        message = self.model.message(position)
        if message is None:
            raise LookupError(position)
        before = self.model.message(position - 1)
        unread = self.unread if position == self.first_unread else 0
        return Facts(
            message,
            opens_run=bool(unread) or before is None or opens_run(before, message),
            new_day=before is None or local(before.at).date() != local(message.at).date(),
            unread=unread,
            shows_edits=position in self._shows_edits,
            shows_deleted=position in self._shows_deleted,
        )

    def _guesses(self) -> Iterable[int]:
        return map(self._guess.__getitem__, self._lengths)


def opens_run(before: Message, message: Message) -> bool:
    """Whether a message begins a run of bubbles of one author."""
    same = before.author is message.author and before.author_name == message.author_name
    same_day = local(before.at).date() == local(message.at).date()
    return not same or not same_day or read_note(before) is not None
