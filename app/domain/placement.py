"""Pages of the application inside the portal, and what is to be thought of each. Asks nobody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.connector import FieldProblem, Registration
from app.domain.handler_address import likeness
from app.domain.rules import check_handler

TILE, SETTINGS = "CONTACT_CENTER", "SETTING_CONNECTOR"
LONGEST_TITLE = 255


@dataclass(frozen=True, slots=True)
class Placement:
    """A row of `placement.get`. `titles` are by language; `title` is what the portal shows."""

    id: int
    code: str
    handler: str
    title: str = ""
    description: str = ""
    titles: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """A row that `imconnector.register` made. `connectors` use it; none of those that this console
    registered when it was `left_behind` by a registration with another address.
    """

    placement: Placement
    connectors: tuple[str, ...]

    @property
    def left_behind(self) -> bool:
        """Whether no connector registered here uses it any more."""
        return not self.connectors


def settings_pages(
    rows: Iterable[Placement], registrations: Iterable[Registration]
) -> tuple[SettingsPage, ...]:
    """Which connectors use which settings page."""
    known = tuple(registrations)
    return tuple(
        SettingsPage(row, tuple(each.id for each in known if each.handler == row.handler))
        for row in rows
        if row.code == SETTINGS
    )


def left_by(registration: Registration, pages: Iterable[SettingsPage]) -> tuple[SettingsPage, ...]:
    """The pages that a connector had at earlier addresses, by what they are called: those of
    connectors that are registered elsewhere may look just as left behind.
    """
    return tuple(
        each
        for each in pages
        if each.left_behind
        and (
            each.placement.title == registration.name
            or likeness(each.placement.handler, registration.handler)
        )
    )


def check_tile(
    handler: str, titles: Mapping[str, str], known: Sequence[Placement]
) -> list[FieldProblem]:
    """What keeps a tile from being bound. A tile without a title is called as the application."""
    problems = []
    unsound = check_handler(handler)
    if unsound is not None:
        problems.append(replace(unsound, field="HANDLER"))
    elif any((row.code, row.handler) == (TILE, handler.strip()) for row in known):
        problems.append(FieldProblem("HANDLER", "TILE_ALREADY"))
    for language, title in titles.items():
        if len(title) > LONGEST_TITLE:
            problems.append(FieldProblem(f"TITLE.{language}", "NAME_TOO_LONG"))
    return problems
