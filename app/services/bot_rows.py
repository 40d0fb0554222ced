"""The tables of chat bots: who answers from here, what was heard, and what follows from it.

All are functions for one transaction of the journal. Knows no calls.
"""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Any

import msgspec

from app.domain.bot import BotRules, Reaction, StepKind, Talk
from app.domain.bot_life import (
    ActState,
    BotAct,
    BotEvent,
    BotTalk,
    Mode,
    OwnWords,
    RunBot,
    TalkState,
)
from app.domain.problem import Problem
from app.services.bot_silence import keep_elsewhere
from app.services.rows import moment, stamp, to_json

#: Sessions that are told to the page.
SHOWN = 200
_OPEN = "state IN ('planned', 'begun')"
_DROPPED = "state = CASE state WHEN 'begun' THEN 'lost' ELSE 'dropped' END"
_TALK = (
    "bot, chat, session, user_code, customer, state, talk, opened_at, heard_at, last_text, "
    "problem_code, problem_text"
)
_ACT = "id, bot, event, chat, session, kind, text, state, after, tries"
_PLACE = "bot = ? AND chat = ? AND session = ?"
_rules = msgspec.json.Decoder(BotRules)
_talk = msgspec.json.Decoder(Talk)


def load_bots(conn: Connection) -> tuple[RunBot, ...]:
    """Every bot, the oldest first."""
    rows = conn.execute("SELECT id, code, name, mode, line, active, rules, heard FROM bot")
    return tuple(
        RunBot(
            *(row[0], row[1], row[2], Mode(row[3]), row[4], bool(row[5])),
            _rules.decode(row[6]),
            row[7],
        )
        for row in rows
    )


def put_bot(bot: RunBot, conn: Connection) -> None:
    """Keep a bot as it is now; what was heard is kept by `confirm` alone."""
    conn.execute(
        "INSERT INTO bot (id, code, name, mode, line, active, rules, heard) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET code = excluded.code, "
        "name = excluded.name, mode = excluded.mode, line = excluded.line, "
        "active = excluded.active, rules = excluded.rules",
        (
            *(bot.id, bot.code, bot.name, bot.mode.value, bot.line, bot.active),
            *(to_json(bot.rules), bot.offset),
        ),
    )


def drop_bot(bot: int, conn: Connection) -> None:
    """A bot goes, and with it its sessions and acts."""
    keep_elsewhere(bot, conn, on=False)
    conn.execute("DELETE FROM bot WHERE id = ?", (bot,))


def note_heard(bot: int, event: int, conn: Connection) -> bool:
    """Whether an event is new; from now on it is not."""
    known = "INSERT OR IGNORE INTO bot_heard (bot, event) VALUES (?, ?)"
    return conn.execute(known, (bot, event)).rowcount > 0


def find_talk(bot: int, event: BotEvent, at: str, conn: Connection) -> BotTalk:
    """The session of an event; a new one when the bot hears of it first."""
    place = (bot, event.chat, event.session)
    row = conn.execute(f"SELECT {_TALK} FROM bot_talk WHERE {_PLACE}", place).fetchone()  # noqa: S608 - ours
    if row is not None:
        return _read_talk(row)
    now = moment(at)
    return BotTalk(*place, event.user_code, event.customer, TalkState.BOT, Talk(), now, now)


def put_talk(talk: BotTalk, conn: Connection) -> None:
    """Keep a session as it is now."""
    problem = talk.problem or Problem("")
    columns = _TALK.split(", ")
    pairs = ", ".join(f"{name} = excluded.{name}" for name in columns[3:])
    marks = ", ".join("?" * len(columns))
    conn.execute(
        f"INSERT INTO bot_talk ({_TALK}) VALUES ({marks}) "  # noqa: S608 - columns are ours
        f"ON CONFLICT (bot, chat, session) DO UPDATE SET {pairs}",
        (
            *(talk.bot, talk.chat, talk.session, talk.user_code, talk.customer),
            *(talk.state.value, to_json(talk.talk), stamp(talk.opened_at)),
            *(stamp(talk.heard_at), talk.last_text, problem.code, problem.text),
        ),
    )


