"""The tables of the journal, as each version of the program added them. Texts of SQL alone."""
