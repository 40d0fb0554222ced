"""Which rows are on the screen and where, so that nothing moves under the reader.

One visible row that is laid out is the anchor: whatever is learned about other rows, it stays where
it is. At the end of the transcript the last row is the anchor, and new rows push the others up.
"""

from dataclasses import dataclass

from app.ui.dialogs.row_layout import RowLayout
from app.ui.dialogs.rows import Rows

PAD = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A row on the screen; `y` counts from the top of the screen."""

    position: int
    y: int
    height: int
    row: RowLayout | None


class Window:
    """The part of the rows that is seen."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._height = 0
        self._anchor, self._y = 0, 0
        self.at_end = True
        self.placed: list[Placed] = []

    @property
    def total(self) -> int:
        """How high everything is, with a little room at both ends."""
        return self._rows.heights.total + 2 * PAD

    @property
    def most(self) -> int:
        """The furthest that one can scroll."""
        return max(0, self.total - self._height)

    @property
    def scrolled(self) -> int:
        """How far the screen is from the beginning."""
        if self.at_end or not self.placed:
            return self.most
        first = self.placed[0]
        return min(self.most, max(0, self._rows.heights.top(first.position) + PAD - first.y))

    @property
    def held(self) -> tuple[int, int] | None:
        """The row that stays where it is, and where; None at the end of the transcript. The first
        one may lose its day when others come before it: the next one stays.
        """
        if self.at_end:
            return None
        best = next((each for each in self.placed[1:] if each.row), None)
        return (self._anchor, self._y) if best is None else (best.position, best.y)

    def set_height(self, height: int) -> None:
        """The screen has another height."""
        self._height = height

    def go_to_end(self) -> None:
        """Show the last row and stay with it."""
        self.at_end = True

    def go_to(self, position: int, y: int = PAD) -> None:
        """Show a row at that height of the screen."""
        self.at_end, self._anchor, self._y = False, position, y

    def scroll_to(self, value: int) -> None:
        """The reader moved the scroll bar."""
        moved = value - self.scrolled
        if value >= self.most:
            self.at_end = True
        elif self.placed and abs(moved) <= 2 * self._height:
            first = self.placed[0]
            self.go_to(first.position, first.y - moved)
        else:
            heights = self._rows.heights
            position = max(self._rows.first, heights.at(value - PAD))
            self.go_to(position, heights.top(position) + PAD - value)

    def arrange(self) -> list[Placed]:
        """Place the rows anew, with every row on the screen measured if it can be."""
        count, start = len(self._rows), self._rows.first
        self.placed = []
        if count <= start or self._height <= 0:
            return self.placed
        if self.at_end:
            self._anchor = count - 1
            self._y = self._height - PAD - self._rows.height(count - 1)
        self._anchor = max(start, min(self._anchor, count - 1))
        first, top = self._fill_up(self._anchor, self._y)
        last, bottom = self._fill_down(self._anchor, self._y)
        short = self._height - PAD - bottom
        if last == count - 1 and short >= 0:
            self.at_end = True
            first, top = self._fill_up(first, top + short)
        elif first == start and top > PAD:
            top = PAD
        self._place(first, top)
        if first == start and top > PAD and self.placed[-1].position < count - 1:
            self._place(start, PAD)
        self._keep_anchor()
        return self.placed

    def find(self, position: int) -> Placed | None:
        """Where a row is, if it is on the screen."""
        return next((each for each in self.placed if each.position == position), None)

    def at(self, y: int) -> Placed | None:
        """The row at a height of the screen; the nearest one above or below all rows."""
        for each in self.placed:
            if y < each.y + each.height:
                return each
        return self.placed[-1] if self.placed else None

    def _fill_up(self, position: int, y: int) -> tuple[int, int]:
        while position > self._rows.first and y > 0:
            position -= 1
            y -= self._rows.height(position)
        return position, y

    def _fill_down(self, position: int, y: int) -> tuple[int, int]:
        count, bottom = len(self._rows), y + self._rows.height(position)
        while position < count - 1 and bottom < self._height:
            position += 1
            bottom += self._rows.height(position)
        return position, bottom

    def _place(self, position: int, y: int) -> None:
        self.placed = []
        while position < len(self._rows) and y < self._height:
            row, height = self._rows.layout(position), self._rows.height(position)
            if y + height > 0:
                self.placed.append(Placed(position, y, height, row))
            y += height
            position += 1

    def _keep_anchor(self) -> None:
        if self.at_end or not self.placed:
            return
        exact = [each for each in self.placed if each.row is not None and each.y >= 0]
        laid_out = exact or [each for each in self.placed if each.row is not None]
        if not laid_out and self.find(self._anchor) is not None:
            return  # what was jumped to stays where it is until it can be laid out
        best = (laid_out or self.placed)[0]
        self._anchor, self._y = best.position, best.y