def plan(talk: BotTalk, event: BotEvent, reaction: Reaction, at: str, conn: Connection) -> None:
    """Keep what follows from an event."""
    conn.executemany(
        "INSERT INTO bot_act (bot, event, chat, session, kind, text, state, after, at) "
        "VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?)",
        [
            (
                *(talk.bot, event.id, talk.chat, talk.session, step.kind.value, step.text),
                *(event.message, at),
            )
            for step in reaction.steps
        ],
    )


def next_act(bot: int, resting: Sequence[int], conn: Connection) -> BotAct | None:
    """The oldest act that is not done, outside the chats that rest."""
    chats = ", ".join("?" * len(resting))
    order = (
        f"SELECT {_ACT} FROM bot_act WHERE bot = ? AND {_OPEN} AND chat NOT IN ({chats}) "  # noqa: S608 - ours
        "ORDER BY id LIMIT 1"
    )
    row = conn.execute(order, (bot, *resting)).fetchone()
    if row is None:
        return None
    return BotAct(
        *(row[0], row[1], row[2], row[3], row[4], StepKind(row[5]), row[6], ActState(row[7])),
        *(row[8], row[9]),
    )


def put_state(act: int, state: ActState, conn: Connection) -> None:
    """BEGUN: from now on it may have been done; PLANNED: the portal surely did not do it."""
    conn.execute("UPDATE bot_act SET state = ? WHERE id = ?", (state.value, act))


def note_lost(act: BotAct, conn: Connection) -> None:
    """Words found nowhere are said again: what was said before, perhaps, has a row of its own."""
    conn.execute(
        "INSERT INTO bot_act (bot, event, chat, session, kind, text, state, after, at) "
        "SELECT bot, event, chat, session, kind, text, 'lost', 0, at FROM bot_act WHERE id = ?",
        (act.id,),
    )


def postpone(act: BotAct, problem: Problem, conn: Connection) -> None:
    """It failed and is tried again; its session shows why it waits."""
    conn.execute("UPDATE bot_act SET tries = tries + 1 WHERE id = ?", (act.id,))
    _tell_problem((act.bot, act.chat, act.session), problem, conn)


def recover(act: BotAct, conn: Connection) -> None:
    """What failed before has been done."""
    if act.tries:
        _tell_problem((act.bot, act.chat, act.session), Problem(""), conn)


def _tell_problem(place: tuple[int, int, int], problem: Problem, conn: Connection) -> None:
    change = f"UPDATE bot_talk SET problem_code = ?, problem_text = ? WHERE {_PLACE}"  # noqa: S608 - ours
    conn.execute(change, (problem.code, problem.text, *place))


def settle_act(act: BotAct, state: ActState, said: int, conn: Connection) -> None:
    """Keep how an act ended, and the message that came of it."""
    change = "UPDATE bot_act SET state = ?, said = ? WHERE id = ?"
    conn.execute(change, (state.value, said, act.id))


def said_in(act: BotAct, conn: Connection) -> frozenset[int]:
    """The messages of a session that came of other acts."""
    order = f"SELECT said FROM bot_act WHERE {_PLACE} AND said > 0"  # noqa: S608 - ours
    rows = conn.execute(order, (act.bot, act.chat, act.session))
    return frozenset(row[0] for row in rows)


def newest_act(conn: Connection) -> int:
    """The number of the newest act of all bots, 0 before the first."""
    (number,) = conn.execute("SELECT coalesce(max(id), 0) FROM bot_act").fetchone()
    return int(number)


