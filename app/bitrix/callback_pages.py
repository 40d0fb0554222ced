"""What the browser shows after the sign-in: small pages without scripts or links."""

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.responses import Response

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 32em; margin: 20vh auto; padding: 0 1em;
  color: #1d2433; background: #f6f7f9; }}
h1 {{ font-size: 1.4em; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #e6e9ef; background: #14171c; }} }}
</style></head><body><h1>{title}</h1><p>{text}</p></body></html>
"""


@dataclass(frozen=True, slots=True)
class PageText:
    """A heading and a sentence or two."""

    title: str
    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Pages:
    """The words of every page; the window may give them in its own language."""

    done: PageText = field(
        default=PageText(
            "The portal has answered",
            "Close this page: the window of the console says whether you are signed in.",
        )
    )
    wrong_state: PageText = field(
        default=PageText(
            "This page belongs to another sign-in",
            "The console has not taken anything from it. Go back to the console, open the browser"
            " from there again and finish the sign-in in the newest page.",
        )
    )
    no_code: PageText = field(
        default=PageText(
            "The portal gave no permission",
            "Nothing was signed in. Go back to the console and try again.",
        )
    )
    used: PageText = field(
        default=PageText(
            "This answer was taken already", "Close this page and go back to the console."
        )
    )
    not_found: PageText = field(
        default=PageText("There is nothing here", "The console only waits for its sign-in here.")
    )


def render(page: PageText, status: int) -> "Response":
    """The page as an answer that no cache keeps."""
    from starlette.responses import HTMLResponse

    html = _PAGE.format(
        title=escape(page.title), text=escape(page.text), language=escape(page.language)
    )
    return HTMLResponse(html, status_code=status, headers=_HEADERS)
