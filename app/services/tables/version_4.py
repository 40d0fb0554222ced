"""What version 4 added: the log of acts is begun before the portal is asked, completed after it; a
message or a customer is found by any id at once.
"""

TABLES = """
-- What became of an act whose row in `act` says BEGUN; without a row here nobody knows. Rows are
-- added and never changed.
CREATE TABLE act_outcome (
    act INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    result TEXT NOT NULL
);
CREATE TRIGGER act_outcome_stays BEFORE UPDATE ON act_outcome BEGIN
    SELECT RAISE(ABORT, 'the log of acts is never changed');
END;
CREATE TRIGGER act_outcome_kept BEFORE DELETE ON act_outcome BEGIN
    SELECT RAISE(ABORT, 'the log of acts is never shortened');
END;
CREATE TRIGGER act_once BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM act WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'the log of acts is never changed');
END;
CREATE TRIGGER act_outcome_once BEFORE INSERT ON act_outcome
WHEN EXISTS (SELECT 1 FROM act_outcome WHERE act = NEW.act) BEGIN
    SELECT RAISE(ABORT, 'the log of acts is never changed');
END;

-- The log as it is read: each act with what became of it.
CREATE VIEW told_act AS
SELECT act.id, act.at, user, user_name, profile, act.act, method, dialog, name, detail, before,
    CASE act.result
        WHEN 'BEGUN' THEN coalesce(act_outcome.result, 'UNKNOWN_OUTCOME')
        ELSE act.result
    END AS result
FROM act LEFT JOIN act_outcome ON act_outcome.act = act.id;

-- What is found by an id alone, whichever dialog it is in; both indexes serve within a dialog, too.
DROP INDEX message_external;
CREATE INDEX message_external ON message (external_ids, dialog) WHERE external_ids != '[]';
DROP INDEX message_ids;
CREATE INDEX message_ids ON message (dialog, external_ids) WHERE instr(external_ids, ',') > 0;
CREATE INDEX message_number ON message (im) WHERE im IS NOT NULL;
CREATE INDEX member_user ON member (user);
CREATE INDEX dialog_portal_user ON dialog (portal_user) WHERE portal_user != '';

-- Who has a dialog was known by name alone before version 3: the number is that of the one person
-- of this name, by what was said since or by the portal's people, among whom are customers too.
UPDATE dialog SET operator_id = known.id FROM (
    SELECT name, min(id) AS id FROM (
        SELECT author_name AS name, author_id AS id FROM message
        WHERE author = 'operator' AND author_id > 0
        UNION
        SELECT name, id FROM person WHERE bot = 0 AND name NOT IN (SELECT name FROM dialog)
    ) GROUP BY name HAVING count(*) = 1
) AS known
WHERE dialog.operator_id = 0 AND dialog.operator != '' AND dialog.operator = known.name;
"""
