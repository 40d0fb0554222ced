"""The tables of the journal and their versions. Knows no service.

Times are ISO 8601 in UTC, so that they sort as text. Lists inside a row are JSON.
"""

from sqlite3 import Connection

from app.services.failures import JournalFailed

_VERSION_1 = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What the portal's queue gave, as it came. Row numbers of old databases start over when the
-- queue was empty at a restart, hence a row is known by its number, its name and its content's id.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    process TEXT NOT NULL,
    read_at TEXT NOT NULL
);
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch (id),
    row INTEGER NOT NULL,
    name TEXT NOT NULL,
    message_id TEXT NOT NULL,
    raw BLOB NOT NULL,
    applied INTEGER NOT NULL DEFAULT 0,
    unreadable TEXT NOT NULL DEFAULT '',
    UNIQUE (row, name, message_id)
);
CREATE INDEX event_waiting ON event (id) WHERE applied = 0;

CREATE TABLE dialog (
    id INTEGER PRIMARY KEY,
    connector TEXT NOT NULL,
    line INTEGER NOT NULL,
    chat TEXT NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    portal_chat INTEGER,
    portal_user TEXT NOT NULL DEFAULT '',
    session INTEGER,
    operator TEXT NOT NULL DEFAULT '',
    count INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    last_text TEXT NOT NULL DEFAULT '',
    last_author TEXT,
    last_at TEXT,
    waiting_since TEXT,
    customer TEXT,
    UNIQUE (connector, line, chat, user)
);
CREATE INDEX dialog_portal_chat ON dialog (portal_chat);

