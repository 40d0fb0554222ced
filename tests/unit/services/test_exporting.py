"""Transcripts leave the journal whole, harmless and, where wished, without who people are."""

import asyncio
import csv
import html.parser
import io
import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.dialog import Attachment, Author, Customer, Delivery, Edit, Message
from app.domain.masking import Mask
from app.domain.problem import Problem
from app.domain.transcript_export import Format, Wish
from app.services.export_markdown import neutral_line
from app.services.exporting import Exports
from app.services.failures import JournalDamaged
from app.services.journal import Journal
from app.services.notes import NoteKind, note_text
from app.services.transcript import Transcript

NOW = datetime(2026, 1, 2, 9, 22, 3, tzinfo=UTC)
RIGA = ZoneInfo("Europe/Riga")
HOSTILE = [
    "<script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>",
    "[URL=javascript:alert(1)]x[/URL] [IMG]http://evil.example/p.png[/IMG]",
    '=HYPERLINK("http://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "＠SUM(1)",
    'x";=1+1;"',
    "a,=1+1",
    "first\n=cmd|' /C calc'!A0",
    "![x](http://evil.example/p.png) [a](javascript:alert(1)) <b>&amp; # | ```",
    "\u202egnp.exe \u0000 \u2028 \ud800",
    "[b]Bold[/b] and [URL=https://lamp.example/a]a lamp[/URL]",
]


def everything(dialog):
    """Messages of every kind, then one for each hostile text."""
    told = Message(dialog, 0, Author.CUSTOMER, "Anna Kovaleva", "Call me: +37120000001", NOW)
    yield replace(told, delivery=Delivery.SENT, im=1, external_ids=("x-1",))
    yield replace(
        *(told,),
        position=1,
        author=Author.OPERATOR,
        author_name="Ann Lee",
        text="Hello Anna, write to ann@lamp.example",
        delivery=Delivery.READ,
        edits=(Edit(NOW, "Hello"), Edit(NOW + timedelta(seconds=5), "Hello Anna")),
    )
    file = Attachment("=lamp.png", "https://lamp.example/f?id=1", "image", 10)
    yield replace(told, position=2, text="", attachments=(file,), deleted_at=NOW)
    failed = Problem("NOT_ACTIVE_LINE", "Line is not active")
    yield replace(told, position=3, text="lost", delivery=Delivery.FAILED, problem=failed)
    for position, text in enumerate(HOSTILE, start=4):
        clean = text.encode("utf-8", "replace").decode()
        yield replace(told, position=position, text=clean, at=NOW + timedelta(days=1))


@pytest.fixture
async def journal(tmp_path):
    opened = await Journal.open(tmp_path / "journal.sqlite")
    yield opened
    await opened.close()


async def talk(journal, messages=everything, name="Anna Kovaleva", *, played=True):
    """A dialog with these messages; unless it is `played`, nobody here wrote as the customer."""

    def write(conn):
        transcript = Transcript(conn)
        dialog = transcript.begin("acme_shopchat", 42, f"conv-{name}", "u-1", name)
        anna = Customer("u-1", "Anna", "conv-1", "Kovaleva", "+37120000001", "anna@lamp.example")
        if played:
            transcript.set_customer(dialog.id, anna)
        for message in messages(dialog.id):
            transcript.append(message)
        return dialog.id

    return await journal.run(write)


@pytest.fixture
def exported(journal, tmp_path):
    """Export and read back."""

    async def export(form, *masks, messages=everything, played=True):
        number = await talk(journal, messages, played=played)
        target = tmp_path / f"talk.{form.value}"
        wish = Wish(form, (number,), RIGA, "Europe/Riga", frozenset(masks))
        exports = Exports(journal.path, lambda: "Lamp & <Co>", lambda: NOW)
        written = await exports.write(wish, target)
        return written, target.read_text(encoding="utf-8-sig")

    return export


async def test_json_holds_everything_in_the_wished_zone(exported):
    written, text = await exported(Format.JSON)
    found = json.loads(text)
    (dialog,) = found["dialogs"]
    first, second, third, fourth = dialog["messages"][:4]

    assert (found["version"], found["time_zone"], found["masked"]) == (1, "Europe/Riga", [])
    assert written.messages == len(dialog["messages"]) == 4 + len(HOSTILE)
    assert first["at"] == "2026-01-02T11:22:03+02:00"
    assert (first["delivery"], first["im"], first["external_ids"]) == ("sent", 1, ["x-1"])
    assert [edit["text"] for edit in second["edits"]] == ["Hello", "Hello Anna"]
    assert third["deleted_at"] == "2026-01-02T11:22:03+02:00"
    assert third["attachments"][0]["name"] == "=lamp.png"
    assert fourth["problem"] == {"code": "NOT_ACTIVE_LINE", "text": "Line is not active"}
    assert dialog["customer"]["phone"] == "+37120000001"


