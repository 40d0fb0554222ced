"""One row of the transcript, laid out: where everything stands and what can be clicked.

Places are relative to the row's top left corner. Nothing is painted here.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from app.domain.dialog import Author, Message
from app.ui.dialogs.card_layout import Card
from app.ui.dialogs.lines import TextBox


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that decides how a row looks, apart from theme and width."""

    message: Message
    opens_run: bool = True
    new_day: bool = False
    unread: int = 0  # how many new messages begin here
    shows_edits: bool = False
    shows_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that does something when clicked, other than text."""

    rect: QRectF
    action: str


@dataclass(slots=True)
class RowLayout:
    """`bubble` is empty for notes; `text` is what can be selected."""

    facts: Facts
    height: int
    side: Author
    bubble: QRectF = field(default_factory=QRectF)
    day: str = ""
    day_top: float = 0
    unread: str = ""
    unread_top: float = 0
    boxes: list[TextBox] = field(default_factory=list)
    text: TextBox | None = None
    cards: list[Card] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    meta: str = ""
    edited: str = ""
    meta_rect: QRectF = field(default_factory=QRectF)
    dashed: bool = False
    pill: bool = False

    @property
    def is_right(self) -> bool:
        """Whether it stands on the portal's side."""
        return self.side is not Author.CUSTOMER

    def action_at(self, point: QPointF) -> str:
        """What a click there does, or ""; "link:..." opens an address."""
        for spot in self.spots:
            if spot.rect.contains(point):
                return spot.action
        for box in self.boxes:
            action = box.action_at(point.x(), point.y())
            if action:
                return action
        return self._link_at(point)

    def _link_at(self, point: QPointF) -> str:
        for box in self.boxes:
            offset = box.touched_at(point.x(), point.y())
            link = box.shown.link_at(offset) if offset >= 0 else ""
            if link:
                return f"link:{link}"
        return ""
