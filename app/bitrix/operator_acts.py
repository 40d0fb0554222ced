"""Typed `imopenlines.operator.*` and `imopenlines.session.*`: what is done with a dialog.

The portal does each as the signed-in user. Refusals that all have in common: `CHAT_ID` (no such
chat), `CHAT_TYPE` (no chat of an open line), `ACCESS_DENIED`, `USER_ID` (nobody is signed in), and
sometimes an empty code. Knows no dialogs of ours.
"""

from app.bitrix.errors import Garbled
from app.bitrix.transport import Caller
from app.bitrix.wire import Params, as_bool, as_int, as_list, as_text, field
from app.domain.acts import Act, HeadVote, Seat, Target

_GET, _HISTORY = "imopenlines.dialog.get", "imopenlines.session.history.get"
_OPERATOR, _SESSION = "imopenlines.operator.", "imopenlines.session."
#: Where these stand in the list `entity_data_1` of a chat.
_PINNED, _NUMBER, _LINE = 3, 5, 7
#: The roles of who is in a chat that somebody else has; others look from outside.
_SITS = ("member", "manager")

#: The method of each act.
METHODS = {
    Act.ANSWER: f"{_OPERATOR}answer",
    Act.JOIN: f"{_SESSION}join",
    Act.INTERCEPT: f"{_SESSION}intercept",
    Act.TRANSFER: f"{_OPERATOR}transfer",
    Act.SKIP: f"{_OPERATOR}skip",
    Act.FINISH: f"{_OPERATOR}finish",
    Act.FINISH_ANOTHER: f"{_OPERATOR}another.finish",
    Act.SPAM: f"{_OPERATOR}spam",
    Act.START: f"{_SESSION}start",
    Act.PIN: f"{_SESSION}mode.pin",
    Act.UNPIN: f"{_SESSION}mode.pin",
    Act.SILENT: f"{_SESSION}mode.silent",
    Act.LOUD: f"{_SESSION}mode.silent",
    Act.VOTE: f"{_SESSION}head.vote",
}
#: Acts that are no `Act`, since they are not about a whole dialog, or about no single one.
START_FROM = "imopenlines.message.session.start"
PIN_ALL, UNPIN_ALL = f"{_SESSION}mode.pinAll", f"{_SESSION}mode.unpinAll"
_SWITCHES = {Act.PIN: "Y", Act.UNPIN: "N", Act.SILENT: "Y", Act.LOUD: "N"}


class OperatorActs:
    """Acts on one portal's dialogs by the number of their chat."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def act(self, act: Act, portal_chat: int) -> None:
        """Any act that needs nothing but the chat.

        Raises:
            BitrixError: besides the common refusals OPERATOR_WRONG (intercept), ACCESS_DENIED_KICK
                (skip), ERROR_USER_NOT_OPERATOR (finish); an empty code from answer where another
                operator was faster.
        """
        params: dict[str, int | str] = {"CHAT_ID": portal_chat}
        if act in _SWITCHES:
            params["ACTIVATE"] = _SWITCHES[act]
        await self._caller.call(METHODS[act], params)

    async def start_from(self, portal_chat: int, message: int) -> None:
        """`imopenlines.message.session.start`: a new session that begins with a message, whose
        operator is the signed-in user.

        Raises:
            BitrixError: also where the message is not in the chat, without a documented code.
        """
        await self._caller.call(START_FROM, {"CHAT_ID": portal_chat, "MESSAGE_ID": message})

    async def pin_all(self, *, on: bool) -> frozenset[int]:
        """`imopenlines.session.mode.pinAll` or `unpinAll`, for all active dialogs of the signed-in
        user: the numbers of their sessions.
        """
        result = await self._caller.call(PIN_ALL if on else UNPIN_ALL)
        numbers = map(as_int, as_list(result))
        return frozenset(number for number in numbers if number is not None)

    async def transfer(self, portal_chat: int, target: Target) -> None:
        """`imopenlines.operator.transfer`. The portal's order among USER_ID, QUEUE_ID and
        TRANSFER_ID is not documented well: exactly one of them is sent.

        Raises:
            BitrixError: OPERATOR_WRONG for somebody who was dismissed, is a bot or has the dialog
                already, for a line that is gone or off, and for a closed dialog.
        """
        name = "QUEUE_ID" if target.is_line else "USER_ID"
        params: Params = {"CHAT_ID": portal_chat, name: target.id}
        await self._caller.call(METHODS[Act.TRANSFER], params)

    async def vote(self, session: int, rating: int | None, comment: str) -> None:
        """`imopenlines.session.head.vote`: a rating from 1 to 5, a comment, or both.

        Raises:
            BitrixError: EMPTY_SESSION_ID, EMPTY_VOTE_PARAMS, ACCESS_DENIED.
        """
        params: dict[str, int | str] = {"SESSION_ID": session}
        if rating is not None:
            params["RATING"] = rating
        if comment:
            params["COMMENT"] = comment
        await self._caller.call(METHODS[Act.VOTE], params)

    async def head_vote(self, session: int) -> HeadVote:
        """`imopenlines.session.history.get`: whether the signed-in user may rate, and the rating
        that there is.

        Raises:
            BitrixError: ACCESS_DENIED also where there is no such session.
        """
        found = await self._caller.call(_HISTORY, {"SESSION_ID": session})
        return HeadVote(
            as_bool(field(found, "canVoteHead")),
            as_int(field(found, "sessionVoteHead"), 0) or 0,
            as_text(field(found, "sessionCommentHead")),
        )

    async def seat(self, portal_chat: int) -> Seat:
        """`imopenlines.dialog.get`: whose a dialog is now. Reading it changes nothing.

        Raises:
            BitrixError: ACCESS_ERROR for a chat that is not there, and for one of others.
        """
        found = await self._caller.call(_GET, {"CHAT_ID": portal_chat})
        chat = as_int(field(found, "id"))
        if chat is None:
            raise Garbled("", description="no chat id", method=_GET)
        parts = [*as_text(field(found, "entity_data_1")).split("|"), *[""] * (_LINE + 1)]
        return Seat(
            chat,
            as_int(parts[_NUMBER]) or None,
            as_int(field(found, "owner"), 0) or 0,
            parts[_PINNED] == "Y",
            as_bool(field(found, "entity_data_3")),
            as_text(field(found, "role")).lower() in _SITS,
            as_int(parts[_LINE]) or 0,
        )
