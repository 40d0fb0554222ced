"""Lays out rows of the transcript: separators, bubbles, notes, tombstones, what went wrong.

Every decision that changes a height is made here and nowhere else. Knows no scrolling.
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from app.domain.dialog import Attachment, Author, Delivery, Message
from app.domain.links import neutral
from app.domain.long_texts import is_long
from app.domain.markup import Style
from app.services.notes import read_note
from app.ui.dialogs import card_layout
from app.ui.dialogs.file_cards import FileView
from app.ui.dialogs.lines import TextBox, break_lines, line_step
from app.ui.dialogs.row_layout import Facts, RowLayout, Spot
from app.ui.dialogs.texts import Range, Shown, shown_text, units
from app.ui.dialogs.words import Words, local
from app.ui.style import Theme

MARGIN, AVATAR, GAP = 16, 28, 8
PAD_X, PAD_Y = 12, 6
DAY_HEIGHT, UNREAD_HEIGHT = 32, 28
TICK = 20
_RUN_GAP, _GAP = 10, 6


class RowBuilder:
    """Builds rows for one width."""

    def __init__(self, theme: Theme, words: Words, files: Callable[[Attachment], FileView]) -> None:
        self._theme, self.files = theme, files
        self._words = words
        self._width = self._inner = 0.0
        self._step = 0
        self.by_hand = False  # whether deliveries are acknowledged by hand

    def set_width(self, width: float) -> None:
        """Rows are laid out for this width from now on."""
        side = MARGIN + AVATAR + GAP
        most = min(self._theme.metric("bubble_max"), 0.76 * width, width - 2 * side)
        self._width, self._inner = width, max(80.0, most - 2 * PAD_X)
        self._step = line_step(self._theme)

    def guess(self, length: int) -> int:
        """About how high a row with so many characters will be."""
        lines = -(-length * self._step * 0.36 // self._inner) if length else 1
        return int(max(1, lines) * self._step + 2 * PAD_Y + _GAP + 8)

    def build(self, facts: Facts) -> RowLayout:
        """Lay a row out."""
        message = facts.message
        row = RowLayout(facts, 0, message.author)
        y = self._separators(row)
        if read_note(message) is not None:
            y = self._note(row, y + _GAP)
        else:
            y += _RUN_GAP if facts.opens_run else _GAP
            deleted = message.deleted_at is not None
            y = self._tombstone(row, y) if deleted else self._bubble(row, y)
            y = self._trouble(row, y)
        row.height = round(y)
        return row

    def _separators(self, row: RowLayout) -> float:
        y, facts = 0.0, row.facts
        if facts.new_day:
            row.day, row.day_top = self._words.day(local(facts.message.at).date()), y
            y += DAY_HEIGHT
        if facts.unread:
            row.unread, row.unread_top = self._words.new_messages(facts.unread), y
            y += UNREAD_HEIGHT
        return y

    def _note(self, row: RowLayout, y: float) -> float:
        text = Shown(self._words.note(row.facts.message))
        width = min(560.0, self._width - 2 * MARGIN) - 2 * PAD_X
        box = break_lines(self._theme, text, width, "small", "system")
        box.x, box.y = round((self._width - box.width) / 2), y + 2
        row.boxes, row.text, row.pill = [box], box, True
        row.bubble = QRectF(box.x - PAD_X, y, box.width + 2 * PAD_X, box.height + 4)
        return row.bubble.bottom()

    def _bubble(self, row: RowLayout, top: float) -> float:
        message, y = row.facts.message, top + PAD_Y
        if row.facts.opens_run:
            y = self._stack(row, self._name(message), y)
        if row.facts.shows_edits:
            texts = [shown_text(message, each.text).text for each in message.edits]
            texts.append(shown_text(message).text)
            for edit, (before, after) in zip(message.edits, pairwise(texts), strict=True):
                old = self._words.before_edit(edit, before, after)
                y = self._stack(row, break_lines(self._theme, old, self._inner, "small"), y)
                row.boxes[-1].colour = "text3"
        y = self._cards(row, y)
        text = shown_text(message)
        if text.text or not message.attachments:
            row.text = break_lines(self._theme, text, self._inner)
            y = self._rest(row, self._stack(row, row.text, y))
        return self._close(row, top, self._meta(row, y))

    def _tombstone(self, row: RowLayout, top: float) -> float:
        message = row.facts.message
        said, link = self._words.tombstone(message, row.facts.shows_deleted)
        box = self._with_actions(said, [(link, "text")], self._inner, "body", "text2")
        y = self._stack(row, box, top + PAD_Y)
        if row.facts.shows_deleted:
            row.text = break_lines(self._theme, shown_text(message), self._inner)
            row.text.colour = "text3"
            y = self._rest(row, self._stack(row, row.text, y))
        row.dashed = True
        return self._close(row, top, self._meta(row, y))

    def _rest(self, row: RowLayout, y: float) -> float:
        """Below the beginning of a long text: the way to all of it."""
        length = len(row.facts.message.text)
        if not is_long(row.facts.message.text):
            return y
        links = [(self._words.whole(length), "whole")]
        return self._stack(row, self._with_actions("", links, self._inner, "body", "text2"), y + 2)

    def _trouble(self, row: RowLayout, y: float) -> float:
        """Below the bubble: what went wrong, or what can be done by hand."""
        message = row.facts.message
        words, actions = self._words.trouble(message), self._words.remedies(message, self.by_hand)
        if not words and not actions:
            return y
        waits = message.delivery is Delivery.QUEUED  # behind another one: nothing is wrong with it
        tone = ("text2" if waits else "danger") if words else "text3"
        role = "caption_strong" if words else "caption"
        width = self._width - 2 * (MARGIN + AVATAR + GAP)
        box = self._with_actions(words, actions, width, role.removesuffix("_strong"), tone)
        box.y = y + 3
        box.x = row.bubble.right() - box.width if row.is_right else row.bubble.left()
        row.boxes.append(box)
        return box.y + box.height

    def _name(self, message: Message) -> TextBox:
        name = Shown(self._words.author(message))
        box = break_lines(self._theme, name, self._inner, "strong")
        box.colour = message.author.value
        return box

    def _with_actions(
        self, words: str, actions: list[tuple[str, str]], width: float, role: str, colour: str
    ) -> TextBox:
        """Words, then links in the same text."""
        ranges, text = [Range(0, units(words), Style.BOLD)] if colour == "danger" else [], words
        found: list[tuple[int, int, str]] = []
        for label, action in actions:
            text += ("   " if found else " · " if colour == "text2" else "   ") if text else ""
            found.append((units(text), units(label), action))
            ranges.append(Range(units(text), units(label), Style.MENTION))
            text += label
        box = break_lines(self._theme, Shown(text, tuple(ranges)), width, role, colour)
        box.actions = tuple(found)
        return box

    def _cards(self, row: RowLayout, y: float) -> float:
        for attachment in row.facts.message.attachments:
            view = self.files(attachment)
            wanted = card_layout.width_of(self._theme, view)
            width = min(wanted, self._inner)
            rect = QRectF(0, y, width, card_layout.height_of(view, width))
            name = neutral(attachment.name) or self._words.nameless_file()
            row.cards.append(card_layout.Card(rect, attachment, name, view))
            y += rect.height() + card_layout.GAP
        return y

    def _meta(self, row: RowLayout, y: float) -> float:
        """Time and ticks share the last line if they fit, else they get a line of their own."""
        message = row.facts.message
        small = QFontMetricsF(self._theme.font("caption"))
        row.edited = self._words.edited(row.facts.shows_edits) if message.edits else ""
        row.meta = self._words.time(message.at)
        ticks = TICK if shows_tick(message) else 0
        edited = small.horizontalAdvance(row.edited + " ") if row.edited else 0
        width = edited + small.horizontalAdvance(row.meta) + ticks
        content = max((box.width for box in row.boxes), default=0.0)
        content = max([content, *(card.rect.width() for card in row.cards)])
        last = row.boxes[-1] if row.boxes and (row.text or row.dashed) else None
        line_end = last.last_line().naturalTextRect().right() + 14 if last else content + 1
        step = line_step(self._theme)
        if line_end + width > self._inner or (last and _ends_in_code(last)):
            y += 16
        content = max(content, width, min(line_end + width, self._inner))
        row.meta_rect = QRectF(content - width, y - step, width, step)
        if edited:
            row.spots.append(Spot(QRectF(content - width, y - step, edited, step), "edits"))
        row.bubble = QRectF(0, 0, content + 2 * PAD_X, 0)
        return y

    @staticmethod
    def _stack(row: RowLayout, box: TextBox, y: float) -> float:
        box.y = y
        row.boxes.append(box)
        return y + box.height

    def _close(self, row: RowLayout, top: float, y: float) -> float:
        """Put the bubble on its side and everything in it inside."""
        side = MARGIN + AVATAR + GAP
        width = row.bubble.width()
        left = self._width - side - width if row.side is not Author.CUSTOMER else side
        row.bubble = QRectF(round(left), top, round(width), y + PAD_Y - top)
        x = row.bubble.left() + PAD_X
        for box in row.boxes:
            box.x = x
        row.meta_rect.translate(x, 0)
        row.spots = [Spot(spot.rect.translated(x, 0), spot.action) for spot in row.spots]
        for number, card in enumerate(row.cards):
            card_layout.place(self._theme, card, x, row.bubble.width() - 2 * PAD_X)
            if card.view.action:
                row.spots.append(Spot(card.link, f"{card.view.action}:{number}"))
        return row.bubble.bottom()


def shows_tick(message: Message) -> bool:
    """Whether a sign says how far a message came: not on notes, nor where it is gone."""
    return message.delivery is not Delivery.NONE and message.deleted_at is None


def _ends_in_code(box: TextBox) -> bool:
    """The ground of a code block leaves no room for the time."""
    return bool(box.bars) and box.bars[-1].style is Style.CODE and box.bars[-1].bottom >= box.height
