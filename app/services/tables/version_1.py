"""The tables that the first version made.

A released text is never changed: files out there were made by it.
"""

TABLES = """
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
