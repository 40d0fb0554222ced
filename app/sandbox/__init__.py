"""A made-up portal that speaks the vendor's protocol. Imports nothing else of this program.

Two ways lead in: a REST call (`http/` -> `dispatch` -> `methods/`) and an order of a person behind
the portal (`http/control` or `workplace/` -> `orders/`). Both act on `portal`, the owner of every
fact, by the rules in `lines/`, `messenger/`, `bots/`, `crm/`; what happens goes out by `delivery/`.

http/       server (routes), guard (Host, bodies), connections, rest, xml, forms, oauth, pages,
            control, viewing (`GET state`), moved (302), spoilt (by faults), uploads
methods/    one file for each topic: `@rest_method(name)` over `(portal, params) -> result`; a new
            file is named in `methods/__init__.py`
orders/     the same for the control interface: `@order(name)`
workplace/  the portal's side in a browser; its map is in the package
lines/      lines (added, changed, gone), line_fields, line_settings (what they say) · channels ·
            customers · incoming, outgoing, payloads, notes · sessions, routing, pauses, transfers,
            greetings, closing, votes · operators (the scripted one) · line_events (who hears of it)
messenger/  chats, chat_keys, chat_looks (rules) · posts, posting, richtext (written things) · marks
            (read, unread) · drive, pictures (files) · userlog (im.v2 events) · im_records ·
            im_payloads, im_messages, im_people (shapes) · userfilter
bots/       what bots hear and do; their records are in `bot_records`
crm/        records, fields, multifields, dictionary · changes · query · view, items (two faces) ·
            search, tracker, binding (dialogs and their records)
delivery/   events (which, who listens) · offline, queue, rowfilter · delivery (envelopes), outbox
            (records), courier (HTTP), handler_url · mishaps (lost, twice, late)
keeping/    seeds, seedfiles, busy (where a portal comes from) · snapshots (files), records (rows
            in them), house (copies), heap · state, state_rows (all of it as JSON)
process/    command, arguments, help_tables · serving, tls · statefile

here        portal · model, conversation (records) · options, presets · params (PHP's view of
            parameters), urlencoded, envelope, errors · registry, dispatch (order of checks), batch,
            references · fidelity · auth (tokens), apps, placements · limits, faults · clock (the
            only reader of the time), schedule · hosts, preview (for logs)
"""
