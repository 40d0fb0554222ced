"""From a page and what it is given to HTML, whole or in the parts that are kept fresh."""

import hashlib
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.sandbox.workplace import dialogs, looks
from app.sandbox.workplace.visits import Page, Visit
from app.sandbox.workplace.words import FOLDER, LANGUAGES

#: Parts of the frame around every page.
ALWAYS_FRESH = ("rail", "status")


class Renderer:
    """The templates. `always`: what every page is given beside its own."""

    def __init__(self, always: Mapping[str, Any]) -> None:
        self._always = always
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["ui"] = self._templates.get_template("ui.html").module
        self._frame = self._templates.get_template("base.html")

    def whole(self, visit: Visit, page: Page, given: Mapping[str, Any]) -> str:
        """The page. It carries the mark of its parts, by which a change is noticed."""
        mark = mark_of(self.parts(visit, page, given)) if page.parts else ""
        context = self._context(visit, page, given)
        return self._templates.get_template(page.template).render(context, mark=mark)

    def parts(self, visit: Visit, page: Page, given: Mapping[str, Any]) -> dict[str, str]:
        """The parts that are kept fresh, by name; `given` may say that there are fewer of them."""
        template = self._templates.get_template(page.template)
        blocks = {**self._frame.blocks, **template.blocks}
        shared = template.new_context(self._context(visit, page, given))
        names = (*given.get("parts", page.parts), *ALWAYS_FRESH)
        return {name: "".join(blocks[name](shared)) for name in names}

    def _context(self, visit: Visit, page: Page, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            **self._always,
            "t": visit.words,
            "times": visit.times,
            "visit": visit,
            "link": visit.link,
            "portal": visit.portal,
            "looks": looks,
            "languages": LANGUAGES,
            "waiting_count": _waiting(visit),
            "page": page.name,
            **given,
        }


def mark_of(parts: Mapping[str, str]) -> str:
    """A short text that changes when a part does."""
    text = "\0".join(parts.values())
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _waiting(visit: Visit) -> int:
    portal = visit.portal
    chats = (portal.line_chats[number] for number in portal.open_dialogs.values())
    return sum(dialogs.is_waiting(chat.session) for chat in chats)
