"""The portal's messenger: chats of every kind, messages, people, read marks, files."""
