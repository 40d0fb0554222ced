"""A transcript as one HTML file: no script, nothing loaded, what people wrote is text.

A policy inside the file forbids every request besides, should a reader find a way to one.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

from app.domain.dialog import Author, Delivery, Message
from app.domain.links import neutral, without_overrides
from app.domain.markup import parse
from app.domain.markup_values import Span, Style
from app.domain.transcript_export import HALF, About, Talk, one_line

_TAGS = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.UNDERLINE: "u",
    Style.STRIKE: "s",
    Style.CODE: "code",
    Style.QUOTE: "q",
    Style.MENTION: "em",
}
_CSS = """
:root{color-scheme:light dark;--bg:#fff;--text:#1b2430;--soft:#5b6673;--left:#eef1f5;
--right:#e3effd}
@media(prefers-color-scheme:dark){:root{--bg:#161b22;--text:#e6e9ee;--soft:#9aa5b1;--left:#242b35;
--right:#173252}}
body{background:var(--bg);color:var(--text);font:15px/1.45 system-ui,sans-serif;margin:0 auto;
max-width:860px;padding:24px}
h1{font-size:22px}h2{font-size:18px;margin:40px 0 4px}h3{color:var(--soft);font-size:13px;
text-align:center}
.about,.head,.edit,.file{color:var(--soft);font-size:13px}
.m{border-radius:8px;margin:8px 0;max-width:80%;overflow-wrap:anywhere;padding:8px 12px}
.customer{background:var(--left)}.operator,.bot{background:var(--right);margin-left:auto}
.system{background:none;color:var(--soft);margin:8px auto;text-align:center}
.text{white-space:pre-wrap}.deleted .text{text-decoration:line-through}
q{border-left:3px solid var(--soft);padding-left:8px;quotes:none}
""".replace("\n", "")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_QUIET = (Delivery.NONE, Delivery.RECEIVED)


class HtmlForm:
    """Bubbles as in the window; light and dark as the reader's system."""

    def __init__(self) -> None:
        self._day: date | None = None

    def begin(self, about: About) -> str:
        """The head, the style and what the file is."""
        title = f"Transcript: {_line(about.portal)}"
        masked = f" Masked: {', '.join(mask.value for mask in about.masks)}." if about.masks else ""
        made = about.made_at.strftime("%Y-%m-%d %H:%M")
        said = f"{about.dialogs} dialogs, taken out {made}. Times are in {_line(about.zone_name)}."
        return (
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            '<meta name="viewport" content="width=device-width"><meta name="referrer" '
            f'content="no-referrer"><title>{title}</title><style>{_CSS}</style></head>\n'
            f'<body><h1>{title}</h1><p class="about">{said}{masked}</p>\n'
        )

    def open(self, talk: Talk) -> str:
        """Who and where."""
        self._day, it = None, talk.dialog
        place = [f"connector {it.connector}", f"line {it.line}", f"chat {it.chat}"]
        place += [f"session {it.session}"] if it.session is not None else []
        place += [f"operator {it.operator}"] if it.operator else []
        about = _line(", ".join([*place, it.state.value]))
        name = _line(it.name) or "—"
        half = f'<p class="about">{escape(HALF)}</p>\n' if talk.half else ""
        return f'<section><h2 dir="auto">{name}</h2><p class="about">{about}</p>\n{half}'

    def message(self, message: Message) -> str:
        """A bubble."""
        day = f"<h3>{message.at:%Y-%m-%d}</h3>\n" if message.at.date() != self._day else ""
        self._day = message.at.date()
        gone = " deleted" if message.deleted_at is not None else ""
        return (
            f'{day}<div class="m {message.author.value}{gone}"><div class="head">{_head(message)}'
            f'</div><div class="text" dir="auto">{_rich(message.text)}</div>'
            f"{''.join(_extras(message))}</div>\n"
        )

    def close(self) -> str:
        """The end of a dialog."""
        return "</section>\n"

    def end(self) -> str:
        """The end of the file."""
        return "</body></html>\n"


def _head(message: Message) -> str:
    moment = f'<time datetime="{message.at.isoformat()}">{message.at:%H:%M:%S}</time>'
    who = _line(message.author_name) or message.author.value
    role = "" if message.author is Author.SYSTEM else f" · {message.author.value}"
    marks = [] if message.delivery in _QUIET else [message.delivery.value]
    if message.deleted_at is not None:
        marks.append(f"deleted {message.deleted_at:%Y-%m-%d %H:%M:%S}")
    marks += [_line(message.problem.code)] if message.problem is not None else []
    return f"{moment} <bdi>{who}</bdi>{role}{''.join(f' · {mark}' for mark in marks)}"


def _extras(message: Message) -> Iterator[str]:
    for edit in message.edits:
        when = f"{edit.at:%Y-%m-%d %H:%M:%S}"
        yield f'<div class="edit" dir="auto">until {when}: {_rich(edit.text)}</div>'
    for file in message.attachments:
        size = f", {file.size} bytes" if file.size is not None else ""
        name = f"<bdi>{_line(file.name)}</bdi> ({_line(file.kind)}{size})"
        yield f'<div class="file">{name} {_line(file.url)}</div>'


def _rich(text: str) -> str:
    """Bold stays bold and a link a link; everything else is text."""
    rich = parse(text)
    pieces, position = [], 0
    for span in rich.spans:
        pieces.append(_text(rich.text[position : span.start]))
        pieces.append(_span(rich.text[span.start : span.end], span))
        position = span.end
    return "".join([*pieces, _text(rich.text[position:])])


def _span(text: str, span: Span) -> str:
    inner = _text(text)
    for style, tag in _TAGS.items():
        if style in span.style:
            inner = f"<{tag}>{inner}</{tag}>"
    if not span.link:
        return inner
    where = "" if text.strip() == span.link else f" ({_line(span.link)})"
    return f'<a href="{escape(span.link)}" rel="noreferrer noopener nofollow">{inner}</a>{where}'


def _text(text: str) -> str:
    lines = without_overrides(text).split("\n")
    return escape("\n".join(neutral(line) for line in lines))


def _line(text: str) -> str:
    return escape(neutral(one_line(text)))
