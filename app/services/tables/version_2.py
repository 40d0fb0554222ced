"""What the second version added: live dialogs, search, traces, forwarding.

A released text is never changed: files out there were made by it.
"""

TABLES = """
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
