"""The page that plays scenarios in this window."""
