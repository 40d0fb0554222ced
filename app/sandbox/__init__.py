"""A made-up portal that speaks the vendor's protocol. Imports nothing else of this program.

HTTP      server (routes) · guard (Host, bodies' size and time) · rest · oauth, pages · control,
          viewing · spoilt
calls     forms, params (PHP's view) · registry · dispatch (order of checks) · batch · envelope
methods/  one file for each scope: `@rest_method(name)` over `(portal, params) -> result`;
          a new file is named in `methods/__init__.py`
state     portal (owner of all) · model, conversation (records) · channels · incoming · outgoing ·
          payloads · queue, rowfilter · auth · limits · faults
lines     lines (added, changed, gone) · line_fields, line_settings (what they say) · routing (whose
          turn it is), pauses · sessions, transfers, closing, votes, greetings (a dialog's life) ·
          customers · posting, notes (what is written) · line_events (who hears of it)
seeds     seedfiles (data) · seeds · busy (a crowd made from a number) · options, presets
kept      snapshots (state as bytes) · statefile (on disk) · house (snapshots and copies) · heap
messenger chats, chat_keys, chat_looks (rules) · posts, richtext (what is written) · marks (read,
          unread) · drive, pictures, uploads (files) · userlog (im.v2 events) · im_records ·
          im_payloads, im_messages, im_people (shapes) · userfilter
bots/     bots, what they hear and do; their records in bot_records
events    events (who listens) · delivery (envelopes), outbox (records), courier (HTTP) · mishaps ·
          apps (installed and gone) · moved (another address) · preview (logs), xml
crm/      records, fields, multifields, dictionary · changes · query · view, items (two faces) ·
          search, tracker, binding (dialogs and their records)
pages     placements, handler_url (applications' pages inside the portal)
time      clock (the only reader of the time) · schedule · operators (the scripted one)
control   orders (acts of operators and of fate) · state, state_rows (all of it as JSON)
workplace/ the same in a browser: pages, and forms that are orders; its map is in the package
command   command, arguments: `openline-console sandbox` · serving (servers), connections, tls
"""
