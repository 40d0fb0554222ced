"""What the third version added: supervision, figures, chat bots, alerts.."""

TABLES = """
-- Whose message it is at the portal; who has the dialog, since when its session is open, and when
-- an operator first answered in it.
ALTER TABLE message ADD COLUMN author_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dialog ADD COLUMN operator_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dialog ADD COLUMN opened_at TEXT;
ALTER TABLE dialog ADD COLUMN answered_at TEXT;
-- Who said the last words, which is not always whoever has the dialog.
ALTER TABLE dialog ADD COLUMN last_by TEXT NOT NULL DEFAULT '';
UPDATE dialog SET last_by = coalesce((
    SELECT author_name FROM message WHERE message.dialog = dialog.id
    AND message.author = dialog.last_author AND message.at = dialog.last_at
    ORDER BY position DESC LIMIT 1
), '');
-- Of a dialog that was found open at the portal: what was said up to `found_upto` is nothing new.
-- Nothing of before `found_from` is taken in, when a session that began later was all there was.
ALTER TABLE dialog ADD COLUMN found_from TEXT;
ALTER TABLE dialog ADD COLUMN found_upto TEXT;
UPDATE dialog SET opened_at = (
    SELECT max(at) FROM message WHERE message.dialog = dialog.id AND author = 'system'
    AND delivery = 'none' AND text = 'session-started:' || dialog.session
) WHERE state = 'open';
UPDATE dialog SET answered_at = (
    SELECT min(at) FROM message WHERE message.dialog = dialog.id AND author = 'operator'
    AND delivery IN ('received', 'delivered', 'read') AND at >= dialog.opened_at
) WHERE state = 'open';
CREATE INDEX message_at ON message (at);
CREATE INDEX batch_read ON batch (read_at);

-- Seconds for which a reply can still be taken back before it leaves: as long after a restart.
ALTER TABLE job ADD COLUMN pause REAL NOT NULL DEFAULT 0;

-- Times in which events were read, and why that ended.
CREATE TABLE watched (
    since_at TEXT PRIMARY KEY,
    until_at TEXT NOT NULL,
    ended TEXT NOT NULL
) WITHOUT ROWID;

-- Chat bots that answer from here, with their rules as JSON; everything before `heard` was heard
-- and done. An event stays in `bot_heard` until it is confirmed to the portal; what follows from it
-- is planned in the same transaction and done once: `said` is the message that came of an act.
CREATE TABLE bot (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    mode TEXT NOT NULL,
    line INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1,
    rules TEXT NOT NULL,
    heard INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE bot_talk (
    bot INTEGER NOT NULL REFERENCES bot (id) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    session INTEGER NOT NULL,
    user_code TEXT NOT NULL,
    customer TEXT NOT NULL,
    state TEXT NOT NULL,
    talk TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    last_text TEXT NOT NULL DEFAULT '',
    problem_code TEXT NOT NULL DEFAULT '',
    problem_text TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (bot, chat, session)
) WITHOUT ROWID;
CREATE TABLE bot_heard (
    bot INTEGER NOT NULL REFERENCES bot (id) ON DELETE CASCADE,
    event INTEGER NOT NULL,
    PRIMARY KEY (bot, event)
) WITHOUT ROWID;
CREATE TABLE bot_act (
    id INTEGER PRIMARY KEY,
    bot INTEGER NOT NULL REFERENCES bot (id) ON DELETE CASCADE,
    event INTEGER NOT NULL,
    chat INTEGER NOT NULL,
    session INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    after INTEGER NOT NULL,
    at TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    said INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX bot_act_open ON bot_act (bot, id) WHERE state IN ('planned', 'begun');
CREATE INDEX bot_act_talk ON bot_act (bot, chat, session);

-- What was done at the portal from this window: who, when, with which method, with what result (""
-- for done, else a code). Rows are added and never changed.
CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    user INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    profile TEXT NOT NULL,
    act TEXT NOT NULL,
    method TEXT NOT NULL,
    dialog INTEGER,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    before TEXT NOT NULL,
    result TEXT NOT NULL
);
CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN
    SELECT RAISE(ABORT, 'the log of acts is never changed');
END;
CREATE TRIGGER act_kept BEFORE DELETE ON act BEGIN
    SELECT RAISE(ABORT, 'the log of acts is never shortened');
END;

-- What a person was told of, from when until when; `over_at` is empty while it lasts.
CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    code TEXT NOT NULL,
    since_at TEXT NOT NULL,
    over_at TEXT,
    way TEXT NOT NULL,
    amount INTEGER NOT NULL,
    line INTEGER NOT NULL,
    connector TEXT NOT NULL,
    dialog INTEGER
);
CREATE UNIQUE INDEX alert_active ON alert (kind, place) WHERE over_at IS NULL;
"""
