"""What the mouse is told about the thing under it: where a link leads, what the ticks mean."""

from PySide6.QtCore import QPointF

from app.domain.links import parse_link
from app.ui.dialogs.row_layout import RowLayout
from app.ui.dialogs.words import Words
from app.ui.errors import explain_problem
from app.ui.widgets import plain_tip


def hint_at(words: Words, row: RowLayout, point: QPointF) -> str:
    """A tooltip for a place of a row, or ""."""
    message, action = row.facts.message, row.action_at(point)
    if action.startswith("link:"):
        link = parse_link(action.removeprefix("link:"))
        return plain_tip(f"{link.host}\n{link.url}") if link else ""
    for card in row.cards:
        if card.rect.contains(point):
            link = parse_link(card.attachment.url)
            told = [card.name, link.host if link else "", card.view.note]
            return plain_tip("\n".join(filter(None, told)))
    if row.meta_rect.contains(point):
        return plain_tip(f"{words.moment(message.at)}\n{words.delivery(message.delivery)}")
    if message.problem is not None and point.y() > row.bubble.bottom():
        why = explain_problem(message.problem)
        return plain_tip("\n".join(part for part in (why.text, why.advice, why.code) if part))
    return ""
