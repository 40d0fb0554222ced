"""From a page and what it is given to HTML, whole or in the parts that are kept fresh."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

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
        parts = self.parts(visit, page, given) if page.parts else {}
        mark = mark_of(parts) if parts else ""
        template = self._templates.get_template(page.template)
        context = template.new_context({**self._context(visit, page, given), "mark": mark})
        for name, html in parts.items():  # made already: nothing is made twice
            context.blocks[name] = [partial(_made, html)]
        return "".join(template.root_render_func(context))

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


def _made(html: str, _context: Context) -> Iterator[str]:
    yield html


def mark_of(parts: Mapping[str, str]) -> str:
    """A short text that changes when a part does."""
    text = "\0".join(parts.values())
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _waiting(visit: Visit) -> int:
    portal = visit.portal
    chats = (portal.line_chats[number] for number in portal.open_dialogs.values())
    return sum(dialogs.is_waiting(chat.session) for chat in chats)
