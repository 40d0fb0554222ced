"""What a page is given, and what a page is. Knows no HTTP and no template engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from app.sandbox.keeping.house import House
from app.sandbox.params import to_int
from app.sandbox.portal import Portal
from app.sandbox.workplace.looks import Times
from app.sandbox.workplace.words import Words


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody looks at a page: whose portal, in which language, what the address asks for.

    origin: the address by which he knows it. problem: why the last act was refused; typed: what
    was in its form.
    """

    house: House
    words: Words
    path: str
    query: Mapping[str, str]
    origin: str = ""
    problem: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def portal(self) -> Portal:
        """The portal."""
        return self.house.portal

    @property
    def times(self) -> Times:
        """Moments as this reader sees them."""
        return Times(self.portal, self.words)

    def text(self, name: str) -> str:
        """A parameter of the address."""
        return self.query.get(name, "")

    def number(self, name: str) -> int:
        """A parameter as a number; 0 when it is none."""
        return to_int(self.query.get(name, ""))

    def said(self, name: str) -> str:
        """What was in a field of the form that was refused."""
        return self.typed.get(name, "")

    def link(self, path: str = "", **changes: Any) -> str:
        """This address with other parameters; an empty one goes. Another path takes none along."""
        kept = dict(self.query) if path in ("", self.path) else {}
        params = {k: str(v) for k, v in {**kept, **changes}.items() if v not in ("", None, 0)}
        return address(path or self.path, params)


def address(path: str, params: Mapping[str, str]) -> str:
    """A path with parameters."""
    query = urlencode(params, errors="replace")
    return f"{path}?{query}" if query else path


@dataclass(frozen=True, slots=True)
class Slice:
    """A page of a long list."""

    rows: list[Any]
    total: int
    number: int
    last: int

    @classmethod
    def of(cls, rows: list[Any], number: int, size: int) -> "Slice":
        """The `number`th page, counted from 1; the nearest that there is."""
        last = max(1, -(-len(rows) // size))
        number = min(max(number, 1), last)
        return cls(rows[(number - 1) * size : number * size], len(rows), number, last)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template, what the template is given, and its parts that are kept fresh."""

    name: str
    template: str
    build: Callable[[Visit], dict[str, Any]]
    parts: tuple[str, ...] = ()


class Missing(Exception):
    """What the address asks for is not there."""
