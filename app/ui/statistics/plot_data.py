"""What a plot shows: slots from left to right, series of values, gaps. Knows no Qt."""

from dataclasses import dataclass

from app.domain.dialog import DialogId

#: Letters of a name that is one word.
_BEGINNING = 3
_COUNTING, _MEASURING = (1, 2, 2.5, 4, 5, 8, 10), (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place on the horizontal axis. `label` stands below it, `name` is the whole of it, `said`
    a sentence with its figures for the tooltip and for screen readers.
    """

    label: str
    name: str
    said: str
    dialogs: tuple[DialogId, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each slot; None where there is nothing to tell."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A time without events: from one place on the axis to another. A slot reaches from half a
    place before its number to half a place after it.
    """

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Chart:
    """`stacked`: bars on top of each other; else lines, or only their marks where slots do not
    follow each other (not `joined`). `target` is a height, `aim` its words.
    """

    slots: tuple[Slot, ...] = ()
    series: tuple[Series, ...] = ()
    gaps: tuple[Unread, ...] = ()
    stacked: bool = True
    joined: bool = True
    target: float | None = None
    aim: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no figure at all."""
        return not any(value for each in self.series for value in each.values)

    @property
    def top(self) -> float:
        """The highest place that is drawn, without the target."""
        if self.stacked:
            heights = [sum(each.values[i] or 0 for each in self.series) for i in self.places]
        else:
            heights = [value for each in self.series for value in each.values if value is not None]
        return max(heights, default=0.0)

    @property
    def places(self) -> range:
        """The numbers of the slots."""
        return range(len(self.slots))


def steps(top: float, *, whole: bool) -> tuple[float, ...]:
    """Heights for lines across a plot: from 0 to at least `top`, three to five of them, at round
    numbers. `whole`: no fractions between them.
    """
    wanted = max(top, 1.0 if whole else 1e-9) / 4
    size = 10.0 ** (len(str(int(wanted))) - 1) if wanted >= 1 else 1.0
    while size > wanted:
        size /= 10
    factors = _COUNTING if whole else _MEASURING
    step = next(size * factor for factor in factors if size * factor >= wanted)
    if whole:
        step = max(1.0, float(-(-step // 1)))
    count = max(1, int(-(-top // step)))
    return tuple(step * place for place in range(count + 1))


def initials(name: str) -> str:
    """Of a person; the beginning of what has one word."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    parts = [word for word in words if word]
    return parts[0][:_BEGINNING] if len(parts) == 1 else "".join(word[0] for word in parts[:2])
