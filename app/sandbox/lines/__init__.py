"""Open lines: channels, dialogs, sessions, operators, and what goes in and out."""