def own_words(bot: int, chat: int, since: int, conn: Connection) -> OwnWords:
    """What a bot said from here in a chat; `since` is the newest act of before."""
    first = conn.execute(
        "SELECT CASE WHEN after > 0 THEN after ELSE said END FROM bot_act "
        "WHERE id > ? AND +bot = ? AND (after > 0 OR said > 0) ORDER BY id LIMIT 1",
        (since, bot),
    ).fetchone()
    place = "bot = ? AND chat = ? AND kind = 'say'"
    said = conn.execute(f"SELECT said FROM bot_act WHERE {place} AND said > 0", (bot, chat))  # noqa: S608 - ours
    count = f"SELECT count(*) FROM bot_act WHERE {place} AND state IN ('begun', 'lost')"  # noqa: S608 - ours
    (doubtful,) = conn.execute(count, (bot, chat)).fetchone()
    return OwnWords(first[0] if first else 0, frozenset(row[0] for row in said), doubtful)


def fall_silent(bot: int, conn: Connection) -> None:
    """What a bot still meant to do is left to whoever else answers for it; its sessions stay."""
    keep_elsewhere(bot, conn, on=True)
    conn.execute(f"UPDATE bot_act SET {_DROPPED} WHERE bot = ? AND {_OPEN}", (bot,))  # noqa: S608 - ours
    listens = "talk = json_set(talk, '$.over', json('false'))"
    conn.execute(f"UPDATE bot_talk SET {listens} WHERE bot = ? AND state = 'bot'", (bot,))  # noqa: S608 - ours


def end_talk(
    place: tuple[int, int, int], state: TalkState, problem: Problem | None, conn: Connection
) -> None:
    """What a bot still meant to do in a session is dropped. It has the session no longer, but for
    the state BOT: then it goes on with what the customer says next.
    """
    conn.execute(f"UPDATE bot_talk SET state = ? WHERE {_PLACE}", (state.value, *place))  # noqa: S608 - ours
    if state is TalkState.BOT:
        listens = "talk = json_set(talk, '$.over', json('false'))"
        conn.execute(f"UPDATE bot_talk SET {listens} WHERE {_PLACE}", place)  # noqa: S608 - ours
    _tell_problem(place, problem or Problem(""), conn)
    conn.execute(f"UPDATE bot_act SET {_DROPPED} WHERE {_PLACE} AND {_OPEN}", place)  # noqa: S608 - ours


def confirm(bot: int, following: int, conn: Connection) -> None:
    """Everything before this event was heard and done: the portal may forget it, and so do we."""
    conn.execute("UPDATE bot SET heard = max(heard, ?) WHERE id = ?", (following, bot))
    conn.execute("DELETE FROM bot_heard WHERE bot = ? AND event < ?", (bot, following))


def load_talks(conn: Connection) -> tuple[BotTalk, ...]:
    """The sessions that bots have now, then the others, the newest first."""
    order = "ORDER BY state = 'bot' DESC, heard_at DESC LIMIT ?"
    rows = conn.execute(f"SELECT {_TALK} FROM bot_talk {order}", (SHOWN,))  # noqa: S608 - ours
    return tuple(map(_read_talk, rows))


def load_held(conn: Connection) -> tuple[BotTalk, ...]:
    """All sessions that bots have now and in which nothing failed, the newest of a chat last."""
    held = f"SELECT {_TALK} FROM bot_talk WHERE state = 'bot' AND problem_code = ''"  # noqa: S608 - ours
    return tuple(map(_read_talk, conn.execute(f"{held} ORDER BY session")))


def delete_old_talks(before: str, conn: Connection) -> None:
    """Sessions that were over before this moment, and what was done in them."""
    old = "SELECT bot, chat, session FROM bot_talk WHERE state != 'bot' AND heard_at < ?"
    for place in conn.execute(old, (before,)).fetchall():
        conn.execute(f"DELETE FROM bot_act WHERE {_PLACE}", place)  # noqa: S608 - ours
        conn.execute(f"DELETE FROM bot_talk WHERE {_PLACE}", place)  # noqa: S608 - ours


def _read_talk(row: Sequence[Any]) -> BotTalk:
    return BotTalk(
        *(row[0], row[1], row[2], row[3], row[4], TalkState(row[5]), _talk.decode(row[6])),
        *(moment(row[7]), moment(row[8]), row[9]),
        Problem(row[10], row[11]) if row[10] else None,
    )
