"""Texts that want to be more than texts: no markup but ours, no request, nothing turned around."""

import asyncio
import contextlib
import re
import socket
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QModelIndex, QPointF
from PySide6.QtGui import QDesktopServices, Qt, QTextCharFormat
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from app.bitrix.wire import whole
from app.domain.dialog import (
    Attachment,
    Author,
    Customer,
    Delivery,
    Dialog,
    DialogId,
    DialogState,
    Edit,
)
from app.domain.problem import Problem
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.hints import hint_at
from app.ui.dialogs.message_card import MessageCard
from app.ui.dialogs.message_menu import MessageEntries
from app.ui.dialogs.row_builder import RowBuilder
from app.ui.dialogs.row_layout import Facts
from app.ui.dialogs.selection import Place
from app.ui.dialogs.transcript_accessible import SpokenWords
from app.ui.dialogs.words import Words
from app.ui.model_rows import ROW
from app.ui.tasks import Tasks
from tests.helpers.hostile_texts import HOSTILE_TEXTS, RLO, TURNING
from tests.ui.dialogs.conftest import is_loaded
from tests.ui.dialogs.sources import BEGIN, Source, message

AUTHORS = (Author.CUSTOMER, Author.OPERATOR, Author.BOT, Author.SYSTEM)
#: What our own tooltips are made of.
PIXELS = QTextCharFormat.Property.FontPixelSize
DRAWN = re.compile("<(?:img|a|table|object)[ >]")
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
OWN_MARKUP = re.compile(r"</?p>|<br>")


class Trap:
    """A server on this machine that every address of the corpus leads to, and the browser."""

    def __init__(self, monkeypatch):
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.opened = []
        monkeypatch.setattr(QDesktopServices, "openUrl", self.opened.append)

    def bait(self, text):
        """The text with our address in the place of the foreign one."""
        return text.replace("evil.example", "{}:{}".format(*self._server.getsockname()))

    async def knock(self):
        """Visit it ourselves: whatever had begun before has arrived by then."""
        _, writer = await asyncio.open_connection(*self._server.getsockname())
        writer.close()
        await writer.wait_closed()

    def visits(self):
        """How many connections came, from Qt or Python, since it was asked last."""
        count = 0
        with contextlib.suppress(BlockingIOError):
            while True:
                self._server.accept()[0].close()
                count += 1
        return count

    def close(self):
        self._server.close()


@pytest.fixture
def trap(monkeypatch):
    made = Trap(monkeypatch)
    yield made
    made.close()


def hostile(texts, author=None):
    """Messages that are hostile in everything that somebody else can choose."""
    return [
        message(
            n,
            text,
            author or AUTHORS[n % 4],
            delivery=Delivery.DELIVERED,
            author_name=text,
            attachments=(Attachment(text, text, "image", -n),) if n % 3 == 0 else (),
            edits=(Edit(BEGIN, texts[n - 1]),) if n % 5 == 0 else (),
            deleted_at=BEGIN if n % 7 == 0 else None,
            deleted_by=text if n % 7 == 0 else "",
            problem=Problem(text[:60], text) if n % 11 == 0 else None,
        )
        for n, text in enumerate(texts)
    ]


async def test_500_hostile_texts_are_drawn_and_nothing_is_asked_for(show_transcript, trap, until):
    texts = [trap.bait(text) for text in HOSTILE_TEXTS]
    view = await show_transcript(Source(hostile(texts)))
    for position in range(len(texts)):
        if position % 5 == 0:
            view.rows.toggle_edits(position)
        if position % 7 == 0:
            view.rows.toggle_deleted(position)
    for position in range(len(texts)):
        if position % 4 == 0:
            view.set_focused(position)
            await until(lambda: is_loaded(view))
            assert not view.grab().isNull()
        assert view.rows.layout(position) is not None
    view.selection.select(Place(0, 0), Place(len(texts) - 1, 9))
    view.grab()
    await trap.knock()

    assert len(HOSTILE_TEXTS) == 500
    assert trap.visits() == 1, "only our own knock"
    assert trap.opened == []


