"""One event posted to a handler, and what came of it. Knows no journal and no waiting.

Whatever a handler answers is an answer; what it echoes of keys and tokens is taken out.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.bitrix.envelope import Auth, envelope
from app.bitrix.errors import BitrixError
from app.bitrix.event_rows import EventRow, read_row
from app.bitrix.handler_post import HandlerDoor, form, is_down, pairs
from app.bitrix.redact import redact, variants
from app.domain.forwarding import Choice, Forward, ForwardState, Preview, is_done, stays_here
from app.services.clock import Clock
from app.services.forward_auth import ForwardAuth
from app.services.forward_rows import Next

#: The problem of a row that the portal would not post.
NOT_POSTED = "NOT_POSTED"
_HIDDEN = "\u2022" * 8
#: So many signs of a secret tell something of it.
_TELLING = 4


class Post:
    """Posts with what the portal would send along."""

    def __init__(self, auth: ForwardAuth, door: HandlerDoor, clock: Clock) -> None:
        self._auth, self._door, self._clock = auth, door, clock

    async def deliver(self, found: Next, choice: Choice) -> Forward:
        """Post it, and say what came of it.

        Raises:
            BitrixError: there is no token to send along.
        """
        row = _row(found.raw, found.source)
        if row is None:
            return replace(found.forward, state=ForwardState.SKIPPED, problem=NOT_POSTED)
        auth = await self._auth.read(live=choice.token and stays_here(choice.target))
        body = form(envelope(row, auth, self._clock()))
        return _hidden(await self._answer(found.forward, body, choice), auth)

    async def preview(self, found: Next) -> Preview:
        """What was posted for an event at its last try, or would be posted now."""
        row = _row(found.raw, found.source)
        if row is None:
            return Preview()
        auth = await self._auth.read(live=False)
        if self._auth.is_lent:
            auth = replace(auth, application_token=_HIDDEN)
        fields = envelope(row, auth, found.forward.at or self._clock())
        return Preview(tuple(pairs(fields)), form(fields))

    async def close(self) -> None:
        """Close the way to the handler."""
        await self._door.close()

    async def _answer(self, forward: Forward, body: str, choice: Choice) -> Forward:
        nothing = replace(forward, status=None, milliseconds=None, answer="")
        try:
            answer = await self._door.post(choice.target, body)
        except BitrixError as error:
            waits = is_down(error) or choice.repeat
            state = ForwardState.WAITING if waits else ForwardState.SILENT
            return replace(nothing, state=state, problem=error.code)
        done = is_done(answer.status, repeat=choice.repeat)
        return replace(
            forward,
            state=ForwardState.ANSWERED if done else ForwardState.WAITING,
            status=answer.status,
            milliseconds=answer.milliseconds,
            answer=answer.text,
            problem="" if done else "HANDLER_REFUSED",
        )


def _row(raw: bytes, source: str) -> EventRow | None:
    """None: the portal posts no such event, or the row is none."""
    try:
        return read_row(raw, source)
    except ValueError:
        return None


def _hidden(forward: Forward, auth: Auth) -> Forward:
    """A handler may echo what it got, in whatever spelling; its answer may be cut in the middle."""
    given = [auth.access, auth.application_token]
    secrets = [*given, *(each.upper() for each in given)]
    text = _without_beginning(forward.answer, variants(secrets))
    return replace(forward, answer=redact(text, secrets=secrets))


def _without_beginning(text: str, secrets: Sequence[str]) -> str:
    """The text without the beginning of a secret at its end."""
    for secret in secrets:
        for length in range(len(secret) - 1, _TELLING - 1, -1):
            if text.endswith(secret[:length]):
                return text[:-length]
    return text
