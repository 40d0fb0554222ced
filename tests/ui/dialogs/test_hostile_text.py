"""Texts that want to be more than texts: no markup but ours, no request, nothing turned around."""

import asyncio
import contextlib
import socket

import pytest
from PySide6.QtGui import QDesktopServices, QTextCharFormat

from app.domain.dialog import Attachment, Author
from app.ui.dialogs.selection import Place
from tests.ui.dialogs.sources import Source, message

RLO, LRI, PDI = "\u202e", "\u2066", "\u2069"
CORPUS = [
    "<b>bold</b><script>alert(1)</script>",
    "<img src='http://evil.example/pixel.png'><img src=file:///etc/passwd>",
    "[img]http://evil.example/pixel.png[/img]",
    "[url=javascript:alert(1)]click[/url]",
    "[url=file:///etc/passwd]click[/url]",
    "[url=data:text/html,<script>]click[/url]",
    "[url=https://bank.example@evil.example/]bank[/url]",
    "[url=https://evil.example]https://bank.example[/url]",
    "[b][i][u][s]" * 3000,
    "[/b][/quote]" * 3000,
    "[quote]" * 2000 + "deep" + "[/quote]" * 2000,
    f"pay{RLO}gpj.exe{PDI}{LRI}x",
    "a\x00b\x07c\x1b[31mred",
    "\u0301" * 5000,
    "z" * 20_000,
    "\ud83d lone \udc00",
    "&lt;b&gt; &#0; &#8238; &amp;amp;",
    "\u2028\u2029\x85\x0b\x0c" * 200,
    "👩‍👩‍👧‍👦" * 800,
    "[size=900][color=#ff0000]huge[/color][/size]",
    "[send=/delete]press[/send][put=/x]put[/put][call=112]call[/call]",
    "[disk=1][icon=http://evil.example/i.png size=99]",
]


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


@pytest.mark.parametrize("author", [Author.CUSTOMER, Author.OPERATOR, Author.SYSTEM])
async def test_the_whole_corpus_is_drawn_and_nothing_is_asked_for(
    show_transcript, qtbot, trap, author
):
    texts = [trap.bait(text) for text in CORPUS]
    view = await show_transcript(Source([message(n, t, author) for n, t in enumerate(texts)]))
    for position in range(len(texts)):
        view.show_position(position)
        assert not view.grab().isNull()
    view.selection.select(Place(0, 0), Place(len(texts) - 1, 9))
    view.grab()
    await trap.knock()

    assert trap.visits() == 1, "only our own knock"
    assert trap.opened == []


@pytest.mark.parametrize("text", CORPUS)
async def test_only_web_links_can_be_clicked(show_transcript, text):
    view = await show_transcript(Source([message(0, text, Author.OPERATOR)]))
    row = view.rows.layout(0)
    links = [each.link for each in row.text.shown.ranges if each.link]

    assert all(link.startswith(("http://", "https://")) for link in links)
    assert not any("@" in link for link in links)


@pytest.mark.parametrize("text", CORPUS)
async def test_a_text_never_brings_images_or_other_sizes(show_transcript, text, theme):
    view = await show_transcript(Source([message(0, text, Author.OPERATOR)]))
    ranges = view.rows.layout(0).text.layout.formats()
    formats = [each.format for each in ranges]
    sizes = {theme.font("body").pixelSize(), theme.font("mono").pixelSize()}

    assert not any(form.isImageFormat() for form in formats)
    assert {form.intProperty(QTextCharFormat.Property.FontPixelSize) for form in formats} <= sizes
    assert not any(form.anchorHref() for form in formats)


@pytest.mark.parametrize("author", [Author.CUSTOMER, Author.OPERATOR])
async def test_nothing_turns_other_text_around(show_transcript, author):
    hostile = f"pay{RLO}gpj.exe"
    rows = [message(0, hostile, author, author_name=hostile, attachments=(
        Attachment(hostile, "https://lamp.example"),
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