@pytest.mark.parametrize("author", AUTHORS)
def test_a_text_brings_no_images_no_sizes_no_other_links_and_nothing_that_turns(theme, author):
    builder = RowBuilder(theme, Words(), FileCards(None, Tasks()).view)
    builder.set_width(700)
    sizes = {theme.font(role).pixelSize() for role in ("body", "mono", "small", "caption")}
    for sent in hostile(HOSTILE_TEXTS, author):
        row = builder.build(Facts(sent, shows_edits=True, shows_deleted=True))
        shown = [box.shown.text for box in row.boxes]
        shown += [words for card in row.cards for words in (card.name, card.view.note)]
        links = [each.link for box in row.boxes for each in box.shown.ranges if each.link]
        ranges = [each for box in row.boxes for each in box.layout.formats()]
        formats = [each.format for each in ranges]

        assert not any(mark in text for text in shown for mark in TURNING)
        assert all(link.startswith(("http://", "https://")) for link in links)
        assert not any("@" in urlsplit(link).netloc for link in links)
        assert not any(form.isImageFormat() or form.anchorHref() for form in formats)
        assert {form.intProperty(PIXELS) for form in formats} <= sizes
        assert not any(card.view.action == "load" for card in row.cards)


def test_what_a_screen_reader_is_told_turns_nothing_around(theme):
    words = SpokenWords()
    for sent in hostile(HOSTILE_TEXTS):
        told = words.message(sent, sent.position)

        assert not any(mark in told for mark in TURNING), sent.text


def risky(widget):
    """Texts of a widget that Qt would read as markup, without what is our own."""
    found = []
    tip = widget.toolTip()
    if Qt.mightBeRichText(tip) and "<" in OWN_MARKUP.sub("", tip):
        found.append(tip)
    if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
        found += [widget.text()] if Qt.mightBeRichText(widget.text()) else []
    if isinstance(widget, QTextEdit):
        found += DRAWN.findall(widget.toHtml())
    return [text for text in found if text]


@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.slow)])
async def test_500_hostile_dialogs_are_only_text_on_the_whole_page(page, desk, trap, every):
    texts = [trap.bait(text) for text in HOSTILE_TEXTS[::every]]
    dialogs = [
        Dialog(
            *(DialogId(n + 1), text, n, text, text, text, DialogState.OPEN, 7, 8, text),
            last_text=text,
            last_author=AUTHORS[n % 4],
            last_at=BEGIN,
        )
        for n, text in enumerate(texts)
    ]
    desk.dialogs._dialogs.update({each.id: each for each in dialogs})
    for each in dialogs:
        desk.dialogs.dialog_changed.emit(each)
    page.panes_box.show_details(shown=True)
    for number, each in enumerate(dialogs):
        customer = Customer(each.user, each.user, each.user, each.user, each.user, each.user)
        page.conversation.show_dialog(each)
        page.details.show_dialog(each, customer)
        await asyncio.sleep(0)
        widgets = [*page.details.findChildren(QLabel), *page.details.findChildren(QTextEdit)]
        widgets += page.conversation.heading.findChildren(QWidget)
        if number % 50 == 0:
            page.pane.choose(each.id)
            page.grab()
            widgets = [page, *page.findChildren(QWidget)]
        for widget in widgets:
            assert not risky(widget)
            assert not any(mark in widget.accessibleName() for mark in TURNING)
    await trap.knock()

    assert trap.visits() == 1, "only our own knock"
    assert trap.opened == []


async def keep_lamps(desk, texts):
    """A dialog for each text, that is hostile in everything and speaks of a lamp."""

    def write(transcript):
        for number, text in enumerate(texts):
            begun = transcript.begin("acme_shop", 42, f"{number}-{text}", text, text)
            sent = message(
                *(0, f"lamp {text}", AUTHORS[number % 3]),
                author_name=text,
                attachments=(Attachment(text, text),),
            )
            around = replace(sent, text=text, attachments=())
            for each in (around, sent, around):
                transcript.append(replace(each, dialog=begun.id))

    await desk.dialogs.write(write)


