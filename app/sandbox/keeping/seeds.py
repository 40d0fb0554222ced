"""Seed portals: data files that say what a fresh sandbox holds."""

import json
from typing import Any

from app.sandbox.conversation import Chat
from app.sandbox.crm import dictionary
from app.sandbox.keeping import seedfiles
from app.sandbox.lines import line_fields
from app.sandbox.model import App, Connector, Line, User, Webhook
from app.sandbox.options import SCOPE


class Seed:
    """One made-up portal, read from `resources/sandbox/<name>.json`."""

    def __init__(self, name: str) -> None:
        """Raises ValueError in a plain sentence when there is no such seed."""
        data = seedfiles.read(name)
        self.portal: dict[str, Any] = data["portal"]
        self.roles: dict[str, int] = data["roles"]
        self.first_ids: dict[str, int] = data["first_ids"]
        self.replies: list[str] = data["replies"]
        self.network_lines: list[dict[str, Any]] = data.get("network_lines", [])
        self._other_chats: dict[str, str] = data["other_chats"]
        self.users: dict[int, User] = {row["id"]: User(**row) for row in data["users"]}
        self.connectors = {key: Connector(key, title) for key, title in data["connectors"].items()}
        self._webhook: dict[str, Any] = data["webhook"]
        self.crowd: dict[str, Any] = data.get("crowd", {})
        self._app: dict[str, Any] = data["app"]
        self.lines: dict[int, Line] = {
            row["id"]: _line(row, data["line_fields"]) for row in data["lines"]
        }

    def statuses(self) -> dictionary.Dictionaries:
        """The CRM's dictionaries as they are in a fresh portal, the same in each."""
        path = seedfiles.FOLDER / "crm" / "statuses.json"
        return dictionary.build(json.loads(path.read_text(encoding="utf-8")))

    def chats(self, users: dict[int, User]) -> list[Chat]:
        """Chats of the portal that have nothing to do with open lines; everybody sits in them."""
        owner = next(iter(users), 0)
        return [
            Chat(id=int(number), title=title, owner=owner, members=set(users))
            for number, title in self._other_chats.items()
        ]

    def webhook(self, code: str) -> Webhook:
        """The incoming webhook under a code of this portal alone."""
        return Webhook(self._webhook["user"], code, tuple(self._webhook["scope"]))

    def app(self, redirect_uri: str, scope: str) -> App:
        """The installed application with the redirect address and the scope of its card."""
        granted = tuple(name.strip() for name in (scope or SCOPE).split(",") if name.strip())
        return App(**self._app, redirect_uri=redirect_uri, scope=granted)


def _line(row: dict[str, Any], common: dict[str, Any]) -> Line:
    return Line(
        id=row["id"],
        name=row["name"],
        active=row["active"],
        queue=tuple(row["queue"]),
        fields={**line_fields.DEFAULTS, **common, **row["fields"]},
    )
