"""The portal's CRM: leads, deals, contacts, companies, and how dialogs come to them.

records (what is stored) · fields (what a record may hold) · multifields (phones, mails, messengers)
· dictionary (statuses, sources, stages) · query (filter, order, select) · items (the camelCase
face) · binding (a dialog's records) · tracker (what a new dialog does). Knows no HTTP.
"""
