"""A browser of a few lines: follows redirects of a portal and presses buttons of its forms."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import httpx


@dataclass
class Button:
    text: str
    sends: dict[str, str]


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[Button] = field(default_factory=list)


class Forms(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._in_button = False
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(got.get("action", ""), got.get("method", "get").upper()))
        elif tag == "button" or (tag == "input" and got.get("type") == "submit"):
            self._in_button = tag == "button"
            sends = {got["name"]: got.get("value", "")} if "name" in got else {}
            self.found[-1].buttons.append(
                Button(got.get("value", "") if tag == "input" else "", sends)
            )
        elif tag == "input" and self.found and "name" in got:
            self.found[-1].fields[got["name"]] = got.get("value", "")
        elif tag == "select":
            self._select = got.get("name", "")
        elif tag == "option" and ("selected" in got or self._select not in self.found[-1].fields):
            self.found[-1].fields[self._select] = got.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._in_button:
            self.found[-1].buttons[-1].text += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "button":
            self._in_button = False


class Browser:
    """Stays on the portal: an address of another origin is where it ends."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def open(self, url: str, params: dict[str, str] | None = None) -> httpx.Response:
        return await self._follow(await self._http.get(url, params=params), url)

    async def press(self, page: httpx.Response, word: str) -> httpx.Response:
        """Press the button whose text holds the word."""
        form, button = next(
            (form, button)
            for form in Forms(page.text).found
            for button in form.buttons
            if word.lower() in button.text.lower()
        )
        url = urljoin(str(page.url), form.action)
        values = {**form.fields, **button.sends}
        sent = {"data": values} if form.method == "POST" else {"params": values}
        return await self._follow(await self._http.request(form.method, url, **sent), url)

    async def consent(self, url: str, params: dict[str, str]) -> str:
        """Agree if the portal asks; the address the browser is sent to in the end."""
        page = await self.open(url, params)
        if not page.is_redirect:
            page = await self.press(page, "allow")
        assert page.is_redirect, (page.status_code, page.text[:300])
        return page.headers["location"]

    async def _follow(self, page: httpx.Response, url: str) -> httpx.Response:
        while page.is_redirect:
            there = urljoin(url, page.headers["location"])
            if urlsplit(there).netloc != urlsplit(url).netloc:
                break
            page, url = await self._http.get(there), there
        return page
