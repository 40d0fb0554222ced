"""Text broken into lines for painting: styles, quotations, code, links. Knows no message.

One `QTextLayout` holds one text, so that selecting and hitting need no bookkeeping across pieces.
Lines of quotations and code stand indented; a person's text is never read as Qt's rich text.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from app.domain.markup import Style
from app.ui.dialogs.texts import Range, Shown, units
from app.ui.style import Theme

QUOTE_INDENT, CODE_INDENT = 11, 8
_AFTER_QUOTE = 4.0
_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class Bar:
    """Lines of a quotation or a code block, for what is painted behind them."""

    style: Style
    top: float
    bottom: float


@dataclass(slots=True)
class TextBox:
    """A laid-out text at a place of its row. `actions` are ranges that do something."""

    layout: QTextLayout
    shown: Shown
    x: float
    y: float
    width: float
    height: float
    colour: str = "text1"
    bars: tuple[Bar, ...] = ()
    actions: tuple[tuple[int, int, str], ...] = ()

    def offset_at(self, x: float, y: float) -> int:
        """The place of the text nearest to a point of the row."""
        return self._line_at(y).xToCursor(x - self.x)

    def touched_at(self, x: float, y: float) -> int:
        """The character under a point of the row, or -1 beside the text."""
        line = self._line_at(y)
        rect = line.naturalTextRect().translated(self.x, self.y)
        if not rect.adjusted(0, -2, 0, 2).contains(x, y):
            return -1
        return line.xToCursor(x - self.x, QTextLine.CursorPosition.CursorOnCharacter)

    def action_at(self, x: float, y: float) -> str:
        """What a click there does, or ""."""
        offset = self.touched_at(x, y)
        hit = (name for start, length, name in self.actions if start <= offset < start + length)
        return next(hit, "")

    @property
    def rect(self) -> QRectF:
        """Where the text stands in its row."""
        return QRectF(self.x, self.y, self.width, self.height)

    def last_line(self) -> QTextLine:
        """The line at the end."""
        return self.layout.lineAt(self.layout.lineCount() - 1)

    def _line_at(self, y: float) -> QTextLine:
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if line.y() + line.height() > y - self.y:
                return line
        return self.last_line()


def break_lines(
    theme: Theme, shown: Shown, width: float, role: str = "body", colour: str = "text1"
) -> TextBox:
    """Break a text into lines no wider than `width`."""
    font = theme.font(role)
    layout = QTextLayout(shown.text.replace("\n", _BREAK), font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(theme, each, font) for each in shown.ranges])
    box = TextBox(layout, shown, 0, 0, 0, 0, colour)
    _place_lines(box, width, line_step(theme, role))
    if any(_is_pushed_right(line) for line in _lines(layout)):
        _place_lines(box, box.width, line_step(theme, role))  # right-to-left text fills its width
    return box


def line_step(theme: Theme, role: str = "body") -> int:
    """The distance of two lines in this font."""
    pixels = theme.font(role).pixelSize()
    return round(pixels * (20 / 13 if pixels >= 13 else 16 / 12))


def _place_lines(box: TextBox, width: float, step: int) -> None:
    blocks = _blocks(box.shown)
    starts = [start for start, _ in blocks]
    y, widest, marks = 0.0, 0.0, list[tuple[Style, float, float]]()
    box.layout.beginLayout()
    while (line := box.layout.createLine()).isValid():
        style = blocks[max(0, bisect_right(starts, line.textStart()) - 1)][1]
        if marks and style is Style.NONE and marks[-1][2] == y and marks[-1][0] is Style.QUOTE:
            y += _AFTER_QUOTE
        indent = {Style.QUOTE: QUOTE_INDENT, Style.CODE: CODE_INDENT}.get(style, 0)
        line.setLineWidth(max(1.0, width - indent - (CODE_INDENT if style is Style.CODE else 0)))
        height = max(float(step), line.height())
        line.setPosition(QPointF(indent, y + (height - line.height()) / 2))
        widest = max(widest, indent + line.naturalTextWidth())
        if style is not Style.NONE:
            marks.append((style, y, y + height))
            widest += CODE_INDENT if style is Style.CODE else 0
        y += height
    box.layout.endLayout()
    box.width, box.height, box.bars = min(widest, width), y, tuple(_joined(marks))


def _blocks(shown: Shown) -> Sequence[tuple[int, Style]]:
    """Where paragraphs of one kind begin, in Qt's units."""
    special = [each for each in shown.ranges if each.style & (Style.QUOTE | Style.CODE)]
    if not special:
        return ((0, Style.NONE),)
    ends = [each.end for each in special]
    found, start = [], 0
    for paragraph in shown.text.split("\n"):
        end = start + units(paragraph)
        found.append((start, _kind(special, bisect_right(ends, start), start, end)))
        start = end + 1
    return found


def _kind(special: Sequence[Range], first: int, start: int, end: int) -> Style:
    """A paragraph is a quotation or code if all of it is. `special[first]` is the first inside."""
    covered = {Style.QUOTE: 0, Style.CODE: 0}
    for each in islice(special, first, None):
        if each.start > end or (each.start == end and end > start):
            break
        for style in covered:
            if each.style & style:
                covered[style] += min(each.end, end) - max(each.start, start)
                if start == end and each.start < start < each.end:
                    return style  # an empty line in the middle of a block
    whole = (style for style, length in covered.items() if length and length >= end - start)
    return next(whole, Style.NONE)


def _joined(marks: Sequence[tuple[Style, float, float]]) -> Iterator[Bar]:
    for number, (style, top, bottom) in enumerate(marks):
        goes_on = number > 0 and marks[number - 1][0] is style and marks[number - 1][2] == top
        if goes_on:
            continue
        end = bottom
        for other, next_top, next_bottom in marks[number + 1 :]:
            if other is not style or next_top != end:
                break
            end = next_bottom
        yield Bar(style, top, end)


def _format(theme: Theme, each: Range, base: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = each.start, each.length
    form = QTextCharFormat()
    if each.style & Style.BOLD:
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontItalic(bool(each.style & Style.ITALIC))
    form.setFontUnderline(bool(each.style & Style.UNDERLINE) or bool(each.link))
    form.setFontStrikeOut(bool(each.style & Style.STRIKE))
    if each.style & Style.CODE:
        mono = theme.font("mono")
        form.setFontFamilies(mono.families() or [mono.family()])
        form.setProperty(QTextCharFormat.Property.FontPixelSize, mono.pixelSize())
    else:
        form.setProperty(QTextCharFormat.Property.FontPixelSize, base.pixelSize())
    if each.tone:
        form.setForeground(theme.colour(each.tone))
    elif each.style & Style.QUOTE and each.style & Style.MENTION and each.style & Style.BOLD:
        form.setForeground(theme.colour("customer"))
    elif each.link or each.style & Style.MENTION:
        form.setForeground(theme.colour("accent"))
    elif each.style & Style.QUOTE:
        form.setForeground(theme.colour("text2"))
    made.format = form
    return made


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def _is_pushed_right(line: QTextLine) -> bool:
    return line.naturalTextRect().left() > line.x() + 1
