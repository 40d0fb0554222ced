"""Heights of very many rows: where a row begins, and which row stands at a place. Knows no Qt.

Rows lie in blocks, each with its sum, so that no question costs more than a few hundred additions
for 100,000 rows. A height counts as guessed until somebody has measured the row.
"""

from array import array
from collections.abc import Iterable

_BLOCK = 256


class Heights:
    """Whole logical pixels. Rows are only added at the end; the first one is called `start`."""

    def __init__(self, guesses: Iterable[int] = (), start: int = 0) -> None:
        self.start = start
        self._rows = array("i", guesses)
        self._exact = bytearray(len(self._rows))
        self._sums = array("q")
        self._sum_up()

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def total(self) -> int:
        """The height of everything."""
        return self._total

    def height(self, row: int) -> int:
        """How high a row is, or is guessed to be."""
        return self._rows[row - self.start]

    def is_exact(self, row: int) -> bool:
        """Whether the row was measured."""
        return bool(self._exact[row - self.start])

    def top(self, row: int) -> int:
        """Where a row begins; the place after the last row for the one that would come next."""
        row -= self.start
        block = row // _BLOCK
        return sum(self._sums[:block]) + sum(self._rows[block * _BLOCK : row])

    def at(self, y: int) -> int:
        """The row that covers `y`; the first or last one when `y` is outside. Without rows the one
        before `start`.
        """
        if y <= 0 or not self._rows:
            return self.start if self._rows else self.start - 1
        top = 0
        for block, height in enumerate(self._sums):
            if top + height > y:
                return self.start + self._within(block, top, y)
            top += height
        return self.start + len(self._rows) - 1

    def measure(self, row: int, height: int) -> int:
        """Set the true height; answers by how much the row grew."""
        row -= self.start
        grown = height - self._rows[row]
        self._rows[row] = height
        self._exact[row] = 1
        self._sums[row // _BLOCK] += grown
        self._total += grown
        return grown

    def doubt(self, row: int) -> None:
        """The row must be measured again; until then the old height stands."""
        self._exact[row - self.start] = 0

    def append(self, guess: int) -> None:
        """One more row."""
        if len(self._rows) % _BLOCK == 0:
            self._sums.append(0)
        self._rows.append(guess)
        self._exact.append(0)
        self._sums[-1] += guess
        self._total += guess

    def guess_again(self, guesses: Iterable[int]) -> None:
        """Replace everything, for example after the width changed. The number of rows stays."""
        self._rows = array("i", guesses)
        self._exact = bytearray(len(self._rows))
        self._sum_up()

    def _sum_up(self) -> None:
        starts = range(0, len(self._rows), _BLOCK)
        self._sums = array("q", (sum(self._rows[start : start + _BLOCK]) for start in starts))
        self._total = sum(self._sums)

    def _within(self, block: int, top: int, y: int) -> int:
        first = block * _BLOCK
        for row, height in enumerate(self._rows[first : first + _BLOCK], first):
            top += height
            if top > y:
                return row
        return len(self._rows) - 1
