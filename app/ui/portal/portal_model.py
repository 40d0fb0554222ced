"""The portals that this program knows, as rows. The open one may be one that is not kept."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.links import neutral
from app.domain.portal import PortalKind, Profile
from app.ui.list_model import ListModel


@dataclass(frozen=True, slots=True)
class PortalRow:
    """A portal; `kept` is whether it is still known after the program has ended."""

    profile: Profile
    open: bool
    kept: bool


class PortalModel(ListModel[PortalRow]):
    """The portal used last on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PortalRow] = []

    def show_portals(self, profiles: tuple[Profile, ...], opened: Profile | None) -> None:
        """Show these, `opened` marked, whether it is among them or not."""
        rows = [PortalRow(each, open=False, kept=True) for each in reversed(profiles)]
        if opened is not None:
            rows = [
                PortalRow(opened, open=True, kept=True) if row.profile.key == opened.key else row
                for row in rows
            ]
        if opened is not None and not any(row.open for row in rows):
            rows.insert(0, PortalRow(opened, open=True, kept=False))
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> tuple[PortalRow, ...]:
        """All of them."""
        return tuple(self._rows)

    def tip(self, row: PortalRow) -> str:
        """Its whole address."""
        return row.profile.address

    def spoken(self, row: PortalRow) -> str:
        """Name, address, kind, and how it stands."""
        kind = {
            PortalKind.SANDBOX: self.tr("sandbox"),
            PortalKind.PRODUCTION: self.tr("production"),
        }[row.profile.kind]
        parts = [neutral(row.profile.name), host_of(row.profile), kind]
        if row.open:
            parts.append(self.tr("open now"))
        if row.profile.read_only:
            parts.append(self.tr("read only"))
        return ", ".join(parts)


def host_of(profile: Profile) -> str:
    """The portal's address without its scheme."""
    return profile.host
