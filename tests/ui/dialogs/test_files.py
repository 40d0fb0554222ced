"""The cards of files: nothing is loaded, shown or opened by itself."""

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.bitrix.connection import open_http
from app.domain.dialog import Attachment
from app.services.downloads import Downloads
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.pictures import PREVIEW, PictureRefusedError, read_picture
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.dialogs.transcript_view import TranscriptView
from app.ui.tasks import Tasks
from tests.helpers.attachments import HOST, NAMES, PICTURES, SERVED, png, stream
from tests.ui.dialogs.conftest import is_loaded
from tests.ui.dialogs.sources import DIALOG, Source, many, message


class Shown:
    """A transcript whose files lie on a server of the test."""

    def __init__(self, view, cards, asked):
        self.view, self.cards, self.asked = view, cards, asked

    def card(self, position=0, number=0):
        return self.view.rows.layout(position).cards[number]


@pytest.fixture
async def show(qtbot, theme, until, tmp_path, monkeypatch):
    opened, asked, contents = [], [], {}
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)

    def answer(request):
        asked.append(request.url.path)
        return httpx.Response(200, content=stream(contents[request.url.path.lstrip("/")]))

    tasks = Tasks()
    async with open_http(transport=httpx.MockTransport(answer)) as http:
        downloads = Downloads(http, tmp_path / "files")

        async def made(rows, **files):
            contents.update({name.replace("_", "."): data for name, data in files.items()})
            cards = FileCards(downloads, tasks)
            view = TranscriptView(TranscriptModel(Source(rows), tasks), theme, tasks, cards)
            qtbot.addWidget(view)
            view.resize(720, 600)
            view.show()
            view.model.show_dialog(DIALOG)
            await until(lambda: view.model.is_open and is_loaded(view))
            return Shown(view, cards, asked)

        yield made
        await tasks.close()
        await downloads.close()
    assert opened == []


def picture(name="cracked.png", size=None):
    return Attachment(name, f"{HOST}{name}", "image", size)


async def test_a_picture_is_shown_only_after_it_was_asked_for(show, until):
    shown = await show([message(0, "Look", attachments=(picture(),))], cracked_png=png(40, 30))
    before = shown.card().view
    quiet = list(shown.asked)
    shown.cards.load(picture())
    await until(lambda: shown.card().view.picture is not None)

    assert quiet == []
    assert (before.note, before.label, before.picture) == ("not loaded", "Load", None)
    assert shown.card().view.label == "Save as…"
    assert shown.card().rect.height() > 48


async def test_a_click_on_load_loads_and_one_beside_it_does_not(show, qtbot, until):
    shown = await show([message(0, "Look", attachments=(picture(),))], cracked_png=png(4, 3))
    asked = []
    shown.view.action_asked.connect(lambda position, act: asked.append((position, act)))
    place, card = shown.view.window_rows.placed[0], shown.card()
    for spot in (card.words.center(), card.link.center()):
        point = spot.toPoint()
        point.setY(point.y() + place.y)
        qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert asked == [(0, "load:0")]


async def test_a_size_that_was_a_lie_is_told(show, until):
    file = Attachment("a.png", f"{HOST}a.png", "file", 10)
    shown = await show([message(0, attachments=(file,))], a_png=b"x" * 5000)
    shown.cards.load(file)
    await until(lambda: "loaded" in shown.card().view.note and shown.card().view.warns)

    assert shown.card().view.note == "4.9 KB, was said to be 10 B · loaded"


async def test_what_is_no_picture_inside_says_so_and_can_still_be_saved(show, until):
    shown = await show([message(0, attachments=(picture("a.png"),))], a_png=b"<html></html>")
    shown.cards.load(picture("a.png"))
    await until(lambda: "is no picture inside" in shown.card().view.note)

    assert shown.card().view.picture is None
    assert shown.card().view.action == "save"


async def test_rows_above_stay_where_they_are_when_a_picture_comes(show, until):
    rows = many(60)
    rows[50] = message(50, "Look", attachments=(picture(),))
    shown = await show(rows, cracked_png=png(400, 300))
    shown.view.window_rows.go_to(46, 20)
    shown.view.arrange()
    await until(lambda: is_loaded(shown.view))
    shown.cards.load(picture())
    await until(lambda: shown.card(50).view.picture is not None)
    shown.view.arrange()

    assert shown.view.window_rows.find(46).y == 20


@pytest.mark.parametrize(("name", "content", "reason"), PICTURES)
def test_only_plain_pictures_of_a_bearable_size_are_decoded(tmp_path, name, content, reason):
    path = tmp_path / "file"
    path.write_bytes(content)
    if reason:
        with pytest.raises(PictureRefusedError) as refused:
            read_picture(path)
        assert refused.value.reason == reason
    else:
        image = read_picture(path)
        assert image.width() <= PREVIEW.width()
        assert image.height() <= PREVIEW.height()


async def test_the_name_for_saving_is_harmless(show, qtbot, until, monkeypatch):
    from app.ui.dialogs.file_actions import FileActions
    from app.ui.dialogs.link_opener import LinkOpener

    shown = await show([message(0)])
    tasks = Tasks()
    acts = FileActions(shown.view, shown.cards, LinkOpener(shown.view, tasks), tasks)
    monkeypatch.setattr(QFileDialog, "open", lambda self: names.append(self.selectedFiles()))
    names = []
    acts.do("save", message(0, attachments=(Attachment("../../con.txt", HOST),)), "0")
    await tasks.close()

    assert names[0][0].endswith("/_con.txt")


def test_the_corpus_holds_60_attachments_and_more():
    assert len(NAMES) + len(SERVED) + len(PICTURES) >= 60