def operator_only(dialog):
    yield replace(list(everything(dialog))[1], position=0)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize(
    ("messages", "played", "said"),
    [(operator_only, False, True), (everything, False, False), (operator_only, True, False)],
)
async def test_only_a_dialog_whose_customer_was_never_told_says_so(
    exported, form, messages, played, said
):
    _, text = await exported(form, messages=messages, played=played)

    assert ("not told to this console" in text) is said


class Page(html.parser.HTMLParser):
    """What a browser would make of a page: its elements, and what they refer to."""

    def __init__(self):
        super().__init__()
        self.tags, self.references, self.handlers, self.text = set(), [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        named = ("href", "src", "srcset", "action", "data", "poster", "style", "background")
        self.references += [(tag, name, value) for name, value in attrs if name in named]

    def handle_data(self, data):
        self.text += data


async def test_html_runs_nothing_and_loads_nothing(exported):
    _, text = await exported(Format.HTML)
    page = Page()
    page.feed(text)

    assert page.tags <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "section"),
        *("div", "time", "bdi", "a", "b", "i", "u", "s", "code", "q", "em"),
    }
    assert page.handlers == []
    assert {(tag, name) for tag, name, _ in page.references} <= {("a", "href")}
    assert all(value.startswith(("http://", "https://")) for _, _, value in page.references)
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\(", text)
    assert "\u202e" not in text
    assert "<script>alert(1)</script>" in page.text, "it is shown as the text that it is"
    assert "Europe/Riga" in page.text
    assert ("a", "href", "https://lamp.example/a") in page.references


async def test_markdown_holds_no_markup_of_customers(exported):
    _, text = await exported(Format.MARKDOWN)

    assert "> Call me\\: \\+37120000001" in text
    assert not re.search(r"(?<!\\)[<>](?=\w)", text.replace("\n> ", "\n"))
    assert not re.search(r"(?<!\\)!\[|(?<!\\)\]\(", text)
    assert "**11:22:03 Ann Lee** (operator, read, edited)" in text
    assert "deleted 2026-01-02 11:22:03" in text
    assert "### 2026-01-03" in text


async def test_csv_has_a_row_for_each_message_and_no_formula(exported):
    written, text = await exported(Format.CSV)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert len(rows) == written.messages
    assert rows[0]["time"] == "2026-01-02T11:22:03+02:00"
    assert rows[1]["edited"].splitlines()[0].endswith("Hello")
    for cell in (value for row in rows for value in row.values()):
        assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠"), cell
        assert not re.search(r'[,;"\n\t] *[=+\-@]', cell), cell


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("separator", ["44", "59", "9", "44/59/9"])
async def test_libreoffice_finds_no_formula_however_it_reads_the_file(
    exported, tmp_path, separator
):
    """44: comma, 59: semicolon, 9: tab. In the document made of it a cell says what it is."""
    await exported(Format.CSV)
    options = f"CSV:{separator},34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--infilter=" + options, "--convert-to", "fods", "--outdir", str(tmp_path)]
    process = await asyncio.create_subprocess_exec(*command, str(tmp_path / "talk.csv"))
    async with asyncio.timeout(120):
        assert await process.wait() == 0
    document = (tmp_path / "talk.fods").read_text()

    assert "Call me" in document
    assert document.count("table:formula") == 0


@pytest.mark.parametrize("form", list(Format))
async def test_masks_leave_nothing_of_what_they_hide(exported, form):
    _, text = await exported(form, *Mask)
    for secret in ("Anna", "Kovaleva", "Ann Lee", "37120000001", "@lamp", "evil.example"):
        assert secret not in text.replace("\\", ""), secret
    assert "Customer 1" in text


def notes(dialog):
    """What colleagues did, of every kind; one of them has a name that is in many words."""
    values = dict.fromkeys(NoteKind, "Vera Zwei") | {
        NoteKind.EVENTS_MISSED: f"{NOW.isoformat()}/{NOW.isoformat()}",
        NoteKind.SESSION_STARTED: 18061234567,
        NoteKind.JOINED: "Xu",
    }
    for position, (kind, value) in enumerate(values.items()):
        yield Message(dialog, position, Author.SYSTEM, "", note_text(kind, value), NOW)