CREATE TABLE message (
    dialog INTEGER NOT NULL REFERENCES dialog (id),
    position INTEGER NOT NULL,
    author TEXT NOT NULL,
    author_name TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    delivery TEXT NOT NULL,
    im INTEGER,
    external_ids TEXT NOT NULL DEFAULT '[]',
    attachments TEXT NOT NULL DEFAULT '[]',
    edits TEXT NOT NULL DEFAULT '[]',
    deleted_at TEXT,
    problem_code TEXT,
    problem_text TEXT,
    PRIMARY KEY (dialog, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX message_im ON message (dialog, im) WHERE im IS NOT NULL;

CREATE TABLE draft (
    dialog INTEGER NOT NULL REFERENCES dialog (id),
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (dialog, author)
) WITHOUT ROWID;

-- Calls that have to be made. A row is gone when its call has succeeded.
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    dialog INTEGER NOT NULL REFERENCES dialog (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
);
CREATE INDEX job_message ON job (dialog, kind, position);
CREATE INDEX job_state ON job (state);

CREATE TABLE registration (
    connector TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    written_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE channel (
    connector TEXT NOT NULL,
    line INTEGER NOT NULL,
    value TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (connector, line)
) WITHOUT ROWID;
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    admin INTEGER NOT NULL,
    bot INTEGER NOT NULL,
    read_at TEXT NOT NULL
);
"""

_VERSION_2 = """
-- From where a row came: the offline queue, the user's own events, or a chat's history.
ALTER TABLE event ADD COLUMN source TEXT NOT NULL DEFAULT 'queue';
CREATE INDEX event_unreadable ON event (id) WHERE unreadable != '';
CREATE INDEX event_batch ON event (batch);

-- Times in which nobody could listen, or rows that are known to be lost. `until_at` is empty while
-- the gap goes on.
CREATE TABLE gap (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    since_at TEXT NOT NULL,
    until_at TEXT,
    why TEXT NOT NULL
);

-- In a group several customers write in one chat: which of them wrote a message, by external id.
ALTER TABLE message ADD COLUMN writer TEXT NOT NULL DEFAULT '';
-- Whoever deleted it, when somebody told.
ALTER TABLE message ADD COLUMN deleted_by TEXT NOT NULL DEFAULT '';
-- Our own ids of messages, most of which have one at most, and the notes of this program.
CREATE INDEX message_external ON message (dialog, external_ids) WHERE external_ids != '[]';
CREATE INDEX message_ids ON message (dialog) WHERE instr(external_ids, ',') > 0;
CREATE INDEX message_note ON message (dialog, text) WHERE author = 'system' AND delivery = 'none';
CREATE TABLE member (
    dialog INTEGER NOT NULL REFERENCES dialog (id),
    user TEXT NOT NULL,
    customer TEXT NOT NULL,
    PRIMARY KEY (dialog, user)
) WITHOUT ROWID;

-- `payload` is the whole item when it is not made of the message; `due_at` keeps a job from being
-- done earlier; jobs of one `bundle` go in one call. `asked_at` is when the call was last begun,
-- the `tries`th time; `insists`: a person wants it sent if nobody can find out whether it arrived.
ALTER TABLE job ADD COLUMN payload TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN asked_at TEXT;
ALTER TABLE job ADD COLUMN insists INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN due_at TEXT;
ALTER TABLE job ADD COLUMN bundle INTEGER;

-- Calls made for messages, without secrets. Long sides are cut: `*_length` is what there was.
CREATE TABLE made_call (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    status INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    error TEXT NOT NULL,
    error_text TEXT NOT NULL,
    refused INTEGER NOT NULL,
    request TEXT NOT NULL,
    request_length INTEGER NOT NULL,
    answer TEXT NOT NULL,
    answer_length INTEGER NOT NULL
);

-- What made a message what it is, in order: a row that brought or changed it, or a call that was
-- made for it. Goes with its message and its row; a call goes with the last message it was for.
CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    dialog INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at TEXT NOT NULL,
    event INTEGER REFERENCES event (id) ON DELETE CASCADE,
    call INTEGER REFERENCES made_call (id) ON DELETE CASCADE,
    FOREIGN KEY (dialog, position) REFERENCES message (dialog, position) ON DELETE CASCADE
);
CREATE INDEX step_message ON step (dialog, position);
CREATE UNIQUE INDEX step_event ON step (event, dialog, position) WHERE event IS NOT NULL;
CREATE INDEX step_call ON step (call) WHERE call IS NOT NULL;
CREATE TRIGGER step_gone AFTER DELETE ON step WHEN old.call IS NOT NULL BEGIN
    DELETE FROM made_call
    WHERE id = old.call AND NOT EXISTS (SELECT 1 FROM step WHERE call = old.call);
END;

-- Rows that are re-posted to a handler on this machine, each once for each handler.
CREATE TABLE forward (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (id),
    state TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    at TEXT,
    status INTEGER,
    milliseconds INTEGER,
    answer TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    UNIQUE (target, event)
);
CREATE INDEX forward_event ON forward (event);
CREATE INDEX forward_waiting ON forward (target, event) WHERE state = 'waiting';

-- How operators' messages are acknowledged in one dialog, when not as everywhere; what the portal
-- said about its records in the CRM.
ALTER TABLE dialog ADD COLUMN receipts TEXT NOT NULL DEFAULT '';
ALTER TABLE dialog ADD COLUMN crm TEXT NOT NULL DEFAULT '';

-- What the search looks at: a message's words without formats in one spelling. `id` is about its
-- time in microseconds, so that the newest are found first without sorting. Rows go with their
-- messages; `word` follows by itself.
CREATE TABLE word_source (
    id INTEGER PRIMARY KEY,
    dialog INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX word_source_message ON word_source (dialog, position);
CREATE VIRTUAL TABLE word USING fts5 (
    text, dialog, content = 'word_source', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER word_added AFTER INSERT ON word_source BEGIN
    INSERT INTO word (rowid, text, dialog) VALUES (new.id, new.text, new.dialog);
END;
CREATE TRIGGER word_gone AFTER DELETE ON word_source BEGIN
    INSERT INTO word (word, rowid, text, dialog) VALUES ('delete', old.id, old.text, old.dialog);
END;
CREATE TRIGGER word_message_gone AFTER DELETE ON message BEGIN
    DELETE FROM word_source WHERE dialog = old.dialog AND position = old.position;
END;

-- Messages before this position were deleted because of their age; positions never change. The
-- portal still has them: `forgotten` is the greatest of its numbers among them.
ALTER TABLE dialog ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dialog ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
"""

_VERSION_3 = """
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

_STEPS = (_VERSION_1, _VERSION_2, _VERSION_3)

#: The version that this program writes.
VERSION = len(_STEPS)


def version_of(connection: Connection) -> int:
    """The version of a file; 0 for one that is empty.

    Raises:
        JournalFailed: a newer program wrote this file.
    """
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > VERSION:
        raise JournalFailed("JOURNAL_NEWER", f"version {found}, this program knows {VERSION}")
    return int(found)


def migrate(connection: Connection) -> None:
    """Bring the file to the present version; each step is one transaction.

    Raises:
        JournalFailed: a newer program wrote this file.
    """
    found = version_of(connection)
    for version, step in enumerate(_STEPS[found:], start=found + 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {version}; COMMIT;")
