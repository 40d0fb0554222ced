"""Which dialog and which message an event speaks of, by what the portal says of them.

Begins a dialog that nobody heard of; changes no message. Does not know what an event means.
"""

from dataclasses import replace
from datetime import datetime

from app.domain.dialog import Dialog, DialogState, Message
from app.domain.events import (
    DialogFinished,
    DialogStarted,
    MessageAdded,
    MessageDeleted,
    MessageSeen,
    MessageUpdated,
)
from app.domain.same_text import is_same_text
from app.services.jobs import JobKind, JobState, drop_job, find_jobs
from app.services.retention import is_old
from app.services.transcript import Transcript

_ChatEvent = (
    MessageAdded | MessageSeen | MessageUpdated | MessageDeleted | DialogStarted | DialogFinished
)


def dialog_of(transcript: Transcript, event: _ChatEvent) -> Dialog:
    """The dialog that an event belongs to; a new one when we never heard of it."""
    known = known_dialog(transcript, event)
    if known is not None:
        return known
    return transcript.begin(event.connector, event.line, event.chat, "", event.chat)


def known_dialog(transcript: Transcript, event: _ChatEvent) -> Dialog | None:
    """None when we never heard of it. Events of messages do not name the customer, so several
    dialogs can share a chat: the portal's own numbers decide.
    """
    tries: tuple[tuple[str, tuple[object, ...]], ...] = (("portal_chat = ?", (event.portal_chat,)),)
    if isinstance(event, DialogStarted | DialogFinished):
        of_session = ("session = ?", (event.session,))
        tries += (of_session, ("? IN (portal_user, user)", (event.user,)), ("TRUE", ()))
    else:
        tries += (("portal_chat IS NULL", ()), ("user = ''", ()))
    place = (event.connector, event.line, event.chat)
    for condition, values in tries:
        here = f"connector = ? AND line = ? AND chat = ? AND {condition}"
        if found := transcript.dialogs(here, *place, *values):
            return found[-1]
    return None


def chat_of(transcript: Transcript, event: MessageAdded | MessageSeen | MessageUpdated) -> Dialog:
    """The dialog of a message, which knows the number of its chat at the portal from now on."""
    dialog = dialog_of(transcript, event)
    if event.portal_chat and dialog.portal_chat is None:
        return transcript.put(replace(dialog, portal_chat=event.portal_chat))
    return dialog


def is_past(transcript: Transcript, event: DialogStarted | DialogFinished, at: datetime) -> bool:
    """Whether a session's beginning or end is told once more after it was deleted for its age."""
    dialog = known_dialog(transcript, event) if is_old(transcript.conn, at) else None
    if dialog is None or dialog.session is None:
        return False
    ends = isinstance(event, DialogFinished) and event.session == dialog.session
    return not (ends and dialog.state is DialogState.OPEN)


def meant_message(
    transcript: Transcript, dialog: Dialog, event: MessageUpdated | MessageDeleted
) -> Message | None:
    """The message that was changed or deleted, None if we never saw it."""
    found = transcript.by_im(dialog.id, event.im)
    return found or transcript.by_external_ids(dialog.id, event.external_ids)


def own_reply(transcript: Transcript, dialog: Dialog, text: str) -> Message | None:
    """Our own reply coming back as an event before its call was answered, or instead of it: then
    nobody has to look for it any more.
    """
    pending = find_jobs(
        transcript.conn,
        "dialog = ? AND kind = ? AND state IN ('running', 'unknown', 'undecided')",
        *(dialog.id, JobKind.REPLY.value),
    )
    for job in pending:
        message = transcript.message(dialog.id, job.position)
        if message is not None and message.im is None and is_same_text(text, message.text):
            if job.state is not JobState.RUNNING:
                drop_job(transcript.conn, job)
            return message
    return None
