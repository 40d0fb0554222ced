"""A transcript as JSON, for programs. The shape is a promise: fields are added, never renamed.

{"version": 1, "portal", "made_at", "time_zone", "masked": ["phones", …], "dialogs": [
  {"id", "connector", "line", "chat", "user", "name", "state", "portal_chat", "session", "operator",
   "customer": null or {"id", "name", "last_name", "phone", "email"}, "missing": what is not known,
   "messages": [
     {"position", "at", "author": "customer" | "operator" | "bot" | "system", "name", "writer",
      "text", "bbcode", "delivery", "im", "external_ids",
      "attachments": [{"name", "url", "kind", "size"}], "edits": [{"at", "text", "bbcode"}],
      "deleted_at", "deleted_by", "problem": null or {"code", "text"}}]}]}

`text` is what a person reads, `bbcode` what the portal has; `edits` are the texts before each edit,
oldest first; a deleted message keeps its text. Moments are ISO 8601 with their distance from UTC.
"""

from typing import Any

import msgspec

from app.domain.dialog import Edit, Message
from app.domain.markup import plain
from app.domain.transcript_export import HALF, About, Talk

VERSION = 1


class JsonForm:
    """One dialog a line, one message a line."""

    def __init__(self) -> None:
        self._dialogs = self._messages = 0

    def begin(self, about: About) -> str:
        """Everything before the first dialog."""
        head = {
            "version": VERSION,
            "portal": about.portal,
            "made_at": about.made_at.isoformat(timespec="seconds"),
            "time_zone": about.zone_name,
            "masked": [mask.value for mask in about.masks],
        }
        return f'{_json(head)[:-1]},"dialogs":['

    def open(self, talk: Talk) -> str:
        """The dialog without its end."""
        dialog, customer = talk.dialog, talk.customer
        names = ("id", "connector", "line", "chat", "user", "name", "state", "portal_chat")
        row: dict[str, Any] = {name: getattr(dialog, name) for name in names}
        row |= {"session": dialog.session, "operator": dialog.operator, "customer": None}
        if customer is not None:
            named = ("id", "name", "last_name", "phone", "email")
            row["customer"] = {name: getattr(customer, name) for name in named}
        row["missing"] = HALF if talk.half else ""
        self._dialogs, self._messages = self._dialogs + 1, 0
        return f'{"," if self._dialogs > 1 else ""}\n{_json(row)[:-1]},"messages":['

    def message(self, message: Message) -> str:
        """One object."""
        self._messages += 1
        problem = message.problem
        row = {
            "position": message.position,
            "at": message.at.isoformat(),
            "author": message.author.value,
            "name": message.author_name,
            "writer": message.writer,
            "text": plain(message.text),
            "bbcode": message.text,
            "delivery": message.delivery.value,
            "im": message.im,
            "external_ids": message.external_ids,
            "attachments": message.attachments,
            "edits": [_edit(edit) for edit in message.edits],
            "deleted_at": message.deleted_at and message.deleted_at.isoformat(),
            "deleted_by": message.deleted_by,
            "problem": problem and {"code": problem.code, "text": problem.text},
        }
        return f"{',' if self._messages > 1 else ''}\n{_json(row)}"

    def close(self) -> str:
        """The end of the dialog."""
        return "]}"

    def end(self) -> str:
        """The end of the file."""
        return "\n]}\n"


def _edit(edit: Edit) -> dict[str, str]:
    return {"at": edit.at.isoformat(), "text": plain(edit.text), "bbcode": edit.text}


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
