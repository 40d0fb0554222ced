"""A transcript as Markdown, for reading and for a ticket. What people wrote is never markup."""

import re
from datetime import date

from app.domain.dialog import Delivery, Message
from app.domain.links import neutral, without_overrides
from app.domain.markup import plain
from app.domain.transcript_export import HALF, About, Talk, one_line

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&:=@])")
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
#: Those that a terminal acts on.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_QUIET = (Delivery.NONE, Delivery.RECEIVED)


class MarkdownForm:
    """A heading for each dialog and each day, a quotation for each message."""

    def __init__(self) -> None:
        self._day: date | None = None

    def begin(self, about: About) -> str:
        """The title and what the file is."""
        masked = f" Masked: {', '.join(mask.value for mask in about.masks)}." if about.masks else ""
        made = about.made_at.strftime("%Y-%m-%d %H:%M")
        said = f"{about.dialogs} dialogs, taken out {made}. Times are in {about.zone_name}.{masked}"
        return f"# Transcript: {_escape(one_line(about.portal))}\n\n{_escape(said)}\n"

    def open(self, talk: Talk) -> str:
        """Who and where."""
        self._day, it = None, talk.dialog
        place = [f"connector {it.connector}", f"line {it.line}", f"chat {it.chat}"]
        place += [f"session {it.session}"] if it.session is not None else []
        place += [f"operator {it.operator}"] if it.operator else []
        name = _escape(neutral(one_line(it.name))) or "—"
        half = f"\n{_escape(HALF)}\n" if talk.half else ""
        about = _escape(neutral(", ".join([*place, it.state.value])))
        return f"\n## {name}\n\n{about}\n{half}"

    def message(self, message: Message) -> str:
        """The head in bold, the text as a quotation."""
        day = f"\n### {message.at:%Y-%m-%d}\n" if message.at.date() != self._day else ""
        self._day = message.at.date()
        who = _escape(neutral(one_line(message.author_name))) or message.author.value
        head = f"**{message.at:%H:%M:%S} {who}** ({message.author.value}{_marks(message)})"
        lines = _quoted(plain(message.text), struck=message.deleted_at is not None)
        for edit in message.edits:
            lines += f"> *until {edit.at:%H:%M:%S}:*\n{_quoted(plain(edit.text))}"
        for file in message.attachments:
            lines += f"> file: {_escape(neutral(file.name))} {_escape(neutral(file.url))}\n"
        return f"{day}\n{head}\n{lines}"

    def close(self) -> str:
        """Nothing."""
        return ""

    def end(self) -> str:
        """Nothing."""
        return ""


def _marks(message: Message) -> str:
    marks = [] if message.delivery in _QUIET else [message.delivery.value]
    marks += ["edited"] if message.edits else []
    if message.deleted_at is not None:
        marks.append(f"deleted {message.deleted_at:%Y-%m-%d %H:%M:%S}")
    marks += [_escape(neutral(message.problem.code))] if message.problem is not None else []
    return "".join(f", {mark}" for mark in marks)


def _quoted(text: str, *, struck: bool = False) -> str:
    rows = [neutral_line(line) for line in text.split("\n")] if text else [""]
    return "".join(f"> ~~{row}~~  \n" if struck and row else f"> {row}  \n" for row in rows)


def neutral_line(line: str) -> str:
    """One line of running text that cannot become markup."""
    return _escape(_CONTROLS.sub("\ufffd", _BREAKS.sub(" ", without_overrides(line))).strip())


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
