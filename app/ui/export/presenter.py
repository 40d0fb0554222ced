"""Writes transcripts for the dialog that asks: one file at a time, with its progress. No widget."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.dialog import DialogId
from app.domain.masking import Mask
from app.domain.transcript_export import Format, Wish
from app.services.zones import local_zone, zone_of
from app.ui.export.file_presenter import FilePresenter

if TYPE_CHECKING:
    from app.services.exporting import Exports

UTC = "UTC"


class ExportPresenter(FilePresenter):
    """Knows the time zone of this computer."""

    progressed = Signal(object, object)  # messages done, messages in all: may be more than 32 bits

    def __init__(self, exports: "Exports", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exports = exports
        self.zone = local_zone()[1]

    def export(
        self,
        path: str,
        form: Format,
        dialogs: Sequence[DialogId],
        masks: Collection[Mask],
        zone: str,
    ) -> None:
        """Write these dialogs to a file."""
        kept, name = local_zone() if zone == self.zone else (zone_of(zone), zone)
        wish = Wish(form, tuple(dialogs), kept, name, frozenset(masks))
        self.start(partial(self._export, wish, Path(path)))

    async def _export(self, wish: Wish, path: Path) -> None:
        written = await self._exports.write(wish, path, self.progressed.emit)
        self.written.emit(written, str(path))
