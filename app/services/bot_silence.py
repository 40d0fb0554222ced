"""Which bots say nothing from here, since another console may be answering for them: remembered
until a person decides.
"""

from sqlite3 import Connection

from app.services.rows import load_setting, save_setting, to_json

#: Another console may be answering for the bot.
ELSEWHERE = "BOT_ELSEWHERE"
_SETTING = "bots_elsewhere"


def load_elsewhere(conn: Connection) -> list[int]:
    """The bots for which another console may be answering."""
    return load_setting(conn, _SETTING, list[int], [])


def keep_elsewhere(bot: int, conn: Connection, *, on: bool) -> None:
    """Whether another console may be answering for a bot."""
    known = set(load_elsewhere(conn))
    kept = known | {bot} if on else known - {bot}
    if kept != known:
        save_setting(_SETTING, to_json(sorted(kept)), conn)
