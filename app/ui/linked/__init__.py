"""What hangs on a dialog: records of the CRM, people of its chat, and the graph of any id."""
