"""The browser pages of the sandbox's sign-in, as plain HTML without scripts."""

from html import escape

from app.sandbox.apps import may_use
from app.sandbox.model import App
from app.sandbox.portal import Portal

_STYLE = """
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{max-width:30rem;padding:2rem;border:1px solid color-mix(in srgb,CanvasText 20%,transparent);
border-radius:12px}
h1{font-size:1.25rem;margin:0 0 .5rem}
ul{padding-left:1.25rem}
label{display:block;margin:1rem 0}
select,button{font:inherit;padding:.5rem 1rem;border-radius:8px;
border:1px solid color-mix(in srgb,CanvasText 30%,transparent)}
button[value=allow]{background:#1d6fd6;border-color:#1d6fd6;color:#fff}
.tag{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;opacity:.7}
"""

#: What a scope means to the person who is asked.
_MEANING = {
    "imopenlines": "Open lines: dialogs, sessions and operators",
    "imconnector": "Connectors of external messengers",
    "im": "Chats and messages",
    "imbot": "Chat bots",
    "crm": "CRM",
    "user": "Employees",
    "placement": "Places for its own pages",
    "contact_center": "The contact center",
}


def consent(portal: Portal, app: App, nonce: str) -> str:
    """The question, with the person who answers it and two buttons."""
    asked = "".join(f"<li>{escape(_MEANING.get(name, name))}</li>" for name in app.scope)
    people = "".join(
        f'<option value="{user.id}"{" selected" if user is portal.role_user else ""}>'
        f"{escape(user.full_name)}{' (administrator)' if user.admin else ''}</option>"
        for user in portal.users.values()
        if user.active and not user.bot and may_use(app, user)
    )
    return _page(
        "Sign in",
        f"<h1>{escape(app.title)} asks for access to {escape(portal.seed.portal['name'])}</h1>"
        f"<ul>{asked}</ul>"
        '<form method="post" action="/oauth/authorize/">'
        f'<input type="hidden" name="nonce" value="{escape(nonce)}">'
        f'<label>Sign in as <select name="user_id">{people}</select></label>'
        '<button name="decision" value="allow">Allow</button> '
        '<button name="decision" value="deny">Deny</button></form>',
    )


def unknown_application() -> str:
    """The portal's own error page: nothing goes back to the program."""
    return _page(
        "Application not found",
        "<h1>This application is not installed in the portal</h1>"
        "<p>Check the client id. The program that opened this page gets no answer.</p>",
    )


def no_access() -> str:
    """The person does not work here any more, or may not use the application."""
    return _page(
        "No access to the application",
        "<h1>You have no access to this application</h1>"
        "<p>Ask the portal's administrator. The program that opened this page gets no answer.</p>",
    )


def declined() -> str:
    """After Deny: nothing goes back to the program."""
    return _page(
        "Access was not given",
        "<h1>Access was not given</h1><p>You can close this page.</p>",
    )


def stale() -> str:
    """The form was sent twice, or not from our page."""
    return _page(
        "This page is out of date",
        "<h1>This page is out of date</h1><p>Begin the sign-in in the program again.</p>",
    )


def _page(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>"
        f'<body><main><p class="tag">Sandbox portal</p>{body}</main></body></html>'
    )
