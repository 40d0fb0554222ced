"""Rows with dates at the ends of the calendar, and painting that fails."""

import time
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.services.dialogs import Dialogs
from app.ui.dialogs.list_words import ListWords
from tests.helpers.desk import messages


@pytest.fixture(params=["Europe/Riga", "America/New_York"])
def zone(request, monkeypatch):
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59.000000+00:00", "0001-01-01T00:00:00+00:00"])
async def test_rows_at_the_ends_of_the_calendar_are_shown(page, dialog, desk, until, zone, at):
    edits = f'[{{"at":"{at}","text":"before"}}]'

    def spoil(conn):
        conn.execute("UPDATE message SET at = ?, deleted_at = ?, edits = ?", (at, at, edits))
        conn.execute("UPDATE dialog SET last_at = ?, waiting_since = ?", (at, at))

    await desk.journal.run(spoil)
    again = await Dialogs.load(desk.journal)
    desk.dialogs.dialog_changed.emit(again.get(dialog.id))
    page.take(None)
    page.take(dialog.id)
    await until(lambda: page.transcript_model.count() >= 2)
    page.grab()

    shown = await messages(desk, dialog.id)
    assert all(1970 <= each.at.year <= 2200 for each in shown)
    assert all(edit.at < datetime(2201, 1, 1, tzinfo=UTC) for m in shown for edit in m.edits)


async def test_a_row_that_cannot_be_painted_leaves_its_painter_as_it_was(page, dialog, monkeypatch):
    def fail(*_args):
        raise OverflowError("date value out of range")

    monkeypatch.setattr(ListWords, "when", fail)
    view, image = page.pane.list, QImage(300, 72, QImage.Format.Format_ARGB32)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    with QPainter(image) as painter:
        font = painter.font()
        with pytest.raises(OverflowError):
            view.itemDelegate().paint(painter, option, view.model().index(0, 0))
        assert painter.font() == font
    assert not painter.isActive()