async def answered(page, until, asked):
    page.finder.panel.field.setText(asked)
    page.finder.presenter.ask_now()
    await until(lambda: not page.finder.presenter.is_waiting)
    await until(lambda: not page.tasks.is_busy("search"))


async def test_500_hostile_texts_are_only_text_in_the_results_of_a_search(page, desk, trap, until):
    texts = [whole(trap.bait(text)) for text in HOSTILE_TEXTS]
    await keep_lamps(desk, texts)
    panel, results = page.finder.panel, page.finder.presenter.results
    page.finder.open()
    await answered(page, until, "lamp")
    while results.canFetchMore(QModelIndex()):
        results.fetchMore(QModelIndex())
        await until(lambda: not page.tasks.is_busy("search"))
    rows = [results.index(row) for row in range(results.rowCount())]
    for index in rows[::8]:
        panel.list.scrollTo(index)
        panel.list.viewport().grab()
    said = [index.data(role) for index in rows for role in SPOKEN]
    shown = [index.data(ROW) for index in rows]
    parts = [part for row in shown for part in (row.title, row.before, row.after, row.place)]
    lines = [part.text for part in parts]

    assert len(rows) == len(texts)
    assert not any(mark in text for text in (*said, *lines) for mark in TURNING)
    assert not any("\n" in line for line in lines)
    assert not any(index.data(Qt.ItemDataRole.ToolTipRole) for index in rows)
    await trap.knock()
    assert trap.visits() == 1, "only our own knock"
    assert trap.opened == []


@pytest.mark.parametrize("every", [10, pytest.param(1, marks=pytest.mark.slow)])
async def test_hostile_words_can_be_searched_for(page, desk, trap, until, every):
    panel = page.finder.panel
    page.finder.open()
    for text in HOSTILE_TEXTS[::every]:
        await answered(page, until, trap.bait(f"{text[:2000]} chandelier"))
        panel.grab()
        for widget in panel.findChildren(QWidget):
            assert not risky(widget)
        assert not any(mark in panel.nothing.text.text() for mark in TURNING)
    await trap.knock()

    assert trap.visits() == 1, "only our own knock"


@pytest.mark.parametrize("start", range(0, 500, 50))
async def test_tooltips_menus_and_cards_of_hostile_messages_are_only_text(
    show_transcript, theme, start
):
    view = await show_transcript(Source(hostile(HOSTILE_TEXTS[start : start + 10])))
    entries = MessageEntries(view.cards)
    for position in range(10):
        view.set_focused(position)
        row = view.rows.layout(position)
        for y in range(0, min(row.height, 300), 8):
            for x in (60, 200, 500):
                tip = hint_at(view.words, row, QPointF(x, y))
                assert "<" not in OWN_MARKUP.sub("", tip)
        for entry in entries.of(view.model.message(position)):
            assert not any(mark in entry.text for mark in TURNING)
        card = MessageCard(view, view.model.message(position), view.words, theme)
        assert not any(risky(each) for each in card.findChildren(QWidget))
        card.deleteLater()


@pytest.mark.parametrize("author", [Author.CUSTOMER, Author.OPERATOR])
async def test_nothing_turns_other_text_around(show_transcript, author):
    turned = f"pay{RLO}gpj.exe"
    rows = [message(0, turned, author, author_name=turned, attachments=(
        Attachment(turned, "https://lamp.example"),
    ))]  # fmt: skip
    view = await show_transcript(Source(rows))
    row = view.rows.layout(0)
    shown = [box.shown.text for box in row.boxes] + [card.name for card in row.cards]

    assert not any(RLO in text for text in shown)


async def test_a_hostile_name_and_a_hostile_file_are_text(show_transcript):
    name = "<img src=http://evil.example/x>"
    rows = [message(0, "", Author.OPERATOR, author_name=name, attachments=(
        Attachment(name, "javascript:alert(1)", size=-1),
    ))]  # fmt: skip
    view = await show_transcript(Source(rows))
    row = view.rows.layout(0)

    assert row.boxes[0].shown.text == name
    assert row.cards[0].name == name
