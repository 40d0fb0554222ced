"""What a marked-up text is made of, once it is read."""

from dataclasses import dataclass
from enum import IntFlag


class Style(IntFlag):
    """How a range looks; values can be combined."""

    NONE = 0
    BOLD = 1
    ITALIC = 2
    UNDERLINE = 4
    STRIKE = 8
    CODE = 16
    QUOTE = 32
    MENTION = 64


@dataclass(frozen=True, slots=True)
class Span:
    """A range of the text that looks different. `link` is empty or a safe http(s) address."""

    start: int
    length: int
    style: Style = Style.NONE
    link: str = ""

    @property
    def end(self) -> int:
        """The position behind the range."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Rich:
    """Text and its ranges, in order and without overlap. Positions count Python's characters."""

    text: str
    spans: tuple[Span, ...] = ()
