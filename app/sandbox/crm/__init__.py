"""The portal's CRM: leads, deals, contacts, companies, and how dialogs come to them.

facts     fields (what a record may hold) · dictionary (statuses, sources, stages) · defaults
records   records (what is stored) · multifields (phones, mails and so on) · values (what is given)
          · changes (making, changing, deleting: all is checked first)
looking   view (texts and nulls, who may see) · items (camelCase) · query (filter, order, pages)
          · judges (operators of filters)
dialogs   search (who a customer is) · tracker (what a dialog does) · binding (how a chat shows it)

Knows no HTTP.
"""