@pytest.mark.parametrize("form", list(Format))
async def test_colleagues_of_whom_only_notes_tell_are_masked_in_them(exported, form):
    _, text = await exported(form, *Mask, messages=notes)

    for name in ("Vera", "Zwei", "Xu"):
        assert name not in text
    assert "Operator 1" in text
    assert "18061234567" in text


async def test_what_is_not_masked_stays(exported):
    _, text = await exported(Format.JSON, Mask.PHONES)
    assert "37120000001" not in text
    assert "Anna Kovaleva" in text


MANY = 3_000


def many(dialog):
    for position in range(MANY):
        yield Message(dialog, position, Author.CUSTOMER, "Anna", f"message {position}", NOW)


async def test_who_gives_up_leaves_the_old_file_and_nothing_else(journal, tmp_path):
    number = await talk(journal, many)
    target = tmp_path / "talk.json"
    target.write_text("of yesterday")
    wish = Wish(Format.JSON, (number,), UTC, "UTC")
    begun = asyncio.Event()
    exports = Exports(journal.path, lambda: "Lamp", lambda: NOW)
    writing = asyncio.get_running_loop().create_task(
        exports.write(wish, target, lambda done, of: begun.set() if done else None)
    )
    await begun.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing

    assert target.read_text() == "of yesterday"
    assert [path.name for path in tmp_path.glob("*talk*")] == ["talk.json"]


async def test_the_loop_and_the_journal_go_on_meanwhile(journal, tmp_path):
    number = await talk(journal, many)
    steps, beats = [], 0
    wish = Wish(Format.HTML, (number,), UTC, "UTC")
    exports = Exports(journal.path, lambda: "Lamp", lambda: NOW)
    writing = asyncio.get_running_loop().create_task(
        exports.write(wish, tmp_path / "talk.html", lambda done, _: steps.append(done))
    )
    while not writing.done():
        await journal.run(lambda conn: conn.execute("UPDATE dialog SET unread = unread + 1"))
        beats += 1
    assert (await writing).messages == MANY
    assert beats > 1
    assert steps == sorted(steps)
    assert steps[-1] == MANY


async def test_no_other_file_of_the_person_is_touched(journal, tmp_path):
    number = await talk(journal)
    precious = tmp_path / "report.md.new"
    precious.write_text("precious")
    exports = Exports(journal.path, lambda: "Lamp", lambda: NOW)
    await exports.write(Wish(Format.MARKDOWN, (number,), UTC, "UTC"), tmp_path / "report.md")

    assert precious.read_text() == "precious"
    assert not list(tmp_path.glob(".report*"))


async def test_a_damaged_journal_is_told_as_that(tmp_path):
    path = tmp_path / "damaged.sqlite"
    journal = await Journal.open(path)
    number = await talk(journal)
    await journal.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"x" * 4096 * 20)
    exports = Exports(path, lambda: "Lamp", lambda: NOW)

    with pytest.raises(JournalDamaged):
        await exports.write(Wish(Format.CSV, (number,), UTC, "UTC"), tmp_path / "t.csv")


async def test_a_customer_has_one_stand_in_by_whichever_name(journal, tmp_path):
    number = await talk(journal)
    wish = Wish(Format.JSON, (number,), UTC, "UTC", frozenset({Mask.NAMES}))
    target = tmp_path / "t.json"
    await Exports(journal.path, lambda: "Lamp", lambda: NOW).write(wish, target)
    (dialog,) = json.loads(target.read_text())["dialogs"]

    assert dialog["name"] == dialog["customer"]["name"] == "Customer 1"
    assert "Customer 2" not in target.read_text()


def test_a_line_of_markdown_acts_on_no_terminal():
    assert neutral_line("a\x1b[31m\x0cred\x85 \u200d") == "a\ufffd\\[31m red  \u200d"


async def test_a_file_that_cannot_be_written_is_an_error_of_the_system(journal, tmp_path):
    number = await talk(journal)
    exports = Exports(journal.path, lambda: "Lamp", lambda: NOW)
    with pytest.raises(OSError, match="nowhere"):
        await exports.write(Wish(Format.CSV, (number,), UTC, "UTC"), tmp_path / "nowhere" / "t.csv")


async def test_dialogs_come_in_the_wished_order_and_one_that_is_gone_is_left_out(journal, tmp_path):
    first, second = await talk(journal, name="one"), await talk(journal, name="two")
    wish = Wish(Format.JSON, (second, first, 99), UTC, "UTC")
    exports = Exports(journal.path, lambda: "Lamp", lambda: NOW)
    written = await exports.write(wish, tmp_path / "t.json")
    names = [each["name"] for each in json.loads((tmp_path / "t.json").read_text())["dialogs"]]

    assert (names, written.dialogs) == (["two", "one"], 2)
