"""Asks before what cannot be taken back: where customers are real, the chat's number is typed."""

from PySide6.QtWidgets import QWidget

from app.domain.dialog import Dialog
from app.domain.portal import PortalKind, Profile
from app.ui import prompts


async def ask_final(
    parent: QWidget, profile: Profile, dialog: Dialog, words: tuple[str, str, str]
) -> bool:
    """Whether the person agrees; `words` are the title, what happens, and the button's verb."""
    title, text, confirm = words
    if profile.kind is PortalKind.PRODUCTION:
        return await prompts.ask_typed(parent, title, text, str(dialog.portal_chat), confirm)
    return await prompts.ask(parent, title, text, confirm, danger=True)
